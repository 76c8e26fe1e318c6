"""A page that compares the accounts of the sources: where their networks push alike, where not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.case import Case
from detente.influence.accounts import Account, Contrast
from detente.influence.network import Link
from detente.influence.partings import Parting
from detente.report.blocks import Block, Fold, Paragraph, Report, Row, Section, Table
from detente.report.citations import Index
from detente.report.dates import in_words
from detente.report.inlines import Line, line
from detente.report.names import capital, count, listed, number
from detente.version import __version__

__all__ = ["comparison", "comparison_of"]

CAVEAT = line(
    "Each account is the network of the pushes that one source states. A direction counts if it comes "
    "out in nine draws of ten of strengths that nobody knows; that says something of the networks, and "
    "is no probability of the world."
)
WORDS = {"up": "up", "down": "down", "ambiguous": "either way", "none": "not reached"}


def comparison(case: Case, contrasts: Sequence[Contrast], parted: Sequence[Parting]) -> Report:
    """Return the page of every push on which at least two accounts say something robust."""
    against = sorted((c for c in contrasts if c.contradicts), key=_steps)
    alike = [c for c in contrasts if not c.contradicts]
    sections = [
        _section("partings", "Where the accounts part", _partings(case, parted)),
        _folded(
            "contradictions",
            "Every contradiction",
            "Each effect, with the mechanisms of each account",
            _contradictions(case, against),
        ),
        _section("agreements", "Where they push the same way", _agreements(case, alike)),
    ]
    if case.influences.contested:
        sections.append(_section("contested", "What the case holds contested", _contested(case)))
    answer = (
        "If each node is pushed in turn, the accounts contradict one another on "
        f"{count(len(against), 'effect')}, and two or more agree on {number(len(alike))}."
    )
    if parted:
        most = max(parted, key=lambda p: len(p.contrasts))
        answer += (
            f" The contradictions come of {count(len(parted), 'parting')}; the widest, on what "
            f"{_lower(case, most.cause)} does to {_lower(case, most.effect)}, is behind "
            f"{number(len(most.contrasts))} of them."
        )
    return _report(case, "Where the accounts agree and contradict", answer, sections)


def comparison_of(case: Case, accounts: Sequence[Account]) -> Report:
    """Return the page of one push, node by node and source by source."""
    pushed = accounts[0].pulse.pushed
    said = listed([f"{_lower(case, n)} {'up' if v > 0 else 'down'}" for n, v in pushed.items()])
    nodes = [
        n for n in accounts[0].pulse.responses if any(a.direction(n) != "none" for a in accounts)
    ]
    rows = tuple(
        Row((line(_name(case, n)), *(line(WORDS[a.direction(n)]) for a in accounts))) for n in nodes
    )
    table = Table(f"Push: {said}", ("Node", *(a.source for a in accounts)), rows)
    apart = [n for n in nodes if {"up", "down"} <= {a.direction(n) for a in accounts}]
    answer = (
        f"Pushing {said} reaches {count(len(nodes), 'node')} in some account; on "
        f"{count(len(apart), 'of them', 'of them')} accounts contradict one another."
    )
    title = f"What the accounts make of a push: {said}"
    return _report(case, title, answer, [_section("push", "By account", table)])


def _report(case: Case, title: str, answer: str, sections: Sequence[Section]) -> Report:
    return Report(
        title=title,
        case_title=case.case.title,
        question=case.case.question,
        handling=case.case.handling,
        as_of=in_words(case.case.as_of),
        bottom_line=line(answer),
        key_points=(),
        caveat=CAVEAT,
        sections=tuple(sections),
        version=__version__,
        digest=case.digest,
    )


def _section(anchor: str, title: str, table: Table) -> Section:
    block: Block = table if table.rows else Paragraph(line("Nowhere."))
    return Section(anchor, title, (block,))


def _folded(anchor: str, title: str, summary: str, table: Table) -> Section:
    section = _section(anchor, title, table)
    return replace(section, blocks=(Fold(summary, section.blocks),)) if table.rows else section


def _steps(contrast: Contrast) -> int:
    """Return how far the shortest ways of a contrast run: what is near comes first."""
    return sum(len(contrast.mechanisms(s)) for s in (*contrast.up[:1], *contrast.down[:1]))


def _name(case: Case, node: str) -> str:
    return capital(_lower(case, node))


def _lower(case: Case, node: str) -> str:
    return f"{case.influences.nodes[node].name} [{node}]"


def _partings(case: Case, parted: Sequence[Parting]) -> Table:
    rows = tuple(
        Row(
            (
                line(f"{_name(case, p.cause)} on {_lower(case, p.effect)}"),
                line(f"{listed(list(p.raised_by))}: {_chain(case, p.raising)}"),
                line(f"{listed(list(p.lowered_by))}: {_chain(case, p.lowering)}"),
                line(_effects(case, p)),
            )
        )
        for p in parted
    )
    head = ("They part on", "Raised according to", "Lowered according to", "What it is behind")
    return Table("Where accounts part, the nearest first", head, rows)


def _chain(case: Case, links: Sequence[Link]) -> str:
    """Return a chain of mechanisms in words."""
    if not links:
        return "by no chain of ten mechanisms or fewer"
    nodes = case.influences.nodes
    steps = [
        f"{'raises' if link.sign > 0 else 'lowers'} {nodes[link.edge.effect].name} ({link.id})"
        for link in links
    ]
    return f"{nodes[links[0].edge.cause].name} {', which '.join(steps)}"


def _effects(case: Case, parting: Parting) -> str:
    """Return how many effects a parting is behind, and of which pushes."""
    found = [(c.pushed, c.node) for c in parting.contrasts]
    if found == [(parting.cause, parting.effect)]:
        return "This effect alone"
    pushes = dict.fromkeys(_lower(case, pushed) for pushed, _ in found)
    return f"{capital(count(len(found), 'effect'))}, of {listed(list(pushes))}"


def _contradictions(case: Case, found: Sequence[Contrast]) -> Table:
    rows = tuple(
        Row(
            (
                line(_name(case, c.pushed)),
                line(_name(case, c.node)),
                _ways(c, c.up),
                _ways(c, c.down),
            )
        )
        for c in found
    )
    head = ("Push up", "On", "Raised according to", "Lowered according to")
    return Table("Effects on which accounts contradict, the nearest first", head, rows)


def _ways(contrast: Contrast, sources: Sequence[str]) -> Line:
    return line("; ".join(f"{s} by {', '.join(contrast.mechanisms(s))}" for s in sources))


def _agreements(case: Case, found: Sequence[Contrast]) -> Table:
    rows = tuple(
        Row(
            (
                line(_name(case, c.pushed)),
                line("raises" if c.up else "lowers"),
                line(_name(case, c.node)),
                line(listed(list(c.up or c.down))),
            )
        )
        for c in found
    )
    return Table(
        "Effects on which accounts agree", ("Push up", "Does what", "On", "Says who"), rows
    )


def _contested(case: Case) -> Table:
    index = Index(case)
    rows = []
    for contest in case.influences.contested:
        cited = {str(r): r for e in contest.edges for r in case.influences.edges[e].because}
        pushes = (
            f"{e}: {capital(case.influences.edges[e].text.rstrip('.'))}" for e in contest.edges
        )
        rows.append(
            Row((line(contest.matter, index.cites(tuple(cited.values()))), line("; ".join(pushes))))
        )
    return Table("Contested pushes", ("What is contested", "Pushes"), tuple(rows))
