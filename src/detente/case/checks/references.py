"""What things rest on: sources, claims, assumptions, indicators, and the names lists use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from detente.case.checks.context import Context, Path
from detente.errors import Problem
from detente.evidence import Reference

__all__ = ["check", "references"]


def references(part: Any, path: Path = ()) -> Iterator[tuple[Path, Reference]]:
    """Yield every reference inside a part of a case, with its path."""
    if isinstance(part, Reference):
        yield path, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from references(getattr(part, name), (*path, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from references(value, (*path, key))
    elif isinstance(part, tuple):
        for i, value in enumerate(part):
            yield from references(value, (*path, i))


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of references and of lists that name other parts."""
    case = context.case
    sources = set(case.sources) | context.declared("sources")
    backing = {*case.evidence, *case.assumptions}
    backing |= context.declared("evidence") | context.declared("assumptions")
    for path, reference in references(case):
        if reference.at:
            yield from context.unknown(path, "source", reference.source, sources)
        elif reference.id:
            yield from context.unknown(path, "evidence", reference.id, backing)
    yield from _claims(context, sources)
    yield from _lists(context)
    for id, model in case.models.items():
        for i, source in enumerate(model.sources):
            yield from context.unknown(("models", id, "sources", i), "source", source, sources)


def _claims(context: Context, sources: set[str]) -> Iterator[Problem]:
    claims = set(context.case.evidence) | context.declared("evidence")
    for id, claim in context.case.evidence.items():
        path = ("evidence", id)
        yield from context.unknown((*path, "source"), "source", claim.source, sources)
        for field in ("corroborated_by", "contradicted_by"):
            for i, other in enumerate(getattr(claim, field)):
                yield from context.unknown((*path, field, i), "evidence", other, claims)


def _lists(context: Context) -> Iterator[Problem]:
    case = context.case
    indicators = set(case.indicators) | context.declared("indicators")
    actors = set(case.actors) | context.declared("actors")
    issues = set(case.issues) | context.declared("issues")
    for id, assumption in case.assumptions.items():
        for i, watched in enumerate(assumption.watch):
            path = ("assumptions", id, "watch", i)
            yield from context.unknown(path, "indicator", watched, indicators)
    for i, position in enumerate(case.positions):
        yield from context.unknown(("positions", i, "actor"), "actor", position.actor, actors)
        yield from context.unknown(("positions", i, "issue"), "issue", position.issue, issues)
    for actor in case.influence:
        yield from context.unknown(("influence", actor), "actor", actor, actors, key=True)
    outcomes = {o for m in case.models.values() for o in m.outcomes}
    for id, question in case.questions.items():
        if question.outcome:
            path = ("questions", id, "outcome")
            yield from context.unknown(path, "outcome", question.outcome, outcomes)
    yield from _hypotheses(context)


def _hypotheses(context: Context) -> Iterator[Problem]:
    hypotheses = context.case.hypotheses
    if hypotheses is None:
        return
    claims = set(context.case.evidence) | context.declared("evidence")
    for row, cells in hypotheses.matrix.items():
        path = ("hypotheses", "matrix", row)
        yield from context.unknown(path, "evidence", row, claims, key=True)
        for item in cells:
            yield from context.unknown((*path, item), "hypothesis", item, hypotheses.items, key=True)
