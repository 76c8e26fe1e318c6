"""A SAT solver that follows a circuit as it grows, and that a clock can stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from detente.errors import MissingExtra
from detente.stability.symbolic.encode import Circuit

try:
    from pysat.solvers import Solver as Engine
except ImportError:
    raise MissingExtra(
        "the SAT engine is not installed",
        expected="the extra `symbolic` (python-sat)",
        hint="pip install 'detente[symbolic]'",
    ) from None

__all__ = ["ENGINE", "Clock", "OutOfTime", "Solver"]

ENGINE = "glucose4"
_CONFLICTS = 500  # between two looks at the clock


class OutOfTime(Exception):
    """The time for a question is used up; never leaves this package."""


class Clock:
    """The time that one question may take; no limit where `seconds` is None.

    `tell` is called with the seconds used, at most ten times a second.

    >>> Clock(None).check()
    >>> Clock(0.0).check()
    Traceback (most recent call last):
    detente.stability.symbolic.solver.OutOfTime
    """

    def __init__(
        self, seconds: float | None = None, tell: Callable[[float], None] | None = None
    ) -> None:
        self.start, self.limit, self._tell, self._told = time.monotonic(), seconds, tell, 0.0

    @property
    def seconds(self) -> float:
        """The time used so far."""
        return time.monotonic() - self.start

    def check(self) -> None:
        """Raise `OutOfTime` if the time is used up."""
        now = self.seconds
        if self._tell is not None and now - self._told >= 0.1:
            self._told = now
            self._tell(now)
        if self.limit is not None and now >= self.limit:
            raise OutOfTime


class Solver:
    """Solves the clauses of a circuit, with those added since the last call.

    >>> circuit = Circuit(2)
    >>> solver = Solver(circuit)
    >>> circuit.clauses.append([-circuit.both(1, 2)])
    >>> solver.solve([1], Clock()), solver.code, solver.solve([1, 2], Clock()), solver.core
    (True, 1, False, [1, 2])
    """

    def __init__(self, circuit: Circuit) -> None:
        self.circuit, self._fed, self._engine = circuit, 0, Engine(name=ENGINE)
        self._model: list[int] | None = None

    def solve(self, assumptions: Iterable[int], clock: Clock) -> bool:
        """Say whether the clauses and some literals can hold together.

        Raises `OutOfTime`, and `KeyboardInterrupt` between two looks at the clock.
        """
        self._engine.append_formula(self.circuit.clauses[self._fed :])
        self._fed, self._model = len(self.circuit.clauses), None
        assumptions, found = list(assumptions), None
        while found is None:
            clock.check()
            self._engine.conf_budget(_CONFLICTS)
            # else an interrupt leaves the solver in the middle of its work, and it cannot go on
            found = self._engine.solve_limited(assumptions=assumptions, expect_interrupt=True)
        return bool(found)

    @contextmanager
    def given(self, *clauses: Iterable[int]) -> Iterator[int]:
        """Lend a literal under which some clauses hold; afterwards they are forgotten.

        >>> solver = Solver(Circuit(1))
        >>> with solver.given([1]) as asked:
        ...     solver.solve([asked, -1], Clock()), solver.solve([-1], Clock())
        (False, True)
        """
        asked = self.circuit.fresh()
        self.circuit.clauses += [[-asked, *clause] for clause in clauses]
        try:
            yield asked
        finally:
            self.circuit.clauses.append([-asked])

    def prefer(self, literals: Iterable[int]) -> None:
        """Let solutions be tried first in which these literals are true; no constraint."""
        self._engine.set_phases(list(literals))

    @property
    def model(self) -> list[int]:
        """The solution found last: one literal a variable, that of variable v at v - 1."""
        if self._model is None:
            found: list[int] = self._engine.get_model()
            unused = range(len(found) + 1, self.circuit.top + 1)  # in no clause: either will do
            self._model = [*found, *(-variable for variable in unused)]
        return self._model

    @property
    def code(self) -> int:
        """The number of the state found last: bit j is variable j + 1."""
        inputs = self.model[: self.circuit.inputs]
        return sum(1 << j for j, literal in enumerate(inputs) if literal > 0)

    @property
    def core(self) -> list[int]:
        """Assumptions of the last call that cannot hold together, in rising order."""
        return sorted(self._engine.get_core() or [], key=abs)
