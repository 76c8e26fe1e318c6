"""The causal network: known nodes, no edge twice, no node that pushes itself without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.network import Influence
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the network."""
    yield from _names(context)
    yield from _repeated(context)
    for id, edge in context.case.influences.edges.items():
        if edge.cause == edge.effect and not (edge.text and edge.because):
            message = f"`{edge.cause}` acts on itself and nothing says why"
            hint = "give `text` and `because`, or name another effect"
            yield context.problem(("influences", "edges", id), message, hint, key=True)
        yield from _strength(context, id, edge)


def _names(context: Context) -> Iterator[Problem]:
    nodes, edges = context.ids("influences", "nodes"), context.ids("influences", "edges")
    for id, edge in context.case.influences.edges.items():
        for field in ("cause", "effect"):
            at = ("influences", "edges", id, field)
            yield from context.unknown(at, "node", getattr(edge, field), nodes)
        if edge.view_of:
            at = ("influences", "edges", id, "view_of")
            yield from context.unknown(at, "actor", edge.view_of, context.ids("actors"))
    for i, contest in enumerate(context.case.influences.contested):
        for j, name in enumerate(contest.edges):
            place = ("influences", "contested", i, "edges", j)
            yield from context.unknown(place, "mechanism", name, edges)


def _repeated(context: Context) -> Iterator[Problem]:
    """Two sources may state the same push, or opposite ones; one source states it once."""
    first: dict[tuple[str, str, str, str], str] = {}
    for id, edge in context.case.influences.edges.items():
        for source in sorted({r.source or str(r) for r in edge.because} or {""}):
            key = (edge.cause, edge.effect, edge.sign, source)
            other = first.setdefault(key, id)
            if other != id:
                said = (
                    f"`{edge.cause}` to `{edge.effect}` with the same sign and source as `{other}`"
                )
                hint = "keep one of the two and give it the references of both"
                yield context.problem(("influences", "edges", id), said, hint, key=True)
                break


def _strength(context: Context, id: str, edge: Influence) -> Iterator[Problem]:
    strength = edge.strength
    if strength is not None and (strength.word or not 0 < strength.low <= strength.high <= 1):
        message = f"a strength lies between 0 and 1, found {strength}"
        hint = "write 0.5 or 0.2..0.8; the direction belongs in `sign`"
        yield context.problem(("influences", "edges", id, "strength"), message, hint)
