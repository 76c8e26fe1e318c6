"""Sources: each document with its grade, and every paragraph that anything rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.evidence import Claim, Source
from detente.evidence.summary import summarise
from detente.report.anchors import anchor
from detente.report.assurance import grade, summary_sentences
from detente.report.blocks import Block, Definitions, Note, Paragraph, Row, Section, Table
from detente.report.citations import Citing
from detente.report.claims import claim_text
from detente.report.dates import in_words
from detente.report.inlines import Inline, Line, Link, Strong, Text, line, plain
from detente.report.material import Material
from detente.report.names import count, quoted, sentence

__all__ = ["sources"]

_EXCERPT, _SHOWN = 160, 8
_STOPS = re.compile(r"([.?!])\. ")
_KINDS = {
    "models": "a model",
    "options": "an option",
    "actors": "a party",
    "assumptions": "an assumption",
    "disagreements": "a disagreement",
    "timeline": "an event",
    "quantities": "a figure",
    "indicators": "an indicator",
    "inquiries": "a question",
    "influences": "a push",
    "hypotheses": "an explanation",
    "judgements": "a judgement",
    "forecasts": "a forecast",
    "questions": "a forecast question",
    "shocks": "a shock",
    "positions": "a position",
    "domestic": "a ratification",
    "issues": "an issue",
    "hindcasts": "a back-check",
    "calendar": "the calendar",
}


def sources(material: Material) -> Section:
    """Return the section: a part for each source, then claims and remarks of our own."""
    by_source: dict[str, list[Citing]] = {id: [] for id in material.case.sources}
    for citing in material.index.citing:
        if citing.reference.at:
            by_source.setdefault(citing.reference.source, []).append(citing)
    parts: list[Block] = [_source(material, id, found) for id, found in by_source.items()]
    parts += [t for t in (_claims(material), _remarks(material)) if t]
    summary = summarise(material.case.sources, material.case.evidence)
    intro = line(
        f"{summary_sentences(summary)} Documents are named by number and paragraph: 002¶24 is the "
        "24th paragraph of document 002. "
        "Grades are those of NATO's Admiralty scale for sources."
    )
    return Section("sources", "Sources", (Paragraph(intro, "small"), *parts))


def _source(material: Material, id: str, found: list[Citing]) -> Section:
    source = material.case.sources.get(id)
    blocks: list[Block] = []
    if source is not None:
        blocks += [Paragraph(line(sentence(_cited(source)))), _described(source)]
        if source.note:
            blocks.append(Note("Weak points", line(source.note)))
    blocks += _paragraphs(material, id, found)
    title = f"{id}: {source.title}" if source else id
    return Section(anchor("source", id), title, tuple(blocks))


def _cited(source: Source) -> str:
    """Return author, title, publisher and date, the date in words."""
    said = source.citation()
    if source.issued is not None:
        said = said.replace(str(source.issued), in_words(source.issued))
    return _STOPS.sub(r"\1 ", said)


def _described(source: Source) -> Definitions:
    facts = (
        ("Reliability", grade(source.reliability)),
        ("Kind", source.kind),
        ("Stance", source.stance),
        ("Judgement", source.judgement),
        ("Copy read", source.copy_at_hand()),
    )
    return Definitions(tuple((line(term), line(sentence(said))) for term, said in facts if said))


def _paragraphs(material: Material, source: str, found: list[Citing]) -> list[Block]:
    """Return the paragraphs that are cited; a column of words only if there are any to show."""
    claims = [c for c in material.case.evidence.values() if c.source == source and c.paragraph]
    cited = {c.reference.paragraph for c in found}
    numbers = sorted(cited | {c.paragraph for c in claims if c.paragraph})
    if not numbers:
        return [Paragraph(line("No paragraph of it is cited."), "small")]
    here = {n: [c for c in found if c.reference.paragraph == n] for n in numbers}
    said = {
        n: _said(_words(material, f"{source}¶{n}", here[n]), _claimed(material, claims, n))
        for n in numbers
    }
    spoken = any(plain(words) for words in said.values())
    rows = []
    for n in numbers:
        words = [said[n]] if spoken else []
        cells = (line(f"{source}¶{n}"), *words, _backs(material, here[n]))
        rows.append(Row(cells, anchor("ref", source, n)))
    middle = ["What it says"] if spoken else []
    head = ("Paragraph", *middle, "What rests on it")
    table = Table(f"Paragraphs of {source} that are used", head, tuple(rows))
    if any(f"{source}¶{n}" in material.texts for n in numbers):
        return [table]
    note = "Document not at hand: its paragraphs are named by number"
    note += ", with what the case takes and quotes from them." if spoken else "."
    return [Paragraph(line(note), "small"), table]


def _said(words: str, claimed: str) -> Line:
    """Return the words of a paragraph, then what is taken from it in our own words."""
    if words and claimed:
        return line(f"{words} ", Strong("In our words:"), f" {claimed}")
    return line(words or claimed)


def _claimed(material: Material, claims: Iterable[Claim], number: int) -> str:
    """Return the claims of a paragraph, each with basis and grade."""
    return " ".join(claim_text(material.case, c) for c in claims if c.paragraph == number)


def _words(material: Material, at: str, here: list[Citing]) -> str:
    """Return a short excerpt if the document is at hand, otherwise the words that were quoted."""
    text = " ".join(material.texts.get(at, "").split())
    anchors = list(dict.fromkeys(c.reference.anchor for c in here if c.reference.anchor))
    if text:
        return quoted(_excerpt(text, anchors[0] if anchors else ""))
    return "; ".join(quoted(f"…{a}…") for a in anchors)


def _excerpt(text: str, around: str) -> str:
    """Return at most 160 characters of a paragraph, around some words of it if they are found."""
    if len(text) <= _EXCERPT:
        return text
    at = max(text.find(around) - _EXCERPT // 3, 0) if around else 0
    at = min(at, len(text) - _EXCERPT)
    cut = text[at : at + _EXCERPT]
    if at:
        cut = f"…{cut.split(' ', 1)[-1]}"
    return cut if at + _EXCERPT == len(text) else f"{cut.rsplit(' ', 1)[0]}…"


def _backs(material: Material, here: Iterable[Citing]) -> Line:
    """Return what rests on a reference, as links where it stands in this report."""
    shown = list(dict.fromkeys(_named(material, c) for c in here))
    parts: list[Inline] = []
    for text, target in shown[:_SHOWN]:
        parts += [Text("; ")] if parts else []
        parts.append(Link(text, target) if target else Text(text))
    if len(shown) > _SHOWN:
        parts.append(Text(f"; and {len(shown) - _SHOWN} more"))
    return tuple(parts)


def _named(material: Material, c: Citing) -> tuple[str, str]:
    match c.path:
        case ("models", str(model), "preferences", str(actor), "readings", _, "order", int(n), *_):
            who = material.case.actor_name(actor)
            return f"{who}, no. {n + 1} in {material.words.model(model)}", c.target
        case ("models", str(model), *_):
            return f"{material.words.model(model)}: {_short(c.words)}", c.target
        case ("actors", str(actor), *_):
            return f"{material.case.actor_name(actor)}: {_short(c.words)}", c.target
        case ("positions", int(n), *_):
            position = material.case.positions[n]
            who = material.case.actor_name(position.actor)
            return f"{who} on {material.case.issues[position.issue].label}", c.target
        case ("hypotheses", _, "evidence", *_):
            return f"a row of evidence: {_short(c.words)}", c.target
        case (str(section), *_):
            kind = _KINDS.get(section, section)
            return f"{kind}: {_short(c.words)}", c.target
    return c.words, c.target


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"


def _claims(material: Material) -> Section | None:
    """Return the claims that point at no paragraph; the others stand with theirs."""
    found = {id: c for id, c in material.case.evidence.items() if not c.paragraph}
    if not found:
        return None
    rows = [
        Row((line(claim_text(material.case, c)), line(c.source)), anchor("claim", id))
        for id, c in found.items()
    ]
    table = Table("Claims without a paragraph", ("Claim", "Source"), tuple(rows))
    return Section("claims", "Claims", (table,))


def _remarks(material: Material) -> Section | None:
    rows = []
    for kind, label in (("own", "our addition"), ("outside", "outside the documents")):
        for n, text in enumerate(material.index.remarks[kind], 1):
            here = [
                c
                for c in material.index.citing
                if text == (c.reference.modeller if kind == "own" else c.reference.outside)
            ]
            cells = (line(sentence(text)), line(label), _backs(material, here))
            rows.append(Row(cells, anchor(kind, n)))
    if not rows:
        return None
    head = ("What", "Kind", "What rests on it")
    table = Table("What does not come from the documents", head, tuple(rows))
    title = "Additions of our own and knowledge from outside"
    said = count(len(rows), "remark")
    return Section("remarks", title, (Paragraph(line(f"In all {said}."), "small"), table))
