"""A conflict of any size whose sanctions are known: a climb that two parties can only make together."""

from __future__ import annotations

from itertools import pairwise

from tests.stability.drawn import made_case

from detente.case import Case

__all__ = ["ladder"]


def ladder(rungs: int, broken: int = 0) -> Case:
    """Return a conflict in which the only answer to a leap of `a` is a climb of so many moves.

    The rungs are b's and c's in turn, each takes the one before, and both want every rung of their
    own. `a` wants to leap, but more than that, that nobody reaches the last rung. The rung `broken`
    takes a rope that `a` need not leave: without it the climb ends there, whatever is tried.
    """
    names = [f"{'bc'[k % 2]}.rung{k}" for k in range(rungs)]
    rules = [f"{above} only if {below}" for below, above in pairwise(names)]
    rules += [f"{names[broken]} only if a.rope"] if broken else []
    wants = {p: [n for n in names if n.startswith(p)] for p in "bc"}
    return made_case(
        {"a": [f"not {names[-1]}", "a.leap"], **wants}, ["a.leap", "a.rope", *names], rules
    )
