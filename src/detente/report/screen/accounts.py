"""What `accounts` prints: where the sources' own networks agree and where they contradict."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.influence.accounts import Account, Contrast
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["accounts_text", "contrasts_text"]

SHOWN = 40
WORDS = {"up": "up", "down": "down", "ambiguous": "either", "none": "–"}


def accounts_text(case: Case, accounts: Sequence[Account]) -> str:
    """Return one push as a table: nodes down, sources across."""
    names = case.influences.nodes
    pushed = ", ".join(
        f"{names[n].name} [{n}] to {v:g}" for n, v in accounts[0].pulse.pushed.items()
    )
    reached = [
        node
        for node in accounts[0].pulse.responses
        if any(a.direction(node) != "none" for a in accounts)
    ]
    table = [["", *(a.source for a in accounts)]]
    table += [
        [f"{names[node].name} [{node}]", *(WORDS[a.direction(node)] for a in accounts)]
        for node in reached
    ]
    foot = "up and down: in nine draws of ten at least; either: the paths pull both ways; –: not reached."
    return "\n\n".join([wrap(f"Push: {pushed}, in each source's own network."), rows(table), foot])


def contrasts_text(case: Case, found: Sequence[Contrast]) -> str:
    """Return contradictions with their mechanisms, agreements, and what the case calls contested."""
    names = case.influences.nodes
    against = [c for c in found if c.contradicts]
    alike = [c for c in found if not c.contradicts]
    parts = [
        f"Of all pushes, {plural(len(against), 'effect')} on which accounts contradict, "
        f"{len(alike):,} on which at least two agree."
    ]
    lines = []
    for c in against[:SHOWN]:
        lines.append(
            wrap(
                f"{names[c.pushed].name} [{c.pushed}] on {names[c.node].name} [{c.node}]:",
                "  ",
                "    ",
            )
        )
        for source in (*c.up, *c.down):
            way = "raises" if source in c.up else "lowers"
            lines.append(f"    {source} {way} it by {' '.join(c.mechanisms(source))}")
    if lines:
        parts.append("\n".join(["Contradictions:", *lines, *_more(len(against))]))
    if alike:
        lines = [
            wrap(
                f"{c.pushed} {'raises' if c.up else 'lowers'} {c.node}: {', '.join(c.up or c.down)}",
                "  ",
                "    ",
            )
            for c in alike[:SHOWN]
        ]
        parts.append("\n".join(["Agreements, the widest first:", *lines, *_more(len(alike))]))
    if case.influences.contested:
        lines = [
            wrap(f"{', '.join(c.edges)}: {c.matter}", "  ", "    ")
            for c in case.influences.contested
        ]
        parts.append("\n".join(["Contested, by the case:", *lines]))
    return "\n\n".join(parts)


def _more(count: int) -> list[str]:
    return [f"  … and {count - SHOWN:,} more (use --json for all)"] if count > SHOWN else []
