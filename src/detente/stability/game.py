"""A conflict in graph form: labelled states, arcs for each decision maker, and what tempts and deters.

Every structure of preference says three things about a decision maker in a state: which states it
would leave it for (the leave-set), which keep it there (the sanction-set), and which it would move
to in reply (what it gains from). With those three every classical concept is one computation,
whatever the preferences are made of: ranks, strengths, unknowns, shares or attitudes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.errors import TooLarge, UsageError
from detente.kernels.arcs import Arcs, held, joint_reach, kept_arcs
from detente.kernels.moves import Moves, reach
from detente.kernels.thresholds import Replies
from detente.stability.definition import Conflict
from detente.stability.graph import ConflictGraph

__all__ = ["MOST_STATES", "Game", "Ranked", "Relation", "Relations", "game_of"]

MOST_STATES = 1 << 13
"""The largest game in graph form: what every state leads to is kept, n * n bytes each time."""


class Relation(Protocol):
    """What one decision maker's preferences say, state by state; rows have shape (states,)."""

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states it would leave s for."""
        ...

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states that, given in reply, leave it no reason to have left s."""
        ...

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states it would move to from s when it replies to others."""
        ...


@dataclass(frozen=True, eq=False)
class Ranked:
    """Complete, transitive preferences: `ranks` has shape (states,), higher is better, ties allowed.

    >>> Ranked(np.array([1, 2, 1])).deters(0).tolist()
    [True, False, True]
    """

    ranks: NDArray[np.int64]

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states that rank above s."""
        better: NDArray[np.bool_] = self.ranks > self.ranks[s]
        return better

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states that rank no higher than s, s among them."""
        return ~self.tempts(s)

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states that rank above s."""
        return self.tempts(s)


@dataclass(frozen=True, eq=False)
class Game:
    """A conflict in graph form. States are numbers below n; `labels` names them for people.

    `arcs` and `relations` hold one entry for each decision maker. Nothing is assumed of the arcs:
    several decision makers may have the same one, and moves need be neither transitive nor
    reversible. `today` is the number of the status quo. `codes`, where the game comes from an
    option form, are the states' numbers there, one bit an option; shape (states,).

    >>> from detente.kernels.arcs import arcs_from
    >>> moves = [arcs_from([(0, 1)], 3), arcs_from([(1, 2)], 3)]
    >>> wants = Ranked(np.array([1, 2, 0])), Ranked(np.array([0, 1, 0]))
    >>> game = Game(("a", "b"), ("s1", "s2", "s3"), tuple(moves), wants)
    >>> game.stable("moves").tolist()
    [[True, True, True], [True, True, True]]
    >>> game.stable("improvements").tolist()
    [[False, True, True], [True, True, True]]
    """

    deciders: tuple[str, ...]
    labels: tuple[str, ...]
    arcs: tuple[Arcs, ...]
    relations: tuple[Relation, ...]
    today: int | None = None
    codes: NDArray[np.int64] | None = None

    def __post_init__(self) -> None:
        if len(self.labels) > MOST_STATES:
            raise TooLarge(
                "too many states to analyse in graph form",
                found=len(self.labels),
                expected=f"at most {MOST_STATES:,}",
                hint="use option form with ranked preferences, or hold options fixed",
            )

    @cached_property
    def improving(self) -> tuple[Arcs, ...]:
        """The arcs of each decision maker that it gains from when it replies."""
        return tuple(kept_arcs(a, r.gains) for a, r in zip(self.arcs, self.relations, strict=True))

    @cached_property
    def tempting(self) -> tuple[Arcs, ...]:
        """The arcs of each decision maker that tempt it: its unilateral improvements."""
        return tuple(kept_arcs(a, r.tempts) for a, r in zip(self.arcs, self.relations, strict=True))

    @cached_property
    def _reached(self) -> dict[tuple[int, Replies], NDArray[np.uint8]]:
        """What was found by `replies`, in rows of packed bits."""
        return {}

    def numbers(self) -> NDArray[np.int64]:
        """Return the states' numbers in option form. Raises `UsageError` where it has none."""
        if self.codes is None:
            raise _without_options()
        return self.codes

    def replies(self, i: int, kind: Replies) -> NDArray[np.bool_] | None:
        """Return where all but i can take the conflict from every state; shape (n, n), or None."""
        arcs = self.arcs if kind == "moves" else self.improving
        others = [a for j, a in enumerate(arcs) if j != i]
        if not others or kind == "none":
            return None
        if (i, kind) not in self._reached:
            self._reached[i, kind] = np.packbits(joint_reach(others), axis=1)
        rows = np.unpackbits(self._reached[i, kind], axis=1, count=len(self.labels))
        return rows.astype(bool)

    def under(self, relations: Sequence[Relation]) -> Game:
        """Return the same states and moves under other preferences, one relation a decision maker.

        >>> from detente.kernels.arcs import arcs_from
        >>> game = Game(("a",), ("s1", "s2"), (arcs_from([(0, 1)], 2),), (Ranked(np.array([0, 1])),))
        >>> game.under([Ranked(np.array([1, 0]))]).stable("none").tolist()
        [[True, True]]
        """
        other = replace(self, relations=tuple(relations))
        other._reached.update({k: v for k, v in self._reached.items() if k[1] == "moves"})
        return other

    def stable(self, replies: Replies, *, countermoves: bool = False) -> NDArray[np.bool_]:
        """Return where each decision maker is stable; shape (decision makers, states)."""
        return np.stack(
            [
                held(self.arcs[i], r.tempts, r.deters, self.replies(i, replies), countermoves)
                for i, r in enumerate(self.relations)
            ]
        )

    def conflict(self) -> Relations:
        """Return the same conflict as sets, for the definitions."""
        everyone = range(len(self.labels))
        moves = [{s: frozenset(a.of(s).tolist()) for s in everyone} for a in self.arcs]
        ranks = [
            dict(enumerate(r.ranks.tolist())) if isinstance(r, Ranked) else {}
            for r in self.relations
        ]
        codes = () if self.codes is None else tuple(self.codes.tolist())
        return Relations(everyone, moves, ranks, self.relations, codes)


@dataclass(frozen=True)
class Relations(Conflict):
    """A conflict as sets whose preferences are any relation; `ranks` are empty where it has none."""

    relations: Sequence[Relation] = ()
    codes: Sequence[int] = ()

    def together(self, s: int, moves: Iterable[int]) -> int | None:
        """Return the state that moves made at once from s bring about; None if it is not feasible.

        Raises `UsageError` for a conflict that is not in option form.
        """
        if not self.codes:
            raise _without_options()
        at = self.codes[s]
        for q in moves:
            at ^= self.codes[s] ^ self.codes[q]
        return self.codes.index(at) if at in self.codes else None

    def tempts(self, i: int, s: int, q: int) -> bool:
        """Return whether i would leave s for q."""
        return bool(self.relations[i].tempts(s)[q])

    def at_least(self, i: int, s: int, q: int) -> bool:
        """Return whether q keeps i in s."""
        return bool(self.relations[i].deters(s)[q])

    def gains(self, i: int, s: int, q: int) -> bool:
        """Return whether i would move from s to q in reply."""
        return bool(self.relations[i].gains(s)[q])


def _without_options() -> UsageError:
    return UsageError(
        "moves made at once can be put together in option form only",
        found="a conflict in graph form",
        expected="states made of options",
    )


def game_of(graph: ConflictGraph) -> Game:
    """Return a graph's feasible states, renumbered from 0 in rising order, as a game in graph form.

    Raises `TooLarge` above `MOST_STATES` feasible states.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> game = game_of(build_graph(open_case("japan-russia"), "treaty-menu"))
    >>> len(game.labels), game.labels[game.today]
    (64, '{jp.t2, ru.t0}')
    """
    codes = np.flatnonzero(graph.feasible)
    if len(codes) > MOST_STATES:
        raise TooLarge(
            "too many feasible states for this computation",
            found=len(codes),
            expected=f"at most {MOST_STATES:,}",
            hint="hold options fixed, or ask for nash, gmr, smr, seq or sseq",
        )
    return Game(
        deciders=graph.deciders,
        labels=tuple(str(graph.state(int(c))) for c in codes),
        arcs=tuple(_arcs(graph, m, codes) for m in graph.moves),
        relations=tuple(Ranked(r[codes].astype(np.int64)) for r in graph.ranks),
        today=int(np.searchsorted(codes, graph.status_quo.code)),
        codes=codes.astype(np.int64),
    )


def _arcs(graph: ConflictGraph, moves: Moves, codes: NDArray[np.int64]) -> Arcs:
    found = []
    for code in codes.tolist():
        targets = reach(code, moves)
        found.append(np.sort(np.searchsorted(codes, targets[graph.feasible[targets]])))
    starts = np.concatenate([[0], np.cumsum([len(f) for f in found])]).astype(np.int64)
    return Arcs(starts, np.concatenate(found).astype(np.int64))
