"""Simultaneous stability (SIM): what others might do at the same time spoils each improvement.

Each improvement of the decision maker is set against improvements of the others that they make
from the same state at once, one or more of them: together the moves lead to a state that leaves
the decision maker no better off. Moves are put together option by option, so that SIM is defined
in option form only.

Source: Fraser & Hipel (1979).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

from detente.errors import TooLarge
from detente.stability.concept import Concept, Foreseen, Outlook
from detente.stability.definition import Conflict
from detente.stability.game import Game

__all__ = ["MEMBER"]

MOST_COMBINATIONS = 1 << 20


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether improvements of others, made at once with each of i's, spoil it.

    >>> free = [{s: frozenset({s ^ bit}) for s in range(4)} for bit in (1, 2)]
    >>> dilemma = [dict(enumerate([2, 3, 0, 1])), dict(enumerate([2, 0, 3, 1]))]
    >>> holds(Conflict(range(4), free, dilemma), 0, 0)     # both defect at once: both lose
    True
    """
    return all(
        any(
            together is not None and conflict.at_least(i, s, together)
            for together in _outcomes(conflict, i, s, s1)
        )
        for s1 in conflict.improvements(i, s)
    )


def _outcomes(conflict: Conflict, i: int, s: int, s1: int) -> Iterator[int | None]:
    """Yield where s1 leads together with improvements of one other or more; None if infeasible."""
    for picked in product(*((None, *conflict.improvements(j, s)) for j in conflict.others(i))):
        made = [q for q in picked if q is not None]
        if made:
            yield conflict.together(s, (s1, *made))


def outlook(game: Game) -> Outlook:
    """Return which improvements are spoilt, and by which state.

    Raises `UsageError` for a game in graph form, `TooLarge` where the others can combine their
    improvements in more than a million ways.
    """
    numbers = game.numbers()
    place = np.full(int(numbers.max()) + 1, -1, dtype=np.int64)
    place[numbers] = np.arange(len(numbers))

    def foresee(i: int, s: int) -> list[Foreseen]:
        own = game.tempting[i].of(s)
        if not len(own):
            return []
        changes = _changes(game, numbers, i, s)
        deters = game.relations[i].deters(s)
        return [_spoilt(int(t), numbers[t] ^ changes, place, deters) for t in own]

    stable = [
        [all(f.held for f in foresee(i, s)) for s in range(len(numbers))]
        for i in range(len(game.arcs))
    ]
    return Outlook(np.array(stable), foresee)


def _changes(game: Game, numbers: NDArray[np.int64], i: int, s: int) -> NDArray[np.int64]:
    """Return what the others' improvements from s change, in every combination but none."""
    changes = np.zeros(1, dtype=np.int64)
    for j, arcs in enumerate(game.tempting):
        if j != i:
            single = np.concatenate([[0], numbers[s] ^ numbers[arcs.of(s)]])
            if changes.size * single.size > MOST_COMBINATIONS:
                raise TooLarge(
                    "too many combinations of improvements made at once",
                    found=changes.size * single.size,
                    expected=f"at most {MOST_COMBINATIONS:,}",
                    hint="hold options fixed",
                )
            changes = (changes[:, None] ^ single[None, :]).ravel()
    return changes[1:]


def _spoilt(
    to: int, codes: NDArray[np.int64], place: NDArray[np.int64], deters: NDArray[np.bool_]
) -> Foreseen:
    known = codes[codes < len(place)]
    states = place[known]
    bad = states[(states >= 0) & deters[states]]
    return Foreseen(to, tuple(bad[:1].tolist()), held=bool(len(bad)))


MEMBER = Concept(
    key="sim",
    name="Simultaneous stability",
    order=6,
    meaning="Improvements of others made at the same time would spoil each improvement.",
    limits="In option form only; the others are taken to move at once, and only to gain.",
    source="Fraser & Hipel (1979)",
    holds=holds,
    outlook=outlook,
)
