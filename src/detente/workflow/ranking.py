"""Compare equilibria: `rank`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.case import Case, open_case
from detente.report.screen.ranking import ranking_text
from detente.stability import CLASSICAL, Settings, build_graph
from detente.stability.concept import Concept
from detente.stability.graph import resolve
from detente.stability.ranking import Placed, Ranking, rank_equilibria
from detente.stability.robustness import SingleEdit
from detente.stability.standing import Robustness
from detente.workflow.analyse import option_forms, settings_for
from detente.workflow.outcome import Outcome

__all__ = ["rank"]


def rank(
    name: str,
    models: Sequence[str] = (),
    concepts: Sequence[str] = (),
    by: Sequence[str] = (),
    settings: Settings | None = None,
    what_if: str = "",
) -> Outcome:
    """Rank the equilibria of models made of options, by criteria in the order in which they are given.

    `concepts` are classical ones, all five if none is given. Raises `UnknownName` for an unknown
    model, concept or criterion, `UsageError` for a model in graph form, `TooLarge` for too many
    equilibria.
    """
    case = open_case(name)
    members = [CLASSICAL[resolve("classical concept", c, CLASSICAL)] for c in concepts]
    ids = [resolve("model", m, case.every_model) for m in models] or option_forms(case)
    shapes, texts = [], []
    for id in ids:
        shape, text = _one(case, id, members or list(CLASSICAL.values()), by, settings, what_if)
        shapes.append(shape)
        texts.append(text)
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts))


def _one(
    case: Case,
    id: str,
    concepts: Sequence[Concept],
    by: Sequence[str],
    settings: Settings | None,
    what_if: str,
) -> tuple[dict[str, Any], str]:
    graph = build_graph(case, id, settings_for(case, id, settings, what_if))
    found = rank_equilibria(graph, concepts, by)
    return _shape(graph.model, found), ranking_text(case, graph, found)


def _shape(model: str, found: Ranking) -> dict[str, Any]:
    return {
        "model": model,
        "concepts": list(found.concepts),
        "sorted_by": list(found.criteria),
        "equilibria": [_placed(p) for p in found.placed],
    }


def _placed(placed: Placed) -> dict[str, Any]:
    s = placed.standing
    return {
        "place": placed.place,
        "undominated": placed.undominated,
        "state": list(s.state.on),
        "outcomes": list(s.outcomes),
        "concepts": list(s.concepts),
        "strongest": list(s.strongest),
        "margins": [{"concept": m.concept, "actor": m.actor, "ranks": m.ranks} for m in s.margins],
        "reach": {"improvements": s.improvements, "moves": s.moves},
        "edits": _robustness(s.edits),
        "unsure": _robustness(s.unsure) if s.unsure.of else None,
        "upset_by": [
            {"coalition": list(v.group), "to": [list(a.improvement.on) for a in v.answers]}
            for v in s.upset
        ],
    }


def _robustness(found: Robustness) -> dict[str, Any]:
    return {
        "of": found.of,
        "kept": found.kept,
        "share": found.share,
        "unsettled": [{**_edit(u.edit), "lost": list(u.lost)} for u in found.unsettled],
    }


def _edit(edit: SingleEdit) -> dict[str, Any]:
    return {
        "actor": edit.actor,
        "operation": edit.operation,
        "position": edit.position,
        "with": edit.other or None,
    }
