"""Ask what would have to be wanted, or be done by outsiders, for a target to hold: `inverse`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.case import Case, open_case
from detente.report.screen.compared import ByDifference, ByName
from detente.report.screen.inverse import inverse_text
from detente.stability import Settings, build_graph, concept_named
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.graph import State
from detente.stability.graph_form import graph_form
from detente.stability.inverse.answer import Inverse, inverse, inverse_in
from detente.stability.inverse.mediation import Mediations
from detente.stability.inverse.parts import Part
from detente.stability.inverse.reach import AnyConcept
from detente.stability.inverse.reordering import Shifted
from detente.workflow.analyse import one_model
from detente.workflow.outcome import Outcome

__all__ = ["ask_inverse"]

MOST_LISTED = 5000
"""The most comparisons that are written out as data."""


def ask_inverse(
    name: str,
    model: str,
    target: str = "",
    *,
    state: Sequence[str] | None = None,
    concept: str = "nash",
    actors: Sequence[str] = (),
    coalition: Sequence[str] = (),
    at_most: int = 2,
    settings: Settings | None = None,
    seconds: float | None = None,
) -> Outcome:
    """Say what each party would have to want for a target to hold, and what outsiders could do.

    `target` is a condition or a named outcome; `state`, which goes before it, the options taken in
    one state, or the id of a state of a model in graph form. Raises what `inverse` raises, and
    `UnknownName` for an unknown model, concept or name.
    """
    case = open_case(name)
    id = one_model(case, model, case.every_model)
    member = _concept(concept)
    if case.graph_form(id):
        return _in_graph_form(case, id, state or [target], member, actors, coalition, settings)
    graph = build_graph(case, id, settings)
    found = inverse(
        case,
        graph,
        target if state is None else graph.find(state),
        member,
        actors=actors,
        group=coalition,
        at_most=at_most,
        seconds=seconds,
    )
    names = ByDifference(case, graph, found.nearest.state, found.parts[0].conditions.game)
    return Outcome(_shape(case, id, found), inverse_text(names, found))


def _in_graph_form(
    case: Case,
    id: str,
    names: Sequence[str],
    concept: AnyConcept,
    actors: Sequence[str],
    coalition: Sequence[str],
    settings: Settings | None,
) -> Outcome:
    form = graph_form(case, id, settings)
    state = form.find(names)
    found = inverse_in(form, state, concept, actors=actors, group=coalition)
    return Outcome(_shape(case, id, found), inverse_text(ByName(case, form, state), found))


def _concept(name: str) -> AnyConcept:
    """Return a concept of individual or of coalition stability."""
    return COALITION_CONCEPTS.get(name.casefold()) or concept_named(name)


# As data -----------------------------------------------------------------------------------


def _shape(case: Case, model: str, found: Inverse) -> dict[str, Any]:
    near = found.nearest
    return {
        "case": case.case.id,
        "model": model,
        "target": None if isinstance(found.target, State) else str(found.target),
        "concept": found.concept.key,
        "coalition": list(found.group),
        "target_states": near.states,
        "holding_states": near.held,
        "state": _state(near.state),
        "blocked_by": list(near.blocked),
        "blocked_by_alone": dict(near.alone),
        "parties": [_part(p) for p in found.parts],
        "share_of_all": None if found.together is None else str(found.together),
        "rises": _rises(found),
        "moves_of_one_priority": [_shift(s) for s in found.shifts],
        "outsiders": None if found.mediations is None else _mediations(found.mediations),
    }


def _state(state: State) -> str | list[str]:
    return list(state.on) if type(state) is State else str(state)


def _part(part: Part) -> dict[str, Any]:
    """Return one party's part; conditions that make too long a list are only counted."""
    labels, share, rise = part.conditions.game.labels, part.share, part.rise
    clauses = part.conditions.clauses
    listed = sum(len(a) for clause in clauses for a in clause)
    return {
        "actor": part.actor,
        "met": part.met,
        "while_others_want_the_same": part.conditions.coupled,
        "conditions": len(clauses),
        "no_lower_than": None
        if listed > MOST_LISTED
        else [
            [sorted(labels[s] for s in a) for a in sorted(clause, key=sorted)] for clause in clauses
        ],
        "share_of_rankings": float(share.share),
        "rankings": share.rankings if share.states <= 20 else None,
        "error": share.error,
        "share_with_ties": None if share.tied is None else float(share.tied),
        "rise": {"levels": rise.levels, "passed": rise.passed, "place": rise.place, "of": rise.of},
        "reordering": part.swaps
        and {
            "order": part.swaps.order and [k + 1 for k in part.swaps.order],
            "swaps": part.swaps.swaps if part.swaps.order or not part.swaps.complete else None,
            "complete": part.swaps.complete,
        },
    }


def _rises(found: Inverse) -> dict[str, Any] | None:
    rises = found.rises
    if rises is None:
        return None
    deciders = found.parts[0].conditions.game.deciders
    return {
        "each": {deciders[r.actor]: r.levels for r in rises.each},
        "total": rises.total,
        "at_least": rises.at_least,
        "alone": {deciders[i]: levels for i, levels in rises.alone.items()},
    }


def _shift(move: Shifted) -> dict[str, Any]:
    return {
        "actor": move.actor,
        "statements": [str(s.want) for s in move.statements],
        "from": move.start,
        "to": move.end,
        "target_states": move.states,
    }


def _mediations(found: Mediations) -> dict[str, Any]:
    return {
        "steps": found.size,
        "complete": found.complete,
        "proven_none_below": found.proven_below,
        "searched": {"at_most": found.at_most, "single_steps": found.words},
        "ways": [
            {
                "steps": [
                    {"kind": v.kind, "subject": v.subject, "value": v.value, "position": v.position}
                    for v in m.interventions
                ],
                "states": [list(s.on) for s in m.states],
                "reachable": m.reachable,
            }
            for m in found.found
        ],
    }
