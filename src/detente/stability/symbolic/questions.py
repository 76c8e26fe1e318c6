"""Questions about all equilibria at once: the nearest, what they share, what they say of names."""

from __future__ import annotations

from collections.abc import Iterable

from detente.stability.graph import State
from detente.stability.settings import resolve
from detente.stability.symbolic.answers import Backbone, Nearest, Projection
from detente.stability.symbolic.equilibria import EquilibriumSet, take
from detente.stability.symbolic.solver import Clock, OutOfTime

__all__ = ["backbone", "nearest", "projection"]


def nearest(equilibria: EquilibriumSet, to: State | None = None) -> Nearest:
    """Return an equilibrium with the fewest options changed from a state, today's if none is given.

    The bound rises by one with every core of options that cannot all stay as they are (MSU3:
    Marques-Silva & Planes 2007); an equilibrium seen that meets the bound is nearest, by proof.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> found = nearest(build_set(open_case("chicken"), "main"))
    >>> found.exists, len(found.changes)
    (True, 1)
    """
    start = to or equilibria.game.status_quo
    clock, rise = equilibria.clock(), _Rise(start.code, equilibria.circuit.inputs)
    complete = True
    try:
        rise.climb(equilibria, clock)
    except OutOfTime:
        complete = False
    best = rise.best(equilibria)
    obtained = equilibria.obtained(clock, complete=complete)
    if best is None:
        return Nearest(False if complete else None, None, (), rise.bound, obtained)
    changes = equilibria.game.state(best ^ start.code).on
    return Nearest(True, equilibria.game.state(best), changes, rise.bound, obtained)


class _Rise:
    """Literals that are still to be kept, those that may be given up, and at least how many are."""

    def __init__(self, code: int, bits: int) -> None:
        self.code = code
        self.kept = [j + 1 if code >> j & 1 else -j - 1 for j in range(bits)]
        self.loose: list[int] = []
        self.bound = 0

    def best(self, equilibria: EquilibriumSet) -> int | None:
        """Return the nearest of the equilibria seen so far."""
        return min(equilibria.seen, key=lambda c: ((c ^ self.code).bit_count(), c), default=None)

    def climb(self, equilibria: EquilibriumSet, clock: Clock) -> None:
        """Raise the bound until an equilibrium seen meets it, if there is any. Raises `OutOfTime`."""
        equilibria.solver.prefer(self.kept)
        exists = equilibria.find([], clock) is not None
        while exists and self._gap(equilibria):
            changed = equilibria.circuit.counts([-a for a in self.loose], self.bound + 1)
            cap = [-changed[self.bound]] if len(changed) > self.bound else []
            if equilibria.find([*self.kept, *cap], clock) is None:
                core = set(equilibria.solver.core)
                self.loose += [a for a in self.kept if a in core]
                self.kept = [a for a in self.kept if a not in core]
                self.bound += 1

    def _gap(self, equilibria: EquilibriumSet) -> bool:
        best = self.best(equilibria)
        return best is not None and (best ^ self.code).bit_count() > self.bound


def backbone(equilibria: EquilibriumSet) -> Backbone:
    """Return the options that every equilibrium sets alike.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> backbone(build_set(open_case("prisoners-dilemma"), "main")).fixed
    {'row.cooperate': False, 'column.cooperate': False}
    """
    clock, options = equilibria.clock(), equilibria.game.options
    first, shared, complete = None, (1 << len(options)) - 1, True
    try:
        first = found = equilibria.find([], clock)
        while first is not None and found is not None:
            for code in equilibria.seen:
                shared &= ~(first ^ code)
            still = (j for j in range(len(options)) if shared >> j & 1)
            other = [-j - 1 if first >> j & 1 else j + 1 for j in still]
            found = equilibria.find_other(other, clock)
    except OutOfTime:
        complete = False
    exists = True if equilibria.seen else False if complete else None
    alike = [j for j in range(len(options)) if shared >> j & 1]
    fixed = (
        {options[j]: bool(first >> j & 1) for j in alike} if first is not None and complete else {}
    )
    free = tuple(o for j, o in enumerate(options) if not shared >> j & 1)
    return Backbone(exists, fixed, free, equilibria.obtained(clock, complete=complete))


def projection(equilibria: EquilibriumSet, names: Iterable[str], limit: int = 1000) -> Projection:
    """Return every combination of values that some names have in an equilibrium, up to `limit`.

    A name is an option, a context bit, a proposition or an outcome. Raises `UnknownName`.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> projection(build_set(open_case("prisoners-dilemma"), "main"), ["row.cooperate"]).values
    ((False,),)
    """
    known = equilibria.game.option_model.names()
    ids = tuple(resolve("id of the model", n, known) for n in names)
    literals = [equilibria.place.meanings.name(id) for id in ids]
    clock = equilibria.clock()
    values, ended = take(equilibria.distinct(literals, clock), limit)
    obtained = equilibria.obtained(clock, complete=ended == "all")
    return Projection(ids, tuple(sorted(values)), ended, obtained)
