"""The states that are stable for one decision maker, by the threshold that is the definition.

A state is stable iff its score is no less than the threshold: the best, over the moves of the
decision maker, of the worst that replies leave it with (as in `detente.kernels.thresholds`). Here
a score is a list of sets, and best and worst are settled one statement after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.kernels.thresholds import Replies
from detente.stability.diagrams.backend import Set
from detente.stability.diagrams.lexical import no_less, worse
from detente.stability.diagrams.sheet import Sheet
from detente.stability.diagrams.steps import Step, permitted, step_of

__all__ = ["best_own", "stable_set", "worst_forced"]


def stable_set(sheet: Sheet, i: int, replies: Replies, *, countermoves: bool = False) -> Set:
    """Return the feasible states that are stable for decision maker i.

    `replies` and `countermoves` as for a `Concept`. Raises `OutOfNodes`.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> sheet = Sheet(read_game(open_case("chicken"), "main"), range(2))
    >>> [sheet.states(stable_set(sheet, 0, replies)) for replies in ("none", "moves")]
    [2, 3]
    """
    score, true = sheet.score(i), sheet.diagrams.true
    left = score
    if replies != "none":
        others = [j for j in range(len(sheet.game.movers)) if j != i]
        after = best_own(sheet, i, score) if countermoves else score
        forced = worst_forced(sheet, [step_of(sheet, j, replies) for j in others], after)
        left = worse(score, forced, true) if countermoves else forced
    return sheet.feasible & no_less(score, best_own(sheet, i, left), true)


def best_own(sheet: Sheet, i: int, values: Sequence[Set]) -> list[Set]:
    """Return the best value that decision maker i reaches from each feasible state, or has there.

    After each part of the value, only those ends stay open that have the best of it.
    """
    moves, diagrams = sheet.game.movers[i].moves, sheet.diagrams
    open_ends, own, lasting = permitted(sheet, i), sheet.cube(moves.bits), (*moves.up, *moves.down)
    found = []
    for value in values:
        best = diagrams.exists_both(open_ends, value, own)
        open_ends &= value | ~best
        found.append(sheet.after_all(best, lasting))
    return found


def worst_forced(sheet: Sheet, steps: Sequence[Step], values: Sequence[Set]) -> list[Set]:
    """Return the worst value that others can force from each feasible state, by any steps.

    After each part of the value, only those states stay open as ends that have the worst of it.
    The worst that can be forced never falls along a way, and equals the value at its end; so a way
    to an open end never leaves the states with the same worst so far, and steps that do are cut.
    """
    open_ends, found = sheet.feasible, list[Set]()
    for value in values:
        steps = [step.within(found[-1]) for step in steps] if found else steps
        lost = _led_into(steps, open_ends & ~value)
        open_ends &= ~lost | ~value
        found.append(~lost)
    return found


def _led_into(steps: Sequence[Step], target: Set) -> Set:
    """Return the states from which some steps lead into a set, those of the set included."""
    found, idle, turn = target, 0, 0
    while idle < len(steps):
        more = found | steps[turn].into(found)
        idle = idle + 1 if more == found else 1  # the same again adds nothing: steps are transitive
        found, turn = more, (turn + 1) % len(steps)
    return found
