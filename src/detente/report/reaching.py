"""What holds beside today's state, and whether self-interested moves lead there."""

from __future__ import annotations

from detente.judgement.concern import yardstick
from detente.report.material import Material
from detente.report.names import capital, count
from detente.stability.assessment import ModelAssessment
from detente.stability.findings import Equilibrium

__all__ = ["elsewhere", "out_of_reach"]

SHOWN = 3


def elsewhere(material: Material, m: ModelAssessment) -> str:
    """Return which other states hold under the yardstick, each with the way there or that none is."""
    others = _others(m)
    said = [_one(material, m, e) for e in others[:SHOWN]]
    more = len(others) - SHOWN
    if more > 0:
        said.append(
            f"{capital(count(more, 'other state'))} hold too." if more > 1 else "One more holds."
        )
    return " ".join(said)


def out_of_reach(material: Material, m: ModelAssessment) -> str:
    """Return the named outcomes that would hold but cannot be reached; empty where there are none.

    Stability without reachability misleads, so this belongs beside the first answer.
    """
    today = {p.outcome for p in m.prospects if p.today}
    found = [e for e in _others(m) if e.path is None]
    names = [p for p in m.prospects if p.outcome not in today]
    lost = [p for p in names if any(p.outcome in e.outcomes for e in found)]
    lost = [p for p in lost if not p.reachable.get(yardstick(m))]
    if not lost:
        return ""
    what = material.words.outcome(m.id, lost[0].outcome)
    return f" {capital(what)} would hold too, but no path of moves that each mover gains from leads there."


def _others(m: ModelAssessment) -> list[Equilibrium]:
    return [e for e in m.equilibria[yardstick(m)] if e.state != m.graph.status_quo]


def _one(material: Material, m: ModelAssessment, found: Equilibrium) -> str:
    what = capital(material.words.called(m.graph, found.outcomes, found.state))
    holds = "hold" if len(found.outcomes) > 1 else "holds"
    too = " too" if m.holds[yardstick(m)] else ""
    if found.path is None:
        return f"{what} {holds}{too}, but no path of moves that each mover gains from leads there."
    way = material.words.path(m.graph, m.graph.status_quo, found.path)
    return f"{what} {holds}{too}, and is reached by moves that each mover gains from: {way}."
