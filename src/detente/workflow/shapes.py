"""Findings as plain data: the JSON shapes that others may rely on (keys are added, never renamed)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from detente.errors import Problem
from detente.judgement import InquiryAnswer
from detente.stability.analysis import Analysis
from detente.stability.edits import Edit
from detente.stability.findings import CoalitionFinding, Equilibrium, Move, Verdict
from detente.stability.graph import State
from detente.stability.survey import Model
from detente.stability.unlock import Unlocking

__all__ = [
    "answer_shape",
    "coalition_shape",
    "model_header",
    "model_shape",
    "moves_shape",
    "problem_shape",
    "unlock_shape",
    "verdict_shape",
]


def _options(state: State) -> list[str]:
    return list(state.on)


Named = Callable[[State], object]
"""How a state is named: by the options taken in it, or by its id."""


def problem_shape(problem: Problem) -> dict[str, Any]:
    """Return a problem of a file as data."""
    return {
        "message": problem.message,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "hint": problem.hint,
    }


def model_shape(
    analysis: Analysis, concepts: Sequence[str], coalitions: Sequence[CoalitionFinding] = ()
) -> dict[str, Any]:
    """Return the stability of one model as data."""
    found = {c: analysis.equilibria(c) for c in concepts}
    graph = analysis.graph
    return model_header(graph, graph.count, graph.readings) | {
        "equilibria": {c: [list(e.state.on) for e in es] for c, es in found.items()},
        "reachable": {c: [list(e.state.on) for e in es if e.reachable] for c, es in found.items()},
        "paths": {c: [_path(e) for e in es if e.reachable] for c, es in found.items()},
        "coalitions": [coalition_shape(c) for c in coalitions],
    }


def model_header(
    graph: Model, states: int, readings: Iterable[str], engine: str = "explicit"
) -> dict[str, Any]:
    """Return how a model was read, and how many feasible states were found, as data."""
    return {
        "model": graph.model,
        "title": graph.option_model.title,
        "engine": engine,
        "feasible_states": states,
        "decision_makers": list(graph.deciders),
        "readings": dict(zip(graph.deciders, readings, strict=True)),
        "fix": dict(graph.settings.fix),
        "context": {
            b: graph.settings.context.get(b, v.value) for b, v in graph.option_model.context.items()
        },
        "irreversible": list(graph.settings.irreversible),
        "status_quo": list(graph.status_quo.on),
    }


def coalition_shape(finding: CoalitionFinding, named: Named = _options) -> dict[str, Any]:
    """Return what a coalition means for a state as data; sanctions are null where there is none."""
    verdicts = finding.verdicts.items()
    return {
        "group": list(finding.group),
        "state": named(finding.state),
        "improvements": [named(s) for s in finding.improvements],
        "stable": {c: v.stable for c, v in verdicts},
        "sanctions": {
            c: [None if a.sanction is None else named(a.sanction) for a in v.answers]
            for c, v in verdicts
        },
        "jumps": [{"from": named(j.before), "to": named(j.after)} for j in finding.jumps],
    }


def _path(equilibrium: Equilibrium) -> dict[str, Any]:
    return {"to": list(equilibrium.state.on), "moves": moves_shape(equilibrium.path or ())}


def moves_shape(moves: Sequence[Move], named: Named = _options) -> list[dict[str, Any]]:
    """Return a path of moves as data."""
    return [{"actor": m.actor, "to": named(m.to)} for m in moves]


def verdict_shape(verdict: Verdict, named: Named = _options) -> dict[str, Any]:
    """Return a verdict and its witness as data."""
    unmet = verdict.unmet
    return {
        "actor": verdict.actor,
        "concept": verdict.concept,
        "state": named(verdict.state),
        "stable": verdict.stable,
        "margin": verdict.margin,
        "improvements": [
            {
                "to": named(a.improvement),
                "deterred": a.deterred,
                "sanction": moves_shape(a.sanction, named),
                "ends": [named(e) for e in a.ends],
            }
            for a in verdict.answers
        ],
        "first_unmet": unmet
        and {"position": unmet.position, "of": unmet.of, "statement": str(unmet.statement.want)},
    }


def unlock_shape(model: str, found: Unlocking) -> dict[str, Any]:
    """Return the answer of a search for the smallest changes as data."""
    return {
        "model": model,
        "target": str(found.target),
        "concept": found.concept,
        "edits": found.edits,
        "complete": found.complete,
        "proven_none_below": found.proven_below,
        "solutions": [
            {"edits": [_edit(e) for e in s.edits], "states": [list(t.on) for t in s.states]}
            for s in found.solutions
        ],
        "searched": {"by": list(found.by), "at_most": found.at_most},
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "actor": edit.actor,
        "operation": edit.operation,
        "statement": edit.statement,
        "position": edit.position or None,
    }


def answer_shape(answer: InquiryAnswer) -> dict[str, Any]:
    """Return the answer to a question of the case as data."""
    return {
        "id": answer.id,
        "ask": answer.ask,
        "implied": answer.implied,
        "because": [str(r) for r in answer.because],
        "agrees": answer.agrees,
        "needs": list(answer.needs),
        "found": [list(map(dict, c.found)) for c in answer.checks],
        "expected": [c.expected for c in answer.checks],
        "checks": [
            {
                "compute": c.compute,
                "say": c.say,
                "agrees": c.agrees,
                "found": [dict(r) for r in c.found],
                "expected": c.expected,
                "needs": c.needs,
            }
            for c in answer.checks
        ],
    }
