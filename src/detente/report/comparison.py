"""A page that compares the accounts of the sources: where their networks push alike, where not."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.influence.accounts import Account, Contrast
from detente.report.blocks import Block, Paragraph, Report, Row, Section, Table
from detente.report.citations import Index
from detente.report.dates import in_words
from detente.report.inlines import Line, line
from detente.report.names import capital, count, listed
from detente.version import __version__

__all__ = ["comparison", "comparison_of"]

CAVEAT = line(
    "Each account is the network of the pushes that one source states. A direction counts if it comes "
    "out in nine draws of ten of strengths that nobody knows; that says something of the networks, and "
    "is no probability of the world."
)
WORDS = {"up": "up", "down": "down", "ambiguous": "either way", "none": "not reached"}


def comparison(case: Case, contrasts: Sequence[Contrast]) -> Report:
    """Return the page of every push on which at least two accounts say something robust."""
    against = sorted((c for c in contrasts if c.contradicts), key=_steps)
    alike = [c for c in contrasts if not c.contradicts]
    sections = [
        _section("contradictions", "Where the accounts contradict", _contradictions(case, against)),
        _section("agreements", "Where they push the same way", _agreements(case, alike)),
    ]
    if case.influences.contested:
        sections.append(_section("contested", "What the case holds contested", _contested(case)))
    answer = (
        f"Of all pushes, {count(len(against), 'effect')} on which accounts contradict one another, and "
        f"{count(len(alike), 'effect')} on which two or more agree."
    )
    return _report(case, "Where the accounts agree and contradict", answer, sections)


def comparison_of(case: Case, accounts: Sequence[Account]) -> Report:
    """Return the page of one push, node by node and source by source."""
    pushed = accounts[0].pulse.pushed
    said = listed([f"{_name(case, n)} {'up' if v > 0 else 'down'}" for n, v in pushed.items()])
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


def _steps(contrast: Contrast) -> int:
    """Return how far the shortest ways of a contrast run: what is near comes first."""
    return sum(len(contrast.mechanisms(s)) for s in (*contrast.up[:1], *contrast.down[:1]))


def _name(case: Case, node: str) -> str:
    return f"{case.influences.nodes[node].name} [{node}]"


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
