"""What holds, in words: at how many dates, under which concepts, and whether anything else does."""

from __future__ import annotations

from collections.abc import Sequence

from detente.judgement.finding import Holding, KeyJudgement
from detente.report.dates import span
from detente.report.inlines import Written
from detente.report.material import Material
from detente.report.names import capital, count, number
from detente.report.words import concepts_listed

__all__ = ["holds"]


def holds(material: Material, judgement: KeyJudgement) -> Written:
    """Return claim and detail on what holds."""
    found = [f for f in judgement.findings if isinstance(f, Holding)]
    firm = [f for f in found if _yardstick(f) in f.concepts]
    many = len(found) > 1
    if len(firm) == len(found):
        where = f"At every date modelled, {_dates(material)}, " if many else ""
        claim = capital(f"{where}no party gains by changing course alone.")
    elif firm:
        latest = "the latest among them" if found[0] in firm else "but not in the latest"
        claim = (
            f"What is done holds in {number(len(firm))} of {count(len(found), 'model')}, {latest}."
        )
    else:
        claim = f"What is done today does not hold: {_movers(material, found)} by changing course alone."
    return claim, " ".join(s for s in (_under(found, many), _jointly(material, found)) if s)


def _movers(material: Material, found: Sequence[Holding]) -> str:
    m, words = material.by_id[found[0].model], material.words
    movers = [v.actor for v in m.verdicts if v.concept == _yardstick(found[0]) and not v.stable]
    if len(found) > 1 or not movers:
        return "a party gains"
    verb = words.verb(movers[0], "gains", "gain") if len(movers) == 1 else "gain"
    return f"{words.actors(movers)} {verb}"


def _yardstick(finding: Holding) -> str:
    return "nash" if "nash" in finding.of else finding.of[0]


def _dates(material: Material) -> str:
    dated = [m.model.as_of for m in material.models if m.model.as_of]
    return f"from {span(dated)}" if len(set(dated)) > 1 else span(dated)


def _under(found: Sequence[Holding], many: bool) -> str:
    every = [c for c in found[0].of if all(c in f.concepts for f in found)]
    sole = [c for c in every if all(c in f.sole for f in found)]
    what = "What was done at each date" if many else "What is done today"
    if not every:
        return f"{what} is stable under none of the {count(len(found[0].of), 'stability concept')}."
    under = f"all {number(len(every))} stability concepts"
    if len(every) < len(found[0].of):
        under = concepts_listed(every)
    if not sole:
        return f"{what} is stable under {under}, but not alone in that."
    if sole == every:
        return f"{what} is stable under {under}, and nothing else is."
    return f"{what} is stable under {under}; under {concepts_listed(sole)} nothing else is."


def _jointly(material: Material, found: Sequence[Holding]) -> str:
    words = material.words
    gains = [(f.model, group) for f in found for group in f.joint]
    if not gains:
        several = any(len(material.by_id[f.model].graph.deciders) > 1 for f in found)
        return "Nor does any group of parties gain by moving together." if several else ""
    shown = [f"{words.actors(g)}{_in(material, m)}" for m, g in gains[:3]]
    more = f" and {count(len(gains) - 3, 'more group')}" if len(gains) > 3 else ""
    verb = "gain" if len(gains) > 1 or len(gains[0][1]) > 1 else "gains"
    return f"Together, {'; '.join(shown)}{more} could {verb} by moving."


def _in(material: Material, model: str) -> str:
    return f" in {material.words.model(model)}" if len(material.models) > 1 else ""
