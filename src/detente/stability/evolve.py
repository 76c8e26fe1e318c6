"""From a model to its evolution: option form, graph form, or a game of arcs and relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.errors import UsageError
from detente.kernels.movers import ArcMover, BitMover, Mover
from detente.stability.evolution import By, Evolution
from detente.stability.game import Game
from detente.stability.graph import ConflictGraph, State
from detente.stability.graph_form import GraphForm

__all__ = ["evolve", "evolve_form", "evolve_game"]


def evolve(
    graph: ConflictGraph,
    start: State | None = None,
    by: By = "improvements",
    within: int | None = None,
) -> Evolution[State]:
    """Return how a conflict in option form can evolve from a state, the status quo if none is given.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("elmira-1991"), "main")
    >>> [(r.moves, str(r.state), r.last, r.leavers) for r in evolve(graph).reached]
    [(0, '{uniroyal.delay}', {}, ('lg',)), (1, '{uniroyal.delay, lg.insist}', {'lg': 1}, ())]
    >>> len(evolve(graph, by="moves", within=1).reached)
    5
    """
    movers: dict[By, list[Mover]] = {
        "moves": [BitMover(m, graph.feasible) for m in graph.moves],
        "improvements": [
            BitMover(m, graph.feasible, r) for m, r in zip(graph.moves, graph.ranks, strict=True)
        ],
    }
    code = (start or graph.status_quo).code
    return Evolution(graph.deciders, movers, graph.state, code, by, within)


def evolve_game(
    game: Game, start: int | None = None, by: By = "improvements", within: int | None = None
) -> Evolution[str]:
    """Return how a conflict in graph form can evolve from a state, today's if none is given.

    Improvements are the moves that tempt the one who makes them. Raises `UsageError` where neither a
    start nor a status quo is given.

    >>> import numpy as np
    >>> from detente.kernels.arcs import arcs_from
    >>> from detente.stability.game import Ranked
    >>> moves = (arcs_from([(0, 1), (1, 2)], 3), arcs_from([(1, 0)], 3))
    >>> wants = (Ranked(np.array([0, 1, 2])), Ranked(np.array([0, 0, 0])))
    >>> game = Game(("a", "b"), ("s1", "s2", "s3"), moves, wants, today=0)
    >>> [(r.state, r.moves) for r in evolve_game(game).reached]    # nobody moves twice in succession
    [('s1', 0), ('s2', 1)]
    """
    start = game.today if start is None else start
    if start is None:
        raise UsageError("no state to start from", hint="name one; the game has no status quo")
    return Evolution(game.deciders, _arcs(game), lambda s: game.labels[s], start, by, within)


def evolve_form(
    form: GraphForm,
    start: State | None = None,
    by: By = "improvements",
    within: int | None = None,
) -> Evolution[State]:
    """Return how a model in graph form can evolve from a state, its status quo if none is given.

    >>> from detente.case import open_case
    >>> from detente.stability.graph_form import graph_form
    >>> form = graph_form(open_case("elmira-1991"), "literature")
    >>> [(r.moves, str(r.state), r.leavers) for r in evolve_form(form).reached]
    [(0, 's1', ('lg',)), (1, 's5', ())]
    """
    code, label = (start or form.status_quo).code, form.states.__getitem__
    return Evolution(form.deciders, _arcs(form.game), label, code, by, within)


def _arcs(game: Game) -> Mapping[By, Sequence[Mover]]:
    return {
        "moves": [ArcMover(a) for a in game.arcs],
        "improvements": [ArcMover(a) for a in game.tempting],
    }
