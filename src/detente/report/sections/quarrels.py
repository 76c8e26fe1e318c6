"""Where the documents disagree, and what it does to conduct as far as the models can tell."""

from __future__ import annotations

from detente.judgement.finding import Turning
from detente.judgement.variation import Quarrel, quarrels
from detente.report.anchors import anchor
from detente.report.blocks import Paragraph, Row, Section, Table
from detente.report.inlines import Line, Link, Strong, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, ordinal

__all__ = ["quarrels_section"]


def quarrels_section(material: Material) -> Section | None:
    """Return the section, or None where the case records no disagreement."""
    judgement = material.judgement("turns")
    found = (
        next((f for f in judgement.findings if isinstance(f, Turning)), None) if judgement else None
    )
    matters = found.quarrels if found else quarrels(material.case, material.models)
    if not matters:
        return None
    unknown = sum(q.conduct == "unknown" for q in matters)
    be = "is" if unknown == 1 else "are"
    intro = f"The documents differ on {count(len(matters), 'matter')}."
    if unknown:
        intro = f"{intro} {capital(number(unknown))} {be} beyond what the models can tell."
    head = ("Matter", "What the documents hold", "What it does in the models")
    rows = tuple(_row(material, q) for q in matters)
    table = Table("Disagreements between the documents", head, rows)
    title = "Where the documents disagree"
    return Section("disagreements", title, (Paragraph(line(intro)), table))


def _row(material: Material, q: Quarrel) -> Row:
    views: list[Line] = []
    for n, view in enumerate(q.matter.views, 1):
        before = f" ({n}) " if n > 1 else f"({n}) "
        views.append(line(before, view.view.rstrip(". "), material.cites(view.because), "."))
    cells = (line(q.matter.matter), line(*views), _effect(material, q))
    return Row(cells, anchor("matter", q.id))


def _effect(material: Material, q: Quarrel) -> Line:
    words = material.words
    where = listed([words.model(m) for m in q.models])
    if q.conduct == "unknown":
        return line("Open: the models hold no switch for it that could be turned.")
    word = Strong("Different conduct. " if q.conduct == "different" else "Same conduct. ")
    if q.by == "readings":
        does = (
            "turns on the reading"
            if q.conduct == "different"
            else "is the same under either reading"
        )
        see = Link("alternatives", "alternatives")
        return line(word, f"What holds in {where} {does} (", see, ").")
    if q.by == "facts":
        does = "turns on this fact" if q.conduct == "different" else "is the same either way"
        return line(word, f"What holds in {where} {does}.")
    shared = count(len(q.shared), "option")
    if q.conduct == "same":
        return line(word, f"{where} agree on the {shared} that they share.{_worth(material, q)}")
    differing = listed([f"“{words.name(q.models[0], o)}”" for o in q.differing])
    return line(word, f"{where} differ on {differing}.")


def _worth(material: Material, q: Quarrel) -> str:
    """Return where a party of both models lacks something else first, though conduct is the same."""
    first, second = (material.by_id[m] for m in q.models[:2])
    for actor in first.graph.deciders:
        a = next((u for u in first.unmet if u.actor == actor), None)
        b = next((u for u in second.unmet if u.actor == actor), None)
        if a and b and (a.position, a.of) != (b.position, b.of):
            return (
                f" But {material.words.actor(actor)} values it differently: its first unmet priority is "
                f"the {ordinal(a.position)} of {number(a.of)} in the one and the "
                f"{ordinal(b.position)} of {number(b.of)} in the other."
            )
    return ""
