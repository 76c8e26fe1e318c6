"""Follow a conflict from today: `evolve`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.case import Case, open_case
from detente.case.formatter import write_whole
from detente.errors import UsageError
from detente.report.figures.evolution import evolution_figure
from detente.report.figures.palette import marks_of
from detente.report.scene import Scene
from detente.report.screen.evolution import evolution_text
from detente.report.words import Words
from detente.stability import CLASSICAL, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.destination import Destination, destination, matching
from detente.stability.evolution import By, Evolution, Reached, Step
from detente.stability.evolve import evolve as follow
from detente.stability.evolve import evolve_form
from detente.stability.graph import ConflictGraph, State
from detente.stability.graph_form import GraphForm, NamedState, graph_form
from detente.workflow.analyse import one_model, settings_for
from detente.workflow.outcome import Outcome

__all__ = ["evolve"]

LISTED = 5000
"""So many states are listed as data at most."""


def evolve(
    name: str,
    model: str = "",
    start: Sequence[str] | None = None,
    by: By = "improvements",
    within: int | None = None,
    to: str = "",
    figure: Path | None = None,
    settings: Settings | None = None,
    what_if: str = "",
) -> Outcome:
    """Say where a conflict can go from today or another state, move by move, and where it can stop.

    `start` holds the options taken, or the id of a state in graph form; `to` is a condition, an
    outcome or the id of a state; `figure` a file to write a drawing to. Raises `UnknownName` for an
    unknown model, option, state or name, `UsageError` for a state that is not feasible, `FileProblem`
    for a file that cannot be written.
    """
    case = open_case(name)
    id = one_model(case, model, case.every_model)
    source = _source(case, id, settings_for(case, id, settings, what_if))
    where = None if start is None else source.find(start)
    found = _evolution(source, where, by, within)
    destinations = _destinations(source, where, found, to)
    scene = Scene(Words(case), source)
    text = evolution_text(scene, found, destinations)
    if figure is not None:
        text += f"\nWritten: {_draw(case, scene, found, destinations, figure)}"
    data = {
        "case": case.case.id,
        "digest": case.digest,
        **_shape(source, found),
        "to": [_destination(d) for d in destinations],
    }
    return Outcome(data, text, written=() if figure is None else (figure,))


def _source(case: Case, id: str, settings: Settings) -> ConflictGraph | GraphForm:
    if case.graph_form(id):
        return graph_form(case, id, settings)
    return build_graph(case, id, settings)


def _evolution(
    source: ConflictGraph | GraphForm, start: State | None, by: By, within: int | None
) -> Evolution[State]:
    if isinstance(source, GraphForm):
        return evolve_form(source, start, by, within)
    return follow(source, start, by, within)


def _destinations(
    source: ConflictGraph | GraphForm, start: State | None, found: Evolution[State], to: str
) -> list[Destination]:
    """Return the way to what is asked for; if no improvements lead there, by any moves, too."""
    if not to:
        return []
    where = matching(source, to)
    own = destination(found, to, where)
    if own.reached or own.by == "moves" or not own.states:
        return [own]
    return [own, destination(_evolution(source, start, "moves", None), to, where)]


def _draw(
    case: Case,
    scene: Scene,
    found: Evolution[State],
    destinations: Sequence[Destination],
    path: Path,
) -> Path:
    if path.suffix != ".svg":
        raise UsageError("the drawing is written as SVG", found=path.name, expected="FILE.svg")
    stable = _stable(scene.source)
    held = {
        r.state: tuple(k for k, rows in stable.items() if rows[:, r.number].all())
        for r in found.reached
    }
    colours = {d: case.actors[d].colour if d in case.actors else "" for d in scene.deciders}
    asked = [r.number for d in destinations if d.by == found.by for r in d.reached]
    marks = marks_of(colours)
    drawn = evolution_figure(scene, found, held, marks, first=asked, titled=True)
    write_whole(path, drawn.svg + "\n")
    return path


def _stable(source: ConflictGraph | GraphForm) -> Mapping[str, NDArray[np.bool_]]:
    """Return for whom each state is stable, by classical concept; shape (decision makers, n)."""
    if isinstance(source, GraphForm):
        return {k: c.stable(source.game) for k, c in CLASSICAL.items()}
    analysis = Analysis(source)
    return {k: analysis.stable(c) for k, c in CLASSICAL.items()}


# As data ------------------------------------------------------------------------------------


def _shape(source: ConflictGraph | GraphForm, found: Evolution[State]) -> dict[str, Any]:
    return {
        "model": source.model,
        "form": "graph" if isinstance(source, GraphForm) else "options",
        "start": _state(found.start),
        "is_status_quo": found.start == source.status_quo,
        "by": found.by,
        "within": found.within,
        "complete": found.complete,
        "count": len(found.reached),
        "states": [_reached(found, r) for r in found.reached[:LISTED]],
        "cycles": [
            {"states": [_state(s) for s in c.states], "closed": c.closed} for c in found.cycles
        ],
    }


def _reached(found: Evolution[State], reached: Reached[State]) -> dict[str, Any]:
    return {
        "state": _state(reached.state),
        "moves": reached.moves,
        "last": dict(reached.last),
        "from": [_step(s) for s in found.last_steps(reached.number)],
        "leavers": list(reached.leavers),
        "stops": reached.stops,
    }


def _destination(found: Destination) -> dict[str, Any]:
    return {
        "target": found.target,
        "by": found.by,
        "states": found.states,
        "complete": found.complete,
        "reached": [{"state": _state(r.state), "moves": r.moves} for r in found.reached[:LISTED]],
        "ways": [
            [{"actor": s.actor, "to": _state(s.after)} for s in way]
            for ways in found.ways
            for way in ways
        ],
    }


def _step(step: Step[State]) -> dict[str, Any]:
    return {"actor": step.actor, "state": _state(step.before)}


def _state(state: State) -> str | list[str]:
    return state.id if isinstance(state, NamedState) else list(state.on)
