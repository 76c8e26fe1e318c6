"""What the sources judge: question by question, who says what, and which two contradict most."""

from __future__ import annotations

from detente.evidence.judgements import Compared, Judgement, compare
from detente.report.anchors import anchor
from detente.report.blocks import Paragraph, Row, Section, Table
from detente.report.inlines import line
from detente.report.material import Material
from detente.report.names import capital, count, number

__all__ = ["sayings"]


def sayings(material: Material) -> Section | None:
    """Return the section, or None where the case records no judgements of its sources."""
    case = material.case
    answering = {s for j in case.judgements.values() for s in j.answers}
    sources = tuple(s for s in case.sources if s in answering)
    if not sources:
        return None
    found = compare(case.judgements, sources)
    rows = tuple(_row(found, id, j) for id, j in case.judgements.items())
    table = Table("Who judges what", ("Question", *sources), rows)
    blocks = (Paragraph(line(_told(found, len(rows)))), table)
    return Section("sayings", "What the documents judge", blocks)


def _row(found: Compared, id: str, judgement: Judgement) -> Row:
    cells = (line(judgement.answers.get(s, "–")) for s in found.sources)
    return Row((line(judgement.ask), *cells), anchor("saying", id))


def _told(found: Compared, questions: int) -> str:
    alike = capital(number(len(found.unanimous)))
    said = (
        f"{alike} of {count(questions, 'question')} all {number(len(found.sources))} answer alike."
    )
    if not found.conflicts:
        return f"{count(questions, 'question').capitalize()}, put to one document."
    most, least = (
        pick(found.conflicts.items(), key=lambda pair: len(pair[1])) for pick in (max, min)
    )
    return (
        f"{said} {_pair(most[0])} contradict each other most, on {number(len(most[1]))}; "
        f"{_pair(least[0])} least, on {number(len(least[1]))}."
    )


def _pair(pair: tuple[str, str]) -> str:
    return f"{pair[0]} and {pair[1]}"
