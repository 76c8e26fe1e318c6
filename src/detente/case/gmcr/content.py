"""What a `.gmcr` file holds.

Such a file is one JSON map, as the public tool GMCR+ saves it::

    options          [{name, permittedDirection: both | fwd | back}], the first the lowest bit
    decisionMakers   [{name, options: [k, …], preferences: [condition, …],
                       preferenceRanking: [state or [state, …], …], misperceptions: [condition, …]}]
    infeasibles      [condition, …]
    coalitions       [k or [k, …], …]
    useManualPreferenceRanking   whether rankings count, and not the statements

A condition is a list of `[option, "Y" or "N"]`, all of which it asks for, or
`{compound: true, members: [list, …]}`, of which one is enough. Statements stand most important
first, and each outranks all below it together. States are numbered from 1, by rising value of their
options read as bits, infeasible ones left out. Files of old versions say `useManualPreferenceVectors`
and `preferenceVector`. What else stands there is worked out from these, and is not read.
Source: the save files and the program of GMCR+ (O. Petersons), versions 0.3.1 to 0.3.12.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["MOST_OPTIONS", "Cases", "Content", "Decider"]

MOST_OPTIONS = 20
"""So many options may a file have: its states are numbered, so they are listed."""

Cases = tuple[tuple[tuple[int, bool], ...], ...]
"""A condition: cases, of which one is enough; each holds options, and whether they are taken."""


@dataclass(frozen=True)
class Decider:
    """A decision maker: the numbers of its options, and what it wants.

    `ranking` holds states by number, best first, those that are alike together; `misperceived`
    are the states that it takes for infeasible.
    """

    name: str
    options: tuple[int, ...] = ()
    statements: tuple[Cases, ...] = ()
    ranking: tuple[tuple[int, ...], ...] = ()
    misperceived: tuple[Cases, ...] = ()


@dataclass(frozen=True)
class Content:
    """What a file says: names and turns (`yes`, `no`, `only-off`) of options, and the rest.

    `coalitions` holds the numbers of decision makers that are joined, two or more each.
    """

    options: tuple[tuple[str, str], ...]
    deciders: tuple[Decider, ...]
    infeasible: tuple[Cases, ...] = ()
    ranked: bool = False
    coalitions: tuple[tuple[int, ...], ...] = ()

    @property
    def order(self) -> tuple[int, ...]:
        """The options by owner, as the tool sorts them before it numbers states."""
        return tuple(k for decider in self.deciders for k in decider.options)

    def states(self) -> NDArray[np.int64]:
        """Return the values of the feasible states, rising; state number n is entry n - 1.

        Bit j of a value is the j-th option of `order`.

        >>> both = (((0, True), (1, True)),)
        >>> options = ("Sell", "yes"), ("Buy", "yes")
        >>> Content(options, (Decider("A", (0, 1)),), (both,)).states().tolist()
        [0, 1, 2]
        """
        codes = np.arange(1 << len(self.order), dtype=np.int64)
        kept = np.ones(len(codes), dtype=bool)
        bits = {k: j for j, k in enumerate(self.order)}
        for case in (case for cases in self.infeasible for case in cases):
            met = np.ones(len(codes), dtype=bool)
            for k, taken in case:
                met &= (codes >> bits[k] & 1).astype(bool) == taken
            kept &= ~met
        return codes[kept]
