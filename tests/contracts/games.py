"""Conflicts to test with, in two forms: arrays for the kernels, plain sets for the definitions.

The sets are built by trying every pair of states; nothing here calls a kernel to make them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from detente.kernels import Moves, joint_replies, threshold
from detente.kernels.thresholds import Replies
from detente.stability import Concept
from detente.stability.definition import Conflict, Step

__all__ = [
    "Game",
    "by_definition",
    "by_kernel",
    "draw",
    "equilibria",
    "games",
    "least_replies",
    "once_each",
    "sketch",
]

NOBODY = -1
TURNS = ("free", "up", "down")


@dataclass(frozen=True, eq=False)
class Game:
    """A conflict in option form: bit b belongs to `owners[b]` and turns as `turns[b]` says.

    `ranks` has shape (decision makers, ..., S), with -1 where a state is infeasible; axes in
    between are a batch. A bit of `NOBODY` is held fixed.
    """

    owners: tuple[int, ...]
    turns: tuple[str, ...]
    feasible: NDArray[np.bool_]
    ranks: NDArray[np.int32]

    @cached_property
    def moves(self) -> tuple[Moves, ...]:
        """The bits of each decision maker, as the kernels want them."""
        bits = list(enumerate(zip(self.owners, self.turns, strict=True)))
        return tuple(
            Moves(*(tuple(b for b, bit in bits if bit == (i, turn)) for turn in TURNS))
            for i in range(len(self.ranks))
        )

    @cached_property
    def states(self) -> list[int]:
        """The numbers of the feasible states."""
        return [int(s) for s in np.flatnonzero(self.feasible)]

    @cached_property
    def arcs(self) -> dict[tuple[int, int], int]:
        """Who takes each possible single step, found by trying all pairs of states."""
        steps = {(s, q): self._who(s, q) for s in self.states for q in self.states if s != q}
        return {step: i for step, i in steps.items() if i is not None}

    def _who(self, s: int, q: int) -> int | None:
        changed = [b for b in range(len(self.owners)) if (s >> b & 1) != (q >> b & 1)]
        owner = self.owners[changed[0]]
        for b in changed:
            against = self.turns[b] == ("down" if q >> b & 1 else "up")
            if against or self.owners[b] != owner or owner == NOBODY:
                return None
        return owner

    @cached_property
    def conflict(self) -> Conflict:
        """The same conflict as sets; it works each set of replies out only once."""
        reached: list[dict[int, set[int]]] = [{s: set() for s in self.states} for _ in self.ranks]
        for (s, q), i in self.arcs.items():
            reached[i][s].add(q)
        moves = [{s: frozenset(q) for s, q in mine.items()} for mine in reached]
        ranks = [{s: int(own[s]) for s in self.states} for own in self.ranks]
        conflict = Conflict(self.states, moves, ranks)
        for name in ("improvements", "replies", "gladly"):
            object.__setattr__(conflict, name, cache(getattr(conflict, name)))
        return conflict

    def with_ranks(self, ranks: NDArray[np.int32]) -> Game:
        """Return the same states and moves with other preferences."""
        return Game(self.owners, self.turns, self.feasible, np.where(self.feasible, ranks, -1))


def by_definition(concept: Concept, game: Game) -> NDArray[np.bool_]:
    """Return for whom which feasible state is stable, as defined; shape (deciders, feasible)."""
    everyone, holds = game.conflict.everyone, concept.holds
    return np.array([[holds(game.conflict, i, s) for s in game.states] for i in everyone])


def by_kernel(concept: Concept, game: Game) -> NDArray[np.bool_]:
    """Return the same as the kernel finds it; shape (deciders, ..., feasible)."""
    pulls = joint_replies(list(game.ranks), game.moves, concept.replies)
    counter = concept.countermoves
    stable = [
        own >= threshold(own, i, game.feasible, game.moves, pulls, countermoves=counter)
        for i, own in enumerate(game.ranks)
    ]
    return np.stack(stable)[..., game.feasible]


def equilibria(stable: NDArray[np.bool_], game: Game) -> list[int]:
    """Return the numbers of the states that are stable for everyone.

    >>> two = Game((0,), ("free",), np.array([False, True]), np.array([[-1, 0]]))
    >>> equilibria(np.array([[True]]), two)
    [1]
    """
    return [s for k, s in enumerate(game.states) if stable[:, k].all()]


def least_replies(game: Game, i: int, s: int, values: Mapping[int, int], replies: Replies) -> int:
    """Return the least value at s or where the others can take the conflict from there."""
    conflict = game.conflict
    sets = {"moves": conflict.replies, "improvements": conflict.gladly}
    found = sets[replies](i, s) if replies != "none" else frozenset()
    return min(values[q] for q in {s, *found})


def draw(rng: np.random.Generator, deciders: int, options: int, *, spare: bool = False) -> Game:
    """Draw a dense game: everyone owns a bit, bits interleave, ties and strict ranks both occur.

    With `spare`, some options are held and some decision makers may be left without a move.
    """
    owners = rng.permutation([*range(deciders), *rng.integers(deciders, size=options - deciders)])
    if spare:
        owners = np.where(rng.random(options) < 0.3, NOBODY, owners)
    one_way = rng.choice([0.0, 0.3, 0.8])
    shares = [1 - one_way, one_way / 2, one_way / 2]
    feasible = rng.random(1 << options) >= rng.choice([0.0, rng.uniform(0, 0.5)])
    feasible[rng.integers(1 << options)] = True
    ranks = np.stack([_preferences(rng, 1 << options) for _ in range(deciders)])
    return Game(
        tuple(int(i) for i in owners),
        tuple(str(t) for t in rng.choice(TURNS, size=options, p=shares)),
        feasible,
        np.where(feasible, ranks, -1).astype(np.int32),
    )


def _preferences(rng: np.random.Generator, size: int) -> NDArray[Any]:
    levels = rng.choice([2, 3, 5, 9, 0])
    return rng.integers(levels, size=size) if levels else rng.permutation(size)


@st.composite
def games(draw: st.DrawFn, deciders: int = 4, options: int = 5) -> Game:
    """Small games that shrink: towards few options, free bits, all feasible, all indifferent."""
    count = draw(st.integers(1, deciders))
    more = st.lists(st.integers(0, count - 1), max_size=options - count)
    owners = tuple(draw(st.permutations([*range(count), *draw(more)])))
    size = 1 << len(owners)
    turns = draw(st.tuples(*[st.sampled_from(TURNS)] * len(owners)))
    holes = draw(st.sets(st.integers(0, size - 1), max_size=size - 1))
    feasible = np.array([s not in holes for s in range(size)])
    order = st.lists(st.integers(0, 4), min_size=size, max_size=size)
    ranks = np.array([draw(order) for _ in range(count)], dtype=np.int32)
    return Game(owners, turns, feasible, np.where(feasible, ranks, -1).astype(np.int32))


def sketch(ranks: Sequence[Sequence[int]], *arcs: Iterable[tuple[int, int]]) -> Conflict:
    """Return a conflict in graph form: for each decision maker its ranks and its arcs.

    >>> sketch([[0, 1]], [(0, 1)]).improvements(0, 0)
    frozenset({1})
    """
    states = range(len(ranks[0]))
    every = [sorted(mine) for mine in arcs]
    moves = [{s: frozenset(q for p, q in mine if p == s) for s in states} for mine in every]
    return Conflict(states, moves, [dict(enumerate(own)) for own in ranks])


def once_each(group: Sequence[int], start: int, step: Step) -> frozenset[int]:
    """Return where a group gets if each may move only once: a known error, to be told apart.

    >>> path = {(0, 0): [1], (1, 1): [2], (0, 2): [3]}
    >>> sorted(once_each([0, 1], 0, lambda j, q: path.get((j, q), [])))
    [1, 2]
    """
    found: set[int] = set()
    for j in group:
        rest = [k for k in group if k != j]
        for q in step(j, start):
            found |= {q, *once_each(rest, q, step)}
    return frozenset(found)
