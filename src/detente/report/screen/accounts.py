"""What `accounts` prints: where the sources' own networks agree and where they contradict."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.influence.accounts import Account, Contrast
from detente.influence.partings import Parting
from detente.report.screen.lines import plural, rows, wrap
from detente.report.screen.pulse import chain, named

__all__ = ["accounts_text", "contrasts_text"]

SHOWN = 40
WORDS = {"up": "up", "down": "down", "ambiguous": "either", "none": "–"}


def accounts_text(accounts: Sequence[Account]) -> str:
    """Return one push as a table: nodes down, sources across."""
    network = accounts[0].pulse.network
    pushed = ", ".join(f"{named(network, n)} to {v:g}" for n, v in accounts[0].pulse.pushed.items())
    reached = [
        node
        for node in accounts[0].pulse.responses
        if any(a.direction(node) != "none" for a in accounts)
    ]
    table = [["", *(a.source for a in accounts)]]
    table += [
        [named(network, node), *(WORDS[a.direction(node)] for a in accounts)] for node in reached
    ]
    foot = "up and down: in nine draws of ten at least; either: the paths pull both ways; –: not reached."
    return "\n\n".join([wrap(f"Push: {pushed}, in each source's own network."), rows(table), foot])


def contrasts_text(case: Case, found: Sequence[Contrast], parted: Sequence[Parting]) -> str:
    """Return where the accounts part, what they agree on, and what the case calls contested."""
    against = sum(c.contradicts for c in found)
    alike = [c for c in found if not c.contradicts]
    head = (
        f"Each node pushed in turn, accounts contradict one another on {plural(against, 'effect')}; "
        f"on {len(alike):,}, two or more agree."
    )
    if parted:
        most = max(parted, key=lambda p: len(p.contrasts))
        head += (
            f" The contradictions come of {plural(len(parted), 'parting')}; the widest, {most.cause} on "
            f"{most.effect}, is behind {len(most.contrasts):,} of them."
        )
    parts = [wrap(head)]
    if parted:
        told = [_parting(n, parting) for n, parting in enumerate(parted[:SHOWN], 1)]
        title = "Where the accounts part, the nearest first:"
        parts += ["\n\n".join([title, *told, *_more(len(parted))])]
    if alike:
        lines = [
            _item(
                f"{c.pushed} {'raises' if c.up else 'lowers'} {c.node}: {', '.join(c.up or c.down)}"
            )
            for c in alike[:SHOWN]
        ]
        parts.append("\n".join(["Agreements, the widest first:", *lines, *_more(len(alike))]))
    if case.influences.contested:
        lines = [_item(f"{', '.join(c.edges)}: {c.matter}") for c in case.influences.contested]
        parts.append("\n".join(["Contested, by the case:", *lines]))
    return "\n\n".join(parts)


def _parting(n: int, parting: Parting) -> str:
    network = next(iter(parting.contrasts[0].accounts.values())).pulse.network
    lines = [_item(f"{n}. {named(network, parting.cause)} on {named(network, parting.effect)}")]
    for does, sources, links in (
        ("raised", parting.raised_by, parting.raising),
        ("lowered", parting.lowered_by, parting.lowering),
    ):
        way = chain(network, links) if links else "no chain of ten mechanisms or fewer"
        lines.append(wrap(f"{does} by {', '.join(sources)}: {way}", "     ", "       "))
    if [(c.pushed, c.node) for c in parting.contrasts] != [(parting.cause, parting.effect)]:
        lines.append(wrap(f"behind {_effects(parting)}", "     ", "       "))
    return "\n".join(lines)


def _effects(parting: Parting) -> str:
    """Return the effects that a parting decides, by what is pushed."""
    on: dict[str, list[str]] = {}
    for contrast in parting.contrasts:
        on.setdefault(contrast.pushed, []).append(contrast.node)
    told = "; ".join(f"{pushed} on {', '.join(nodes)}" for pushed, nodes in on.items())
    return f"{plural(len(parting.contrasts), 'effect')}: {told}"


def _item(text: str) -> str:
    return wrap(text, "  ", "    ")


def _more(count: int) -> list[str]:
    return [f"  … and {count - SHOWN:,} more (use --json for all)"] if count > SHOWN else []
