"""The assessment of a model as plain data."""

from __future__ import annotations

from typing import Any

from detente.stability.assessment import Group, ModelAssessment, Prospect, Variant
from detente.stability.unlock import Unlocking
from detente.workflow.shapes import verdict_shape

__all__ = ["assessment_shape"]


def assessment_shape(found: ModelAssessment) -> dict[str, Any]:
    """Return all that was found about one model, and how it was obtained."""
    return {
        "model": found.id,
        "title": found.model.title,
        "as_of": str(found.model.as_of or ""),
        "status_quo": list(found.graph.status_quo.on),
        "holds": dict(found.holds),
        "sole_equilibrium_under": list(found.sole),
        "equilibria": {
            c: [
                {"state": list(e.state.on), "reachable": e.reachable, "outcomes": list(e.outcomes)}
                for e in es
            ]
            for c, es in found.equilibria.items()
        },
        "verdicts": [verdict_shape(v) for v in found.verdicts],
        "first_unmet": [
            {
                "actor": u.actor,
                "position": u.position,
                "of": u.of,
                "statement": str(u.statement.want),
                "because": [str(r) for r in u.statement.because],
            }
            for u in found.unmet
        ],
        "held_up_by": [
            {
                "actor": s.actor,
                "position": s.position,
                "statement": str(s.statement.want),
                "holds_without": dict(s.deleted),
                "holds_reversed": dict(s.reversed),
            }
            for s in found.supports
        ],
        "joint_improvements": [_group(g) for g in found.groups],
        "outcomes": [_prospect(p) for p in found.prospects],
        "readings": [_variant(v) for v in found.readings],
        "what_ifs": [_variant(v) for v in found.what_ifs],
        "obtained": {
            "version": found.obtained.version,
            "digest": found.obtained.digest,
            "method": found.obtained.method,
            "parameters": dict(found.obtained.parameters),
            "exact": found.obtained.exact,
            "complete": found.obtained.complete,
        },
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "group": list(group.actors),
        "by_own_moves": [list(j.state.on) for j in group.by_own_moves],
        "preferred_by_all": len(group.at_all),
    }


def _prospect(prospect: Prospect) -> dict[str, Any]:
    return {
        "outcome": prospect.outcome,
        "label": prospect.label,
        "today": prospect.today,
        "holds": dict(prospect.holds),
        "reachable": dict(prospect.reachable),
        "smallest_change": _edits(prospect.unlocking),
        "alone": {actor: _edits(found) for actor, found in prospect.alone.items()},
        "blockers": list(prospect.blockers),
    }


def _edits(found: Unlocking | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"edits": found.edits, "at_most": found.at_most, "complete": found.complete}


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "label": variant.label,
        "status_quo": list(variant.status_quo.on),
        "holds": dict(variant.holds),
        "equilibria": {c: [list(e.state.on) for e in es] for c, es in variant.equilibria.items()},
    }
