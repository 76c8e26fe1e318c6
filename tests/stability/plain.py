"""A model told in plain Python, one state at a time: what the engine is tested against.

Conditions are read by Python itself, preferences compared as tuples, moves found by trying all
pairs of states. Nothing here uses an array or a kernel of the engine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from types import CodeType

import numpy as np
from tests.contracts.games import NOBODY, Game

from detente.case import Case
from detente.stability import Settings
from detente.stability.definition import Conflict

__all__ = ["Changed", "Column", "Plain"]

Column = tuple[bool, ...]
SIGNS = {"not": "~", "and": "&", "or": "|", "if": ">=", "iff": "==", "true": "YES", "false": "NO"}
TURNS = {"yes": "free", "no": "up", "only-off": "down"}


@dataclass(frozen=True)
class Changed:
    """An order after edits: what is put on top, and each statement kept 1, reversed -1, deleted 0."""

    added: tuple[Column, ...]
    signs: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many edits it took."""
        return len(self.added) + sum(sign != 1 for sign in self.signs)


@cache
def python(condition: str) -> CodeType:
    """Return a condition as a Python expression over NumPy truth values.

    >>> eval(python("not a if b"), {"n": {"a": np.True_, "b": np.True_}.get})
    np.False_
    """
    text = condition.replace("only if", "<=")
    words = re.sub(r"\w[\w.\-]*", lambda m: SIGNS.get(m[0]) or f"n({m[0]!r})", text)
    return compile(words, condition, "eval")


class Plain:
    """One model of a case under settings; `states` are the feasible ones, by number."""

    def __init__(self, case: Case, id: str = "main", settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.case, self.id, self.model = case, id, case.models[id]
        self.options = list(self.model.options)
        self.deciders = list(dict.fromkeys(o.split(".")[0] for o in self.options))
        self.bits = {b: bit.value for b, bit in self.model.context.items()} | dict(
            self.settings.context
        )
        self.named = {**self.model.propositions, **self.model.outcomes}
        self.states = [s for s in range(1 << len(self.options)) if self._feasible(s)]
        self.orders = [self._order(d) for d in self.deciders]
        today = {**self.model.status_quo, **self.settings.fix}
        self._columns: dict[str, Column] = {}
        self.status_quo = sum(today.get(o, False) << b for b, o in enumerate(self.options))

    def _feasible(self, s: int) -> bool:
        held = all(self.true(o, s) == v for o, v in self.settings.fix.items())
        return held and all(self.true(str(r.require), s) for r in self.model.rules)

    def _order(self, decider: str) -> list[tuple[str, int]]:
        """Return the statements of a decision maker, each with its level."""
        readings = self.model.preferences[decider].readings
        reading = readings[self.settings.readings.get(decider, next(iter(readings)))]
        found: list[tuple[str, int]] = []
        for statement in reading.order:
            above = found[-1][1] if found else -1
            found.append((str(statement.want), above + (not statement.about_equal)))
        return found

    def true(self, condition: str, s: int) -> bool:
        """Return whether a condition is true in a state."""

        def name(id: str) -> np.bool_:
            if id in self.options:
                return np.bool_(s >> self.options.index(id) & 1)
            return np.bool_(
                self.bits[id] if id in self.bits else self.true(str(self.named[id].when), s)
            )

        return bool(eval(python(condition), {"n": name, "YES": np.True_, "NO": np.False_}))

    def column(self, condition: str) -> Column:
        """Return whether a condition is true in each feasible state."""
        if condition not in self._columns:
            self._columns[condition] = tuple(self.true(condition, s) for s in self.states)
        return self._columns[condition]

    @cached_property
    def vocabulary(self) -> list[Column]:
        """The meaning of every condition that may be put on top of an order."""
        spoken = [want for order in self.orders for want, _ in order]
        named = [self.column(n) for n in (*self.options, *self.model.propositions, *spoken)]
        both = [x for column in named for x in (column, tuple(not v for v in column))]
        return list(dict.fromkeys(x for x in both if any(x) and not all(x)))

    @cached_property
    def truth(self) -> list[list[Column]]:
        """The columns of every statement of every decision maker."""
        return [[self.column(want) for want, _ in order] for order in self.orders]

    def unchanged(self, i: int) -> Changed:
        """Return the order of a decision maker as it stands."""
        return Changed((), (1,) * len(self.orders[i]))

    def scores(self, i: int, changed: Changed) -> list[tuple[int, ...]]:
        """Return what each feasible state achieves, most important first; compare as tuples."""
        levels = [level for _, level in self.orders[i]]
        found = []
        for place in range(len(self.states)):
            met = [0] * (levels[-1] + 1)
            for column, level, sign in zip(self.truth[i], levels, changed.signs, strict=True):
                met[level] += column[place] if sign == 1 else (not column[place]) * abs(sign)
            found.append((*(int(column[place]) for column in changed.added), *met))
        return found

    def ranks(self, i: int, changed: Changed | None = None) -> list[int]:
        """Return how many levels of achievement lie below each feasible state."""
        scores = self.scores(i, changed or self.unchanged(i))
        places = {score: place for place, score in enumerate(sorted(set(scores)))}
        return [places[score] for score in scores]

    @cached_property
    def game(self) -> Game:
        """The same model as a game: moves by trying all pairs of states."""
        fix, one_way = self.settings.fix, self.settings.irreversible
        owners = [
            NOBODY if o in fix else self.deciders.index(o.split(".")[0]) for o in self.options
        ]
        turns = [
            "up" if o in one_way else TURNS[self.case.option(self.id, o).reversible]
            for o in self.options
        ]
        ranks = np.full((len(self.deciders), 1 << len(self.options)), -1, dtype=np.int32)
        for i, own in enumerate(ranks):
            own[self.states] = self.ranks(i)
        return Game(tuple(owners), tuple(turns), ranks[0] >= 0, ranks)

    def conflict(self, profile: Sequence[Sequence[int]]) -> Conflict:
        """Return the conflict with other ranks, given for each decision maker by feasible state."""
        ranks: list[Mapping[int, int]] = [
            dict(zip(self.states, own, strict=True)) for own in profile
        ]
        return Conflict(self.states, self.game.conflict.moves, ranks)
