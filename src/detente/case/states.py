"""The one bridge from names to arrays: the truth of every condition in every state.

A state of a model with m options is a number below 2**m; bit j is the j-th option in the order of
the model, so the first option is the lowest bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from detente.case.formula import Formula, evaluate, names
from detente.case.model import OptionModel
from detente.case.terms import learn
from detente.errors import TooLarge

__all__ = ["MOST_OPTIONS", "Truths"]

MOST_OPTIONS = 20
Bools = NDArray[np.bool_]


@dataclass
class Truths:
    """Truth values over all states of a model: Boolean arrays of shape (2**options,).

    `context` overrides context bits. Raises `TooLarge` above 20 options.

    >>> from detente.case.formula import parse
    >>> wants = {"north": {"readings": {"stated": {"order": [{"want": "north.build"}]}}}}
    >>> both = {"bridge": {"when": "north.build and south.open"}}
    >>> options = {"north.build": {}, "south.open": {}}
    >>> truths = Truths(OptionModel(options=options, outcomes=both, preferences=wants))
    >>> truths.of(parse("bridge or not north.build")).tolist()
    [True, False, True, True]
    """

    model: OptionModel
    context: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.model.options)
        if count > MOST_OPTIONS:
            raise TooLarge(
                "this model has too many options to list its states",
                found=f"{count} options",
                expected=f"{MOST_OPTIONS} at most",
                hint="hold options fixed by leaving them out, split the model, or ask for its Nash "
                "equilibria with `detente stability --engine sat`",
            )
        self.size = 1 << count
        codes = np.arange(self.size)
        bits = {o: (codes >> j & 1).astype(bool) for j, o in enumerate(self.model.options)}
        facts = {b: bit.value for b, bit in self.model.context.items()} | dict(self.context)
        self._known: dict[str, Bools] = bits | {b: self.constant(v) for b, v in facts.items()}
        named = {**self.model.propositions, **self.model.outcomes}
        self._named = {name: named[name].when for name in named}

    def constant(self, value: bool) -> Bools:
        """Return an array that is true, or false, in every state."""
        return np.full(self.size, value)

    def of(self, formula: Formula) -> Bools:
        """Return where a condition is true.

        Raises KeyError for an unknown name, `UsageError` for one that is defined by itself.
        """
        for name in names(formula):
            self.name(name.id)
        return evaluate(formula, self._known, self.constant)

    def name(self, id: str) -> Bools:
        """Return where an option, bit, proposition or outcome is true; errors as for `of`."""
        return learn(id, self._known, self._named, self.constant)

    def feasible(self) -> Bools:
        """Return the states that meet every rule."""
        met = self.constant(True)
        for rule in self.model.rules:
            met = met & self.of(rule.require)
        return met

    def code(self, on: Mapping[str, bool]) -> int:
        """Return the number of the state in which just the options marked true are taken."""
        return sum(1 << j for j, o in enumerate(self.model.options) if on.get(o))
