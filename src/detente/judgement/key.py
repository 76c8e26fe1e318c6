"""The key judgements of a case, as values: what holds, who blocks, what unlocks, what turns on what.

Every judgement is conditional on the models that the case holds; none is a likelihood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from detente.case import Case
from detente.evidence import Reference
from detente.judgement.concern import (
    Basis,
    Concern,
    bases_of,
    concerns,
    gained,
    in_order,
    lead,
    plainest,
    pulls,
    references_of,
    yardstick,
)
from detente.judgement.confidence import (
    Ground,
    agreement,
    assumptions,
    information_base,
    sourcing,
    spread,
    weigh,
)
from detente.judgement.finding import (
    Blocked,
    Change,
    Finding,
    Holding,
    KeyJudgement,
    Kind,
    Turning,
    Wanting,
)
from detente.judgement.variation import Variation, quarrels, variations
from detente.stability.assessment import ModelAssessment

__all__ = ["key_judgements"]

Turned = Callable[[ModelAssessment, Variation], bool]


def key_judgements(case: Case, models: Sequence[ModelAssessment]) -> tuple[KeyJudgement, ...]:
    """Return the key judgements of a case from the assessments of its models.

    In the order in which a reader needs them: what holds, who blocks, what unlocks, what turns on
    readings and documents, what each party lacks first. A kind without any finding is left out.

    >>> from detente.case import open_case
    >>> from detente.stability import CLASSICAL
    >>> from detente.stability.assessment import assess_model
    >>> case = open_case("japan-russia")
    >>> menu = assess_model(case, "treaty-menu", list(CLASSICAL.values()))
    >>> [(k.kind, k.confidence.level) for k in key_judgements(case, [menu])][:2]
    [('holds', 'moderate'), ('blocks', 'moderate')]
    """
    if not models:
        return ()
    found = [_holds, _blocks, _unlocks, _turns, _lacks]
    return tuple(j for make in found for j in make(case, models))


def _judge(
    case: Case,
    kind: Kind,
    findings: Iterable[Finding],
    bases: Iterable[Basis],
    grounds: Iterable[Ground | None],
    more: Iterable[Reference] = (),
) -> KeyJudgement:
    bases = tuple({(b.model, b.actor, b.position): b for b in bases}.values())
    references = tuple(dict.fromkeys([*references_of(bases), *more]))
    base = information_base(case, references)
    own = case.confidence.get(kind)
    confidence = weigh([base, *grounds, assumptions(case, references)], own)
    rests = sourcing(case, references)
    return KeyJudgement(kind, tuple(findings), bases, references, rests, confidence)


def _holds(case: Case, models: Sequence[ModelAssessment]) -> Iterator[KeyJudgement]:
    ordered = tuple(reversed(in_order(models)))
    findings = [_holding(m) for m in ordered]
    everywhere = [c for c in ordered[0].concepts if all(c in f.concepts for f in findings)]
    nowhere = [c for c in ordered[0].concepts if not any(c in f.concepts for f in findings)]
    agreeing = everywhere if yardstick(ordered[0]) in everywhere else nowhere
    grounds = [
        agreement(ordered[0].concepts, agreeing),
        _spread(models, lambda m, v: v.holds[yardstick(m)] != m.holds[yardstick(m)]),
    ]
    yield _judge(case, "holds", findings, _supporting(ordered), grounds)


def _holding(m: ModelAssessment) -> Holding:
    return Holding(
        m.id,
        tuple(c for c in m.concepts if m.holds[c]),
        m.sole,
        m.concepts,
        {c: len(m.equilibria[c]) for c in m.concepts},
        tuple(g.actors for g in m.groups if g.by_own_moves),
    )


def _supporting(models: Iterable[ModelAssessment]) -> Iterator[Basis]:
    """Yield the priorities whose reversal would unsettle today's state, or that already do so."""
    for m in models:
        concept = yardstick(m)
        if m.holds[concept]:
            falls = [s for s in m.supports if not s.reversed.get(concept, True)]
            yield from bases_of(m, [(s.actor, s.position) for s in falls])
            continue
        for verdict in m.verdicts:
            open_ = [a for a in verdict.answers if not a.deterred]
            if verdict.concept == concept and open_:
                yield from gained(m, verdict.actor, open_[0].improvement)[:1]


def _blocks(case: Case, models: Sequence[ModelAssessment]) -> Iterator[KeyJudgement]:
    """Yield the judgement on who blocks; of models in which every party states priorities."""
    found = [c for c in concerns(models) if all(c.assessment.graph.orders)]
    if found:
        findings = [_blocked(c) for c in found]
        bases = [b for c in found for b in _in_the_way(c)]
        yield _judge(case, "blocks", findings, bases, _grounds(models, found))


def _blocked(c: Concern) -> Blocked:
    p = c.prospect
    most = p.unlocking.at_most if p.unlocking else 0
    return Blocked(c.assessment.id, p.outcome, p.label, c.asked, c.holds, p.blockers, most)


def _in_the_way(c: Concern) -> Iterator[Basis]:
    """Yield what pulls the blockers of an outcome away from it."""
    solution = plainest(c.prospect.unlocking.solutions) if c.prospect.unlocking else None
    for actor in c.prospect.blockers if solution else ():
        assert solution is not None
        yield from pulls(c.assessment, actor, solution.states[0])


def _unlocks(case: Case, models: Sequence[ModelAssessment]) -> Iterator[KeyJudgement]:
    """Yield the judgement on what unlocks; it rests on the leading outcome, not on all of them.

    Where no party states priorities there are none to change.
    """
    found = [c for c in concerns(models) if any(c.assessment.graph.orders)]
    if found:
        findings = [_change(c) for c in found]
        bases = _edited(found[0], findings[0])
        grounds = _grounds([found[0].assessment], found[:1])
        yield _judge(case, "unlocks", findings, bases, grounds)


def _change(c: Concern) -> Change:
    p, u = c.prospect, c.prospect.unlocking
    best = plainest(u.solutions) if u else None
    state = best.states[0] if best else None
    actors = best.actors if best else ()
    return Change(
        c.assessment.id,
        p.outcome,
        p.label,
        c.asked,
        c.holds,
        u.edits if u else None,
        u.complete if u else True,
        u.at_most if u else 0,
        u.proven_below if u else 0,
        len(u.solutions) if u else 0,
        best,
        state,
        tuple(b for a in actors if state for b in pulls(c.assessment, a, state)),
        {a: x.edits for a, x in p.alone.items()},
    )


def _edited(c: Concern, change: Change) -> tuple[Basis, ...]:
    """Return the priorities that the change edits, or outdoes if it only adds one."""
    edits = change.plainest.edits if change.plainest else ()
    named = bases_of(c.assessment, [(e.actor, e.position) for e in edits if e.position])
    return named or change.pulls


def _grounds(models: Sequence[ModelAssessment], found: Sequence[Concern]) -> list[Ground]:
    """Return the grounds of a claim that outcomes do not hold and what would make them."""
    concepts = found[0].assessment.concepts
    nowhere = [c for c in concepts if not any(f.prospect.holds[c] for f in found)]
    complete = all(f.prospect.unlocking is None or f.prospect.unlocking.complete for f in found)
    outcomes = {(f.assessment.id, f.prospect.outcome) for f in found if not f.holds}

    def comes_to_hold(m: ModelAssessment, v: Variation) -> bool:
        return any((m.id, o) in outcomes for named in v.outcomes for o in named)

    return [agreement(concepts, nowhere, complete), _spread(models, comes_to_hold)]


def _spread(models: Sequence[ModelAssessment], turned: Turned) -> Ground:
    """Return how many models have other readings, and in how many one of them turns a claim."""
    tried, changed = [], []
    for m in models:
        readings = [v for v in variations([m]) if v.kind == "reading"]
        tried += [m.id] if readings else []
        changed += [m.id] if any(turned(m, v) for v in readings) else []
    return spread(len(models), tried, changed)


def _turns(case: Case, models: Sequence[ModelAssessment]) -> Iterator[KeyJudgement]:
    found = variations(reversed(in_order(models)))
    matters = quarrels(case, models)
    readings = [v for v in found if v.kind == "reading"]
    if not readings and not matters:
        return
    known = [q for q in matters if q.conduct != "unknown"]
    more = [r for q in matters for view in q.matter.views for r in view.because]
    for v in readings:
        for actor, reading in v.readings.items():
            more += case.models[v.model].preferences[actor].readings[reading].because
    tried = {v.model for v in readings}
    settled = Ground(
        "complexity and volatility",
        "moderate" if len(known) < len(matters) or len(tried) < len(models) else "high",
        "matters open",
        {"open": len(matters) - len(known), "of": len(matters)},
    )
    yield _judge(case, "turns", [Turning(found, matters)], (), [settled], more)


def _lacks(case: Case, models: Sequence[ModelAssessment]) -> Iterator[KeyJudgement]:
    latest = lead(models)
    lacking = {u.actor for u in latest.unmet}
    orders = zip(latest.graph.deciders, latest.graph.orders, strict=True)
    content = tuple(d for d, order in orders if order and d not in lacking)
    if not latest.unmet and not content:
        return
    finding = Wanting(latest.id, latest.unmet, content)
    bases = bases_of(latest, latest.unmet)
    more = [r for o in latest.graph.orders for s in o for r in s.because] if not bases else []
    yield _judge(case, "lacks", [finding], bases, [_spread([latest], _lacks_else)], more)


def _lacks_else(m: ModelAssessment, variation: Variation) -> bool:
    """Return whether a party lacks something else first under another reading."""
    first = {u.actor: u.statement.want for u in m.unmet}
    for actor, reading in variation.readings.items():
        order = m.model.preferences[actor].readings[reading].order
        truth = [bool(m.graph.truths.of(s.want)[m.graph.status_quo.code]) for s in order]
        missing = next((s.want for s, met in zip(order, truth, strict=True) if not met), None)
        if missing != first.get(actor):
            return True
    return False
