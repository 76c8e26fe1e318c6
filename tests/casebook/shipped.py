"""The shipped cases as games: owners read from names, ranks from truth values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
from tests.contracts.games import Game

import detente.casebook
from detente.case import Case, Statement, read_case
from detente.stability import build_graph

__all__ = ["CASES", "game_of", "open_shipped"]

FOLDER = Path(detente.casebook.__path__[0])
CASES = sorted(path.parent.name for path in FOLDER.glob("*/case.yaml"))
TURN = {"yes": "free", "no": "up", "only-off": "down"}


@cache
def open_shipped(name: str) -> Case:
    """Read a case of the casebook."""
    return read_case(FOLDER / name)


@cache
def game_of(name: str, model: str) -> Game:
    """Return a model as a game, by way of as little of the engine as possible."""
    case = open_shipped(name)
    graph = build_graph(case, model)
    options = list(case.models[model].options)
    deciders = list(dict.fromkeys(o.split(".")[0] for o in options))
    ranks = []
    for decider in deciders:
        i = graph.deciders.index(decider)
        scores = [_score(graph.orders[i], truth) for truth in graph.truth[i].T]
        order = sorted({score for score, ok in zip(scores, graph.feasible, strict=True) if ok})
        places = {score: place for place, score in enumerate(order)}
        ranks.append([places.get(score, -1) for score in scores])
    return Game(
        tuple(deciders.index(o.split(".")[0]) for o in options),
        tuple(TURN[case.option(model, o).reversible] for o in options),
        graph.feasible,
        np.where(graph.feasible, np.array(ranks, dtype=np.int32), -1),
    )


def _score(order: Iterable[Statement], truth: Iterable[bool]) -> tuple[int, ...]:
    """How many statements a state fulfils on each level, the top level first."""
    fulfilled: dict[int, int] = defaultdict(int)
    level = 0
    for statement, true in zip(order, truth, strict=True):
        level += not statement.about_equal
        fulfilled[level] += int(true)
    return tuple(fulfilled.values())
