"""How this was obtained: method, concepts, published results, version and digest."""

from __future__ import annotations

from detente.report.anchors import anchor
from detente.report.blocks import Block, Definitions, Paragraph, Row, Section, Table
from detente.report.inlines import Code, Line, Link, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, quoted
from detente.report.words import concepts_listed
from detente.stability import CONCEPTS
from detente.stability.assessment import ModelAssessment
from detente.version import __version__

__all__ = ["method"]

_HOW = (
    "Each model lists what the parties can do, what cannot be, and what each wants, in order. A state "
    "is one choice of options. A party prefers the state whose priorities, read from the top, come true "
    "first. A state holds if no party gains by leaving it, in the sense of a stability concept; that is "
    "a statement about the model, and about the world only as far as the model is right. Every state was "
    "looked at, so the results are exact; nothing was sampled, and no probability was computed."
)
_LEVELS = (
    "High, moderate and low confidence are judged under three headings: the information base "
    "(documents, their grades, additions of our own), analytical rigour (whether the stability concepts "
    "agree and the searches were finished), and complexity (other readings, assumptions without support). "
    "The lowest of them counts, and the sentence names it."
)


def method(material: Material) -> Section:
    """Return the section."""
    blocks: list[Block] = [
        Paragraph(line(_HOW, _stopped(material))),
        Definitions(tuple(_concept(c) for c in material.models[0].concepts)),
        Paragraph(line(_LEVELS)),
        *_published(material),
        _obtained(material),
    ]
    if material.case.case.note:
        blocks.append(Paragraph(line(material.case.case.note), "small"))
    return Section("method", "How this was obtained", tuple(blocks))


def _stopped(material: Material) -> str:
    """Return a warning where a search for changes ran out of time; what it then says is weaker."""
    searches = [
        u
        for m in material.models
        for p in m.prospects
        for u in (p.unlocking, *p.alone.values())
        if u is not None
    ]
    stopped = sum(not u.complete for u in searches)
    if not stopped:
        return ""
    was = "was" if stopped == 1 else "were"
    what = count(stopped, "search for changes", "searches for changes")
    return (
        f" {capital(what)} {was} stopped before the end; there the report says how far it looked."
    )


def _concept(key: str) -> tuple[Line, Line]:
    concept = CONCEPTS[key]
    said = f"{concept.meaning} {concept.limits} Source: {concept.source}."
    return line(f"{concept.name} ({key.upper()})"), line(said)


def _obtained(material: Material) -> Definitions:
    case, first = material.case, material.models[0]
    items = [
        (line("Case"), line(Code(case.case.id), ", SHA-256 ", Code(case.digest or "not known"))),
        (line("Version"), line(f"detente {__version__}")),
        (line("Concepts"), line(concepts_listed(first.concepts))),
        (line("Readings in use"), line(_readings(material))),
        (line("Conditions"), line(_conditions(material))),
    ]
    apart = listed([id for id in case.every_model if case.graph_form(id)])
    if apart:
        items.append((line("Not in this report"), line(f"models in graph form: {apart}")))
    analysts = listed(list(case.case.analysts))
    if analysts:
        items.insert(0, (line("Analysts"), line(analysts)))
    return Definitions(tuple(items))


def _readings(material: Material) -> str:
    said = []
    for m in material.models:
        for actor, used in zip(m.graph.deciders, m.graph.readings, strict=True):
            readings = m.model.preferences[actor].readings
            if len(readings) > 1:
                label = quoted(readings[used].label or used)
                said.append(
                    f"{material.words.model(m.id)}: {material.case.actor_name(actor)}, {label}"
                )
    return "; ".join(said) if said else "the only reading of each party"


def _conditions(material: Material) -> str:
    """Return options held, facts set and moves made one-way, if the models were not run as written."""
    said = []
    for m in material.models:
        s = m.graph.settings
        said += [f"{_name(material, m, o)} held at {_yes(v)}" for o, v in s.fix.items()]
        said += [f"{_name(material, m, b)} set to {_yes(v)}" for b, v in s.context.items()]
        said += [f"{_name(material, m, o)} made irreversible" for o in s.irreversible]
    return "; ".join(dict.fromkeys(said)) if said else "the models as written"


def _name(material: Material, m: ModelAssessment, id: str) -> str:
    return quoted(material.words.name(m.id, id))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _published(material: Material) -> list[Block]:
    """Return what was published about the models beside what was found here."""
    rows = []
    for m in material.models:
        for p in m.model.published:
            found = {o for e in m.equilibria.get(p.concept, ()) for o in e.outcomes}
            names = [material.words.name(m.id, o) for o in m.model.outcomes if o in found]
            told = [material.words.name(m.id, o) for o in p.outcomes]
            where = Link(p.source, anchor("source", p.source))
            rows.append(
                Row(
                    (
                        line(p.concept.upper()),
                        line(where),
                        line("; ".join(told)),
                        line("; ".join(names)),
                    )
                )
            )
    head = ("Concept", "Source", "Published", "Found here")
    return [Table("Published results beside those found here", head, tuple(rows))] if rows else []
