"""Models in graph form: their names, moves that lead somewhere, rankings that leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.graph_model import GraphModel, Step
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of every model in graph form."""
    for id, model in context.case.graphs.items():
        path = ("graphs", id)
        states = context.ids(*path, "states")
        for actor, steps in model.moves.items():
            yield from _mover(context, id, model, actor)
            for i, step in enumerate(steps):
                yield from _step(context, (*path, "moves", actor, i), step, states)
            yield from _repeated(context, (*path, "moves", actor), steps)
        for actor in model.ranking:
            at = (*path, "ranking", actor)
            yield from context.unknown(at, "actor", actor, context.ids("actors"), key=True)
            yield from _ranking(context, at, model.ranking[actor], states)
        yield from context.unknown((*path, "status_quo"), "state", model.status_quo, states)
        yield from _sources(context, path, model, states)


def _mover(context: Context, id: str, model: GraphModel, actor: str) -> Iterator[Problem]:
    path: Path = ("graphs", id, "moves", actor)
    yield from context.unknown(path, "actor", actor, context.ids("actors"), key=True)
    known, ranked = context.case.actors.get(actor), context.ids("graphs", id, "ranking")
    if known is None:
        return
    if ranked is not None and actor not in ranked:
        hint = f"add `{actor}:` under `ranking`: every state, best first"
        yield context.problem(path, f"`{actor}` has moves but no ranking", hint, key=True)
    if known.role != "decides":
        message = f"`{actor}` has moves, but its role is `{known.role}`"
        hint = "write `role: decides`, or leave its moves out"
        yield context.problem(path, message, hint, key=True)


def _step(context: Context, path: Path, step: Step, states: set[str] | None) -> Iterator[Problem]:
    spot = context.places.of(path)
    for name, at in zip((step.start, step.end), step.at, strict=True):
        if states is not None and name not in states:
            yield from (
                spot.problem(p.message, p.hint, at)
                for p in context.unknown(path, "state", name, states)
            )
    if step.start == step.end:
        yield spot.problem(f"the move `{step}` leads nowhere", "name another state, or remove it")


def _repeated(context: Context, path: Path, steps: tuple[Step, ...]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for i, step in enumerate(steps):
        for start, end in dict.fromkeys(step.arcs()):
            if (start, end) in seen:
                message = f"the move `{start} -> {end}` stands twice"
                yield context.problem((*path, i), message, "keep one of the two")
            seen.add((start, end))


def _ranking(
    context: Context, path: Path, tiers: tuple[tuple[str, ...], ...], states: set[str] | None
) -> Iterator[Problem]:
    """Yield a problem for every state that is unknown, ranked twice or not ranked."""
    seen: dict[str, int] = {}
    for i, tier in enumerate(tiers):
        for j, name in enumerate(tier):
            at: Path = (*path, i, j)
            yield from context.unknown(at, "state", name, states)
            if name in seen:
                message = f"`{name}` is ranked already, on line {seen[name]}"
                yield context.problem(at, message, "keep one of the two")
            seen.setdefault(name, context.places.of(at).line)
    left = [s for s in context.case.graphs[str(path[1])].states if s not in seen]
    sound = not any(d[: len(path)] == path or path[: len(d)] == d for d in context.damaged)
    if left and sound and states is not None:
        message = f"the ranking of `{path[-1]}` leaves out " + ", ".join(f"`{s}`" for s in left)
        hint = "rank every state; put those it does not tell apart together: `[s1, s2]`"
        yield context.problem(path, message, hint, key=True)


def _sources(
    context: Context, path: Path, model: GraphModel, states: set[str] | None
) -> Iterator[Problem]:
    sources = context.ids("sources")
    for i, source in enumerate(model.sources):
        yield from context.unknown((*path, "sources", i), "source", source, sources)
    for i, result in enumerate(model.published):
        at: Path = (*path, "published", i)
        yield from context.unknown((*at, "source"), "source", result.source, sources)
        for j, name in enumerate(result.outcomes):
            yield from context.unknown((*at, "outcomes", j), "state", name, states)
