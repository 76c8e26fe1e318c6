"""What holds at each date, and why: a figure of all models, then each model in its own part."""

from __future__ import annotations

from detente.judgement.concern import bases_of, yardstick
from detente.report.anchors import anchor, basis_anchor
from detente.report.blocks import (
    Block,
    Definitions,
    FigureBlock,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
)
from detente.report.dates import in_words
from detente.report.figures.evolution import evolution_figure
from detente.report.figures.holding import holding_figure
from detente.report.inlines import Line, Link, Strong, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, ordinal
from detente.report.reaching import elsewhere
from detente.report.scene import Scene
from detente.report.words import concepts_listed
from detente.stability.analysis import outcomes_of
from detente.stability.assessment import ModelAssessment
from detente.stability.findings import Verdict
from detente.stability.graph import State

__all__ = ["holding"]


def holding(material: Material) -> Section:
    """Return the section; the latest model comes first."""
    parts = [_model(material, m) for m in reversed(material.models)]
    many = len(material.models) > 1
    title = "What holds at each date, and why" if many else "What holds, and why"
    intro = line(
        "What is done holds if no party gains by leaving it. How far the parties look ahead when "
        "they judge that is a matter of the ",
        Link("stability concept", "method"),
        ".",
    )
    figure = FigureBlock(holding_figure(material))
    return Section("holding", title, (Paragraph(intro, "small"), figure, *parts))


def _model(material: Material, m: ModelAssessment) -> Section:
    title = m.model.title or material.words.model_title(m.id)
    date = in_words(m.model.as_of)
    blocks: list[Block] = [
        Paragraph(_verdict(material, m)),
        Definitions(tuple(_done(material, m, d) for d in m.graph.deciders)),
        _parties(material, m),
    ]
    blocks += [
        Paragraph(line(s))
        for s in (elsewhere(material, m), _support(material, m), _joint(material, m))
        if s
    ]
    blocks += _onward(material, m)
    see = Link("every priority of this model", anchor("priorities", m.id))
    blocks.append(Paragraph(line("See ", see, "."), "small"))
    if m.model.note:
        blocks.append(Note("About this model", line(m.model.note)))
    when = f" ({date})" if date and date not in title else ""
    return Section(anchor("model", m.id), f"{title}{when}", tuple(blocks))


def _verdict(material: Material, m: ModelAssessment) -> Line:
    outcomes = tuple(p.outcome for p in m.prospects if p.today)
    now = material.words.called(m.graph, outcomes, m.graph.status_quo)
    holds, fails = ("hold", "do not hold") if len(outcomes) > 1 else ("holds", "does not hold")
    holding = tuple(c for c in m.concepts if m.holds[c])
    if not holding:
        return line(Strong(f"{capital(now)} {fails}"), " under any stability concept.")
    under = concepts_listed(holding)
    if len(holding) == len(m.concepts):
        under = f"all {number(len(holding))} stability concepts" if len(holding) > 1 else under
    sole = "" if not m.sole else f"; under {concepts_listed(m.sole)}, no other state does"
    if m.sole == holding:
        sole = "; no other state does"
    return line(Strong(f"{capital(now)} {holds}"), f" under {under}{sole}.")


def _done(material: Material, m: ModelAssessment, actor: str) -> tuple[Line, Line]:
    taken = material.words.taken(m.graph, m.graph.status_quo, actor)
    return line(material.party(actor)), line("; ".join(taken) if taken else "None of its options.")


def _parties(material: Material, m: ModelAssessment) -> Table:
    rows = []
    for actor in m.graph.deciders:
        unmet = [u for u in m.unmet if u.actor == actor]
        lacking: Line = line("None: all are met.")
        if unmet:
            basis = bases_of(m, unmet)[0]
            lacking = line(
                f"{capital(ordinal(basis.position))} of {number(unmet[0].of)}: ",
                Link(material.words.wish(m.id, basis.statement), basis_anchor(basis)),
                material.cites(basis.statement.because),
            )
        rows.append(Row((line(material.party(actor)), line(_why(material, m, actor)), lacking)))
    head = ("Party", "Why it stays, or does not", "First unmet priority")
    return Table("Why each party stays where it is, and what it lacks first", head, tuple(rows))


def _why(material: Material, m: ModelAssessment, actor: str) -> str:
    own = {v.concept: v for v in m.verdicts if v.actor == actor}
    plain = own[yardstick(m)]
    if plain.stable and not plain.answers:
        return "Nothing that it could do alone would leave it better off."
    foresight = own.get("seq", plain)
    deterred = [a for a in foresight.answers if a.deterred]
    if foresight.stable and deterred:
        return _deterred(material, m, foresight)
    open_ = [a for a in foresight.answers if not a.deterred] or list(plain.answers)
    gain = material.words.change(m.graph, m.graph.status_quo, open_[0].improvement)
    more = f" It has {count(len(open_) - 1, 'other such move')}." if len(open_) > 1 else ""
    return f"It would gain by {gain}, and no credible answer deters it.{more}"


def _deterred(material: Material, m: ModelAssessment, verdict: Verdict) -> str:
    answer = next(a for a in verdict.answers if a.deterred)
    gain = material.words.change(m.graph, m.graph.status_quo, answer.improvement)
    path = material.words.path(m.graph, answer.improvement, answer.sanction)
    more = len(verdict.answers) - 1
    others = f" {capital(count(more, 'other gain'))} would be answered as well." if more else ""
    return f"It would gain by {gain}, but this would be answered: {path}.{others}"


def _support(material: Material, m: ModelAssessment) -> str:
    concept = yardstick(m)
    if not m.holds[concept]:
        return ""
    falls = [s for s in m.supports if not s.deleted.get(concept, True)]
    turned = sum(not s.reversed.get(concept, True) for s in m.supports)
    if not turned and not falls:
        return "No single priority holds it up: it would outlast the reversal of any one of them."
    reversal = (
        f"The reversal of {_any_of(turned)} would unsettle it"
        if turned > 1
        else "The reversal of one priority would unsettle it"
    )
    if not falls:
        return f"{reversal}; the loss of a single one would not."
    named = [
        f"{material.words.whose(s.actor)} {ordinal(s.position)}, "
        f"{material.words.statement(m.id, s.statement)}"
        for s in falls[:3]
    ]
    more = [f"{number(len(falls) - 3)} more"] if len(falls) > 3 else []
    return f"{reversal}; so would the mere loss of {listed([*named, *more], 'or')}."


def _any_of(n: int) -> str:
    return "either of two priorities" if n == 2 else f"any one of {number(n)} priorities"


def _onward(material: Material, m: ModelAssessment) -> list[Block]:
    """Return the figure of where moves that each mover gains from lead, if they lead anywhere."""
    if len(m.evolution.reached) < 2:
        return []
    held: dict[State, list[str]] = {}
    for concept, found in m.equilibria.items():
        for equilibrium in found:
            held.setdefault(equilibrium.state, []).append(concept)
    scene, key = Scene(material.words, m.graph), anchor("fig-evolution", m.id)
    return [FigureBlock(evolution_figure(scene, m.evolution, held, material.marks, key=key))]


def _joint(material: Material, m: ModelAssessment) -> str:
    own = [g for g in m.groups if g.by_own_moves]
    wish = [g for g in m.groups if g.at_all and not g.by_own_moves]
    said = []
    for g in own[:2]:
        best = g.by_own_moves[0]
        then = material.words.called(m.graph, outcomes_of(m.graph, best.state), best.state)
        said.append(
            f"{capital(material.words.actors(g.actors))} could both gain by moving together to {then}."
        )
    for g in wish[:2]:
        both = "both" if len(g.actors) == 2 else "all"
        states = count(len(g.at_all), "other state")
        said.append(
            f"{capital(material.words.actors(g.actors))} would {both} prefer {states}, "
            "but cannot bring any about by their own moves."
        )
    if not said and len(m.graph.deciders) > 1:
        return "There is no other state that any group of parties would all prefer."
    return " ".join(said)
