"""Hypergames: `perceive`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.case import open_case
from detente.report.screen.perceptions import perceptions_text
from detente.stability import Settings, concept_named
from detente.stability.graph import State, resolve
from detente.stability.hypergame import Hypergame, HypergameFinding
from detente.workflow.outcome import Outcome

__all__ = ["perceive"]


def perceive(
    name: str,
    models: Sequence[str] = (),
    concept: str = "seq",
    settings: Settings | None = None,
) -> Outcome:
    """Say what holds in each model as the parties see it, and what misperception changes.

    Without `models`, those that state perceptions. Raises `UnknownName` for an unknown model,
    concept, reading, option or bit.
    """
    case = open_case(name)
    member = concept_named(concept)
    ids = [resolve("model", m, case.models) for m in models]
    ids = ids or [id for id, m in case.models.items() if m.perceptions]
    shapes, texts = [], []
    for id in ids:
        seen = Hypergame(case, id, settings)
        found = seen.finding(member)
        shapes.append(_shape(found))
        texts.append(perceptions_text(case, seen.real, found))
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts) or "No model of this case states `perceptions`.")


def _shape(found: HypergameFinding) -> dict[str, Any]:
    return {
        "model": found.model,
        "concept": found.concept,
        "equilibria": [
            {
                "state": list(e.state.on),
                "expected_by": list(e.expected_by),
                "unseen_by": list(e.unseen_by),
                "real": e.real,
            }
            for e in found.equilibria
        ],
        "expected": {party: _states(states) for party, states in found.expected.items()},
        "surprises": [
            {"state": list(s.state.on), "holds": s.holds, "parties": list(s.parties)}
            for s in found.surprises
        ],
        "misperceptions": [
            {
                "party": m.party,
                "about": m.about or None,
                "believed": m.believed or None,
                "actual": m.actual or None,
                "option": m.option or None,
                "held": _states(m.held),
                "lost": _states(m.lost),
            }
            for m in found.misperceptions
        ],
    }


def _states(states: Sequence[State]) -> list[list[str]]:
    return [list(s.on) for s in states]
