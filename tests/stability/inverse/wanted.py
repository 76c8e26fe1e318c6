"""Games in which one decision maker's ranking is replaced, and what the definitions then say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations, product

import numpy as np
from tests.contracts.graph_games import drawn_graph

from detente.stability.coalition_definitions import CoalitionConcept
from detente.stability.concept import Concept
from detente.stability.game import Game, Ranked
from detente.stability.inverse.reach import AnyConcept

__all__ = [
    "drawn_games",
    "equilibrium",
    "kendall",
    "stable",
    "strict",
    "strict_games",
    "tied",
    "wanting",
]


def drawn_games(seed: int, many: int, deciders: int, states: int) -> Iterator[Game]:
    """Yield games of any arcs, with ties in the rankings or without."""
    rng = np.random.default_rng([seed, deciders, states])
    for _ in range(many):
        yield drawn_graph(rng, deciders, states)


def strict_games(seed: int, many: int, deciders: int, states: int) -> Iterator[Game]:
    """Yield games of any arcs and strict rankings."""
    rng = np.random.default_rng(seed)
    for game in drawn_games(seed, many, deciders, states):
        ranks = [Ranked(rng.permutation(states)) for _ in game.deciders]
        yield replace(game, relations=tuple(ranks))


def wanting(game: Game, i: int, ranks: Sequence[int]) -> Game:
    """Return the game in which decision maker i has another ranking."""
    relations = list(game.relations)
    relations[i] = Ranked(np.array(ranks, dtype=np.int64))
    return replace(game, relations=tuple(relations))


def stable(game: Game, concept: AnyConcept, i: int, s: int, group: Sequence[int] = ()) -> bool:
    """Return what the definition says of one decision maker, or of its coalition."""
    if isinstance(concept, CoalitionConcept):
        return concept.holds(game.conflict(), group or (i,), s)
    return concept.holds(game.conflict(), i, s)


def equilibrium(game: Game, concept: Concept, s: int) -> bool:
    """Return whether a state is an equilibrium, as defined."""
    return all(stable(game, concept, i, s) for i in range(len(game.deciders)))


def strict(states: int) -> Iterator[tuple[int, ...]]:
    """Yield every strict ranking, as ranks."""
    return permutations(range(states))


def tied(states: int) -> Iterator[tuple[int, ...]]:
    """Yield every ranking with ties, as ranks without a gap."""
    for ranks in product(range(states), repeat=states):
        if set(ranks) == set(range(max(ranks) + 1)):
            yield ranks


def kendall(first: Sequence[int], second: Sequence[int]) -> int:
    """Return how many pairs of states two strict rankings put in a different order."""
    pairs = [(a, b) for b in range(len(first)) for a in range(b)]
    return sum((first[a] < first[b]) != (second[a] < second[b]) for a, b in pairs)
