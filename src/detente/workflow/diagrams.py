"""Count what holds in models of any size, without listing it: `stability --engine diagrams`."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from detente.case import open_case
from detente.report.screen.diagrams import diagrams_text
from detente.stability import Settings
from detente.stability.diagrams.answers import DiagramSets, StateSet
from detente.stability.diagrams.sets import diagram_sets
from detente.stability.graph import resolve
from detente.stability.symbolic.game import Game, read_game
from detente.workflow.analyse import option_forms, settings_for
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import model_header

__all__ = ["diagrams_shape", "stability_by_diagrams"]


def stability_by_diagrams(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
    *,
    seconds: float | None = None,
) -> Outcome:
    """Say how many states of models of any size are equilibria, and what these have in common.

    Under Nash stability if no concept is named. Each concept of each model may take `seconds`.
    Raises as `symbolic_stability`; `MissingExtra` on import where the extra `diagrams` is not
    installed.
    """
    case = open_case(name)
    shapes, texts = [], []
    for id in [resolve("model", m, case.every_model) for m in models] or option_forms(case):
        game = read_game(case, id, settings_for(case, id, settings, what_if))
        known = [diagram_sets(game, concept, seconds) for concept in concepts or ["nash"]]
        shapes.append(diagrams_shape(game, known))
        texts.append(diagrams_text(case, game, known))
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts))


def diagrams_shape(game: Game, known: Sequence[DiagramSets]) -> dict[str, Any]:
    """Return what the diagrams say of one model as data; numbers of states are exact integers.

    What was not settled is null; `ended` says why: "time" or "nodes". Shares are rounded to a
    float, but 0 and 1 are exact: the options in `fixed`.
    """
    feasible = next((sets.feasible for sets in known if sets.feasible), None)
    header = model_header(game, 0, (mover.reading for mover in game.movers), "diagrams")
    concepts = {sets.concept.key: _shape(sets) for sets in known}
    return header | {"feasible_states": feasible, "concepts": concepts}


def _shape(sets: DiagramSets) -> dict[str, Any]:
    today, found = sets.game.status_quo, sets.equilibria
    stable = {actor: sets.stable.get(actor) for actor in sets.game.deciders}
    return {
        "ended": sets.ended,
        "complete": sets.ended == "all",
        "equilibria": found and _counted(found),
        "stable": {
            actor: own and {"count": own.count, "today": own.holds(today)}
            for actor, own in stable.items()
        },
    }


def _counted(found: StateSet) -> dict[str, Any]:
    near = found.nearest()
    return {
        "count": found.count,
        "fraction": float(found.fraction),
        "today": found.holds(found.game.status_quo),
        "nearest": near and {"state": list(near.state.on), "changes": list(near.changes)},
        "fixed": dict(found.fixed),
        "shares": {option: _rounded(part) for option, part in found.shares.items()},
    }


def _rounded(part: Fraction) -> float:
    """Return a share as a float that is 0 or 1 only if the share is."""
    if part in (0, 1):
        return float(part)
    return min(max(float(part), sys.float_info.min), math.nextafter(1, 0))
