"""Tests of hypotheses and the probabilities that analysts give them: what they name is there."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.formula import FormulaError, parse
from detente.case.places import Path
from detente.errors import Problem
from detente.evidence.hypotheses import HypothesisSet, Trial

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the tests, implications and probabilities of every set of hypotheses."""
    for id, matrix in context.case.hypotheses.items():
        path: Path = ("hypotheses", id)
        for test, trial in matrix.tests.items():
            yield from _trial(context, (*path, "tests", test), trial)
        for model in dict.fromkeys(trial.model for trial in matrix.tests.values()):
            yield from _readings(context, id, matrix, model)
        items = context.ids("hypotheses", id, "items")
        for i, pair in enumerate(matrix.implies):
            for j, name in enumerate(pair):
                yield from context.unknown((*path, "implies", i, j), "hypothesis", name, items)
        for analyst, estimates in matrix.estimates.items():
            at = (*path, "estimates", analyst, "probabilities")
            for name in estimates.probabilities:
                yield from context.unknown((*at, name), "hypothesis", name, items, key=True)
            left = [i for i in matrix.items if i not in estimates.probabilities]
            if left:
                hint = "every analyst judges every hypothesis, so that they can be pooled"
                yield context.problem(at, f"no probability of {', '.join(left)}", hint)


def _trial(context: Context, path: Path, trial: Trial) -> Iterator[Problem]:
    models = context.ids("models")
    yield from context.unknown((*path, "model"), "model", trial.model, models)
    if models is None or trial.model not in models:
        return
    known = context.ids("models", trial.model, "what_if")
    for i, name in enumerate(trial.what_if):
        yield from context.unknown((*path, "what_if", i), "what-if", name, known)
    for i, condition in enumerate(trial.ask):
        at = (*path, "ask", i)
        try:
            formula = parse(condition)
        except FormulaError as error:
            yield context.problem(at, str(error))
        else:
            yield from context.formula(at, formula, context.model_names(trial.model))


def _readings(context: Context, id: str, matrix: HypothesisSet, model: str) -> Iterator[Problem]:
    """Yield the readings of hypotheses that the model of a test does not have."""
    if model not in (context.ids("models") or ()):
        return
    for name, hypothesis in matrix.items.items():
        for actor, reading in hypothesis.readings.items():
            known = context.ids("models", model, "preferences", actor, "readings")
            at: Path = ("hypotheses", id, "items", name, "readings", actor)
            yield from context.unknown(at, "reading", reading, known)
