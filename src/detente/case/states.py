"""The one bridge from names to arrays: the truth of every condition in every state.

A state of a model with m options is a number below 2**m; bit j is the j-th option in the order of
the model, so the first option is the lowest bit. A condition takes the room of the options that it
names, not of all states: the array of its truth has length 1 along all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from detente.case.formula import Formula, Name, evaluate, names
from detente.case.model import OptionModel
from detente.case.terms import learn
from detente.errors import TooLarge

__all__ = ["MOST_OPTIONS", "RUN", "Truths"]

MOST_OPTIONS = 27
"""The largest model whose states are listed one by one: 2**27 truth values take 128 MB."""
MOST_COMPACT = 60
"""The largest model with compact arrays: an array can have 64 axes."""
RUN = 12
"""The first so many options share the last axis of a compact array; each other has its own."""
Bools = NDArray[np.bool_]
Value = TypeVar("Value", bound=np.generic)


@dataclass
class Truths:
    """Truth values over the states of a model.

    Listed, they are Boolean arrays of shape (2**options,). Compact, they have one axis of length
    2 for each option beyond the first twelve, the last option first, and a last axis for the
    states of the first twelve; each axis on which nothing depends has length 1. `context`
    overrides context bits. Raises `TooLarge` above 60 options.

    >>> from detente.case.formula import parse
    >>> wants = {"north": {"readings": {"stated": {"order": [{"want": "north.build"}]}}}}
    >>> both = {"bridge": {"when": "north.build and south.open"}}
    >>> options = {"north.build": {}, "south.open": {}}
    >>> truths = Truths(OptionModel(options=options, outcomes=both, preferences=wants))
    >>> truths.of(parse("bridge or not north.build")).tolist()
    [True, False, True, True]
    >>> truths.at(parse("bridge"), 0b11)
    True
    """

    model: OptionModel
    context: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.model.options)
        if count > MOST_COMPACT:
            raise _too_many(count)
        self.size = 1 << count
        self.shape = (2,) * max(0, count - RUN) + (1 << min(count, RUN),)
        bits = {o: self._bit(j) for j, o in enumerate(self.model.options)}
        facts = {b: bit.value for b, bit in self.model.context.items()} | dict(self.context)
        self._known: dict[str, Bools] = bits | {b: self._fact(v) for b, v in facts.items()}
        named = {**self.model.propositions, **self.model.outcomes}
        self._named = {name: named[name].when for name in named}

    def _bit(self, j: int) -> Bools:
        """Return where option j is taken; compact."""
        axis = len(self.shape) - 1 - max(0, j - RUN + 1)
        found = np.arange(2) if j >= RUN else np.arange(self.shape[axis]) >> j & 1
        return found.astype(bool).reshape([-1 if a == axis else 1 for a in range(len(self.shape))])

    def _fact(self, value: bool) -> Bools:
        return np.full((1,) * len(self.shape), value)

    def listed(self, compact: NDArray[Value]) -> NDArray[Value]:
        """Return a compact array as one of shape (2**options,).

        Raises `TooLarge` above 27 options.
        """
        if self.size > 1 << MOST_OPTIONS:
            raise _too_many(len(self.model.options))
        return np.broadcast_to(compact, self.shape).reshape(self.size)

    def constant(self, value: bool) -> Bools:
        """Return an array that is true, or false, in every state."""
        return self.listed(self._fact(value)).copy()

    def compact(self, formula: Formula) -> Bools:
        """Return where a condition is true, compact; errors as for `of`."""
        for name in names(formula):
            self._learn(name.id)
        return evaluate(formula, self._known, self._fact)

    def of(self, formula: Formula) -> Bools:
        """Return where a condition is true; shape (2**options,).

        Raises KeyError for an unknown name, `UsageError` for one that is defined by itself,
        `TooLarge` above 27 options.
        """
        return self.listed(self.compact(formula))

    def name(self, id: str) -> Bools:
        """Return where an option, bit, proposition or outcome is true; errors as for `of`."""
        return self.listed(self._learn(id))

    def _learn(self, id: str) -> Bools:
        return learn(id, self._known, self._named, self._fact)

    def at(self, formula: Formula, code: int) -> bool:
        """Return whether a condition is true in one state; errors as for `compact`."""
        found = self.compact(formula)
        high = [code >> j & 1 for j in reversed(range(RUN, len(self.model.options)))]
        where = (*high, code & (1 << RUN) - 1)
        return bool(
            found[tuple(w if n > 1 else 0 for w, n in zip(where, found.shape, strict=True))]
        )

    def outcomes_at(self, code: int) -> tuple[str, ...]:
        """Return the named outcomes that a state belongs to."""
        return tuple(o for o in self.model.outcomes if self.at(Name(o), code))

    def allowed(self, rules: int | None = None) -> Bools:
        """Return the states that meet every rule, or the first so many; compact."""
        met = self._fact(True)
        for rule in self.model.rules[:rules]:
            met = met & self.compact(rule.require)
        return met

    def feasible(self) -> Bools:
        """Return the states that meet every rule; shape (2**options,), errors as for `of`."""
        return self.listed(self.allowed())

    def code(self, on: Mapping[str, bool]) -> int:
        """Return the number of the state in which just the options marked true are taken."""
        return sum(1 << j for j, o in enumerate(self.model.options) if on.get(o))


def _too_many(count: int) -> TooLarge:
    return TooLarge(
        "this model has too many options to list its states",
        found=f"{count} options",
        expected=f"{MOST_OPTIONS} at most",
        hint="hold options fixed by leaving them out, split the model, or ask what holds in it with "
        "`detente stability --engine symbolic`",
    )
