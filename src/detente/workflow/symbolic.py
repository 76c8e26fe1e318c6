"""Analyse models of any size without listing their states: `stability --engine symbolic | auto`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from detente.case import OptionModel, open_case
from detente.case.states import MOST_OPTIONS
from detente.errors import UsageError
from detente.report.screen.symbolic import symbolic_text
from detente.stability import Settings
from detente.stability.graph import resolve
from detente.stability.memory import MOST_BYTES, needed
from detente.stability.symbolic.answers import Overview, Stays
from detente.stability.symbolic.game import Game
from detente.workflow.analyse import option_forms, settings_for, stability
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import moves_shape

if TYPE_CHECKING:  # the engine needs an extra, which models of common size do without
    from detente.stability.symbolic.equilibria import Progress

__all__ = ["stability_by_size", "symbolic_shape", "symbolic_stability"]


def symbolic_stability(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
    *,
    limit: int = 100,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Say what is known of today's state and of the equilibria of models of any size.

    Under Nash stability if no concept is named. Up to `limit` equilibria are given; each question
    may take `seconds`. Raises as `stability`, `UsageError` for a concept that is none of nash, gmr,
    smr, seq and sseq, and `MissingExtra` where the extra `symbolic` is not installed.
    """
    from detente.stability.symbolic.equilibria import build_set
    from detente.stability.symbolic.overview import overview

    case = open_case(name)
    shapes, texts = [], []
    for id in [resolve("model", m, case.every_model) for m in models] or option_forms(case):
        own = settings_for(case, id, settings, what_if)
        sets = [build_set(case, id, c, own, seconds, progress) for c in concepts or ["nash"]]
        known = [overview(one, limit) for one in sets]
        shapes.append(symbolic_shape(sets[0].game, known))
        texts.append(symbolic_text(case, sets[0].game, known))
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts))


def stability_by_size(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
    coalitions: Sequence[Sequence[str]] = (),
    *,
    limit: int = 100,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Analyse models state by state where there are not too many states for that, else by SAT.

    Raises as `stability` and `symbolic_stability`, and `UsageError` where coalitions are asked
    about in a model that is too large.
    """
    case = open_case(name)
    ids = [resolve("model", m, case.every_model) for m in models] or list(case.every_model)
    forms = {id: case.option_form(id) for id in ids if not case.graph_form(id)}
    large = [id for id, form in forms.items() if _is_large(form)]
    small = [id for id in ids if id not in large]
    if not large:
        return stability(name, ids, settings, concepts, what_if, coalitions, progress=progress)
    if coalitions:
        raise UsageError(
            "what coalitions could do is only said where states can be listed",
            found=f"{large[0]}, with {len(forms[large[0]].options)} options",
            hint="choose other models with --model",
        )
    by_sat = symbolic_stability(
        name, large, settings, concepts, what_if, limit=limit, seconds=seconds, progress=progress
    )
    if not small:
        return by_sat
    listed = stability(name, small, settings, concepts, what_if, progress=progress)
    found = {m["model"]: m for m in (*listed.data["models"], *by_sat.data["models"])}
    data = {**by_sat.data, "models": [found[id] for id in ids]}
    return Outcome(data, f"{listed.text}\n\n{by_sat.text}")


def _is_large(model: OptionModel) -> bool:
    """Return whether the states of a model are too many to be listed."""
    options, deciders = len(model.options), len(model.deciders())
    return options > MOST_OPTIONS or needed(options, deciders) > MOST_BYTES


def symbolic_shape(game: Game, known: Sequence[Overview]) -> dict[str, Any]:
    """Return what the SAT engine says of one model as data; the first concept is also said on top.

    `exists` is null where it was not settled in time, `fixed` too; `nearest` where none was seen,
    and it is proven to be nearest where `proven` says so. Of each party `stable` is null where it
    is open; `within` says how many moves of the others were looked through then, if any.
    """
    shapes = {k.concept.key: _shape(k) for k in known}
    first = next(iter(shapes.values()))
    return {
        "model": game.model,
        "title": game.option_model.title,
        "engine": "sat",
        "decision_makers": list(game.deciders),
        "readings": {mover.name: mover.reading for mover in game.movers},
        "fix": dict(game.settings.fix),
        "context": {
            b: game.settings.context.get(b, v.value) for b, v in game.option_model.context.items()
        },
        "irreversible": list(game.settings.irreversible),
        "status_quo": list(game.status_quo.on),
        "equilibria": {k.concept.key: [list(s.on) for s in sorted(k.found.states)] for k in known},
        **{key: value for key, value in first.items() if key != "today"},
        "concepts": shapes,
    }


def _shape(known: Overview) -> dict[str, Any]:
    near = known.near
    return {
        "exists": known.exists,
        "complete": known.found.complete,
        "ended": known.found.ended,
        "lemmas": known.found.obtained.parameters["lemmas"],
        "nearest": near.state
        and {
            "state": list(near.state.on),
            "changes": list(near.changes),
            "proven": near.obtained.complete,
        },
        "fixed": dict(known.shared.fixed) if known.shared.obtained.complete else None,
        "today": {s.actor: _stays(s) for s in known.today},
    }


def _stays(verdict: Stays) -> dict[str, Any]:
    answered = verdict.answered
    return {
        "stable": verdict.stable,
        "leaves": verdict.leaves and list(verdict.leaves.on),
        "within": verdict.within,
        "answered": answered
        and {"to": list(answered.improvement.on), "sanction": moves_shape(answered.sanction)},
    }
