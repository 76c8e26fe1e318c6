"""What each side wants: the priorities that come first, and the first that is unmet."""

from __future__ import annotations

from detente.case.model import Actor
from detente.judgement.concern import bases_of
from detente.report.accounts import entries, manner
from detente.report.anchors import anchor, basis_anchor
from detente.report.blocks import Block, Bullets, Fold, Paragraph, Section
from detente.report.inlines import Line, Link, Strong, line
from detente.report.material import Material
from detente.report.names import capital, count, ordinal
from detente.stability.assessment import ModelAssessment

__all__ = ["wants"]

_FIRST = 3


def wants(material: Material) -> Section:
    """Return the section: a part for each party that decides in some model."""
    intro = line(
        "Priorities are an order, not amounts: each outranks all below it together. Shown are the "
        "first three of each party in the latest model in which it decides, and whether they are "
        "met by what is done there."
    )
    parts = [_party(material, a) for a in material.deciders]
    return Section("wants", "What each side wants", (Paragraph(intro, "small"), *parts))


def _party(material: Material, actor: str) -> Section:
    m, words = material.latest_of(actor), material.words
    order = m.graph.orders[m.graph.decider(actor)]
    items = [_item(material, m, actor, k + 1) for k in range(min(_FIRST, len(order)))]
    blocks: list[Block] = [Bullets(tuple(items)), Paragraph(_unmet(material, m, actor))]
    if not order:
        blocks = _unordered(material, m, actor)
    who = material.case.actors.get(actor)
    if who is not None:
        blocks += _traits(material, who)
    title = material.case.actor_name(actor)
    if len(material.models) > 1:
        title = f"{title} (in {words.model(m.id)})"
    return Section(anchor("party", actor), title, tuple(blocks))


def _unordered(material: Material, m: ModelAssessment, actor: str) -> list[Block]:
    """Return what a party wants that states it by weights, or by ranking states."""
    reading = m.model.preferences[actor].readings[m.graph.readings[m.graph.decider(actor)]]
    found = entries(reading)
    today = m.graph.status_quo.code
    items = [
        line(
            f"{e.number}: {capital(material.words.condition(m.id, e.condition))}",
            ". True today." if m.graph.truths.of(e.condition)[today] else ". Not true today.",
        )
        for e in found[:_FIRST]
    ]
    said = f"Stated {manner(reading)}: {min(_FIRST, len(found))} of {len(found)} are shown"
    return [Bullets(tuple(items)), Paragraph(line(said, material.cites(reading.because), "."))]


def _item(material: Material, m: ModelAssessment, actor: str, position: int) -> Line:
    basis = bases_of(m, [(actor, position)])[0]
    i = m.graph.decider(actor)
    met = bool(m.graph.truth[i][position - 1, m.graph.status_quo.code])
    return line(
        f"{capital(ordinal(position))}: ",
        Link(material.words.wish(m.id, basis.statement), basis_anchor(basis)),
        material.cites(basis.statement.because),
        ". Met." if met else line(". ", Strong("Not met.")),
    )


def _unmet(material: Material, m: ModelAssessment, actor: str) -> Line:
    found = next((u for u in m.unmet if u.actor == actor), None)
    total = len(m.graph.orders[m.graph.decider(actor)])
    of = count(total, "priority", "priorities")
    if found is None:
        return line(
            {1: "Its one priority is met.", 2: "Both are met."}.get(total, f"All {of} are met.")
        )
    if found.position <= _FIRST:
        return line(f"The first unmet of its {of} is the {ordinal(found.position)}.")
    basis = bases_of(m, [found])[0]
    return line(
        f"The first unmet of its {of} is the {ordinal(found.position)}: ",
        Link(material.words.wish(m.id, basis.statement), basis_anchor(basis)),
        material.cites(basis.statement.because),
        ".",
    )


def _traits(material: Material, who: Actor) -> list[Block]:
    kinds = [("Goal", who.goals), ("Fear", who.fears)]
    kinds += [("Constraint", who.constraints), ("Resource", who.resources)]
    items = tuple(
        line(f"{kind}: {t.text.rstrip('. ')}", material.cites(t.because), ".")
        for kind, traits in kinds
        for t in traits
    )
    return [Fold("Goals, fears, constraints and resources", (Bullets(items),))] if items else []
