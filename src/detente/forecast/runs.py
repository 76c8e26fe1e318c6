"""Many runs: in blocks, one after another or on several processes, always with the same result."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from detente.case import Case
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.calendar import BLOCK, Run, run_block
from detente.forecast.engine import Engine, engine_of
from detente.forecast.plan import Plan, plan_of

__all__ = ["Runs", "run_calendar"]

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Runs:
    """Runs of one plan, in the order of their numbers."""

    plan: Plan
    runs: tuple[Run, ...]
    seed: int

    def share(self, kind: str, what: str, before: int | None = None) -> float:
        """Return the share of runs in which something is logged, by a step if one is given."""
        last = self.plan.steps if before is None else before
        hits = (r.first(kind, what) for r in self.runs)
        return sum(s is not None and s < last for s in hits) / len(self.runs)

    def events(self) -> Mapping[str, float]:
        """Return the share of runs in which each watched event comes true."""
        return {id: self.share("event", id) for id in self.plan.calendar.watch}


def run_calendar(
    case: Case,
    runs: int = 400,
    *,
    seed: int = 0,
    start: When | None = None,
    until: When | None = None,
    workers: int = 1,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Runs:
    """Run the coupled system so many times; the result does not depend on who does the work.

    That is an `engine`, or else so many `workers`. `progress` is told how many runs are done, and
    of how many. Raises `UsageError` for fewer than one run or worker, and what `plan_of` and the
    engine raise.

    >>> from detente.case import open_case
    >>> found = run_calendar(open_case("japan-russia"), 20)
    >>> found.share("event", "treaty")
    0.0
    """
    if runs < 1:
        raise UsageError("a forecast needs at least one run", found=runs)
    engine = engine or engine_of(workers)
    plan = plan_of(case, start, until)
    done: list[Run] = []
    for some in engine(_work(plan, seed), _blocks(runs)):
        done += some
        if progress is not None:
            progress(len(done), runs)
    return Runs(plan, tuple(done), seed)


Block = tuple[int, int]
"""The number of a block, and how many of its runs are wanted."""


def _blocks(runs: int) -> list[Block]:
    return [(first // BLOCK, min(BLOCK, runs - first)) for first in range(0, runs, BLOCK)]


def _work(plan: Plan, seed: int) -> Callable[[Block], list[Run]]:
    """Return the work on one block; here it uses the plan, elsewhere it finds the plan of its name."""
    name = sha256(pickle.dumps((plan.case, plan.dates))).hexdigest()
    _plans.clear()
    _plans[name] = plan
    span = (str(plan.dates[0]), str(plan.dates[-1]))
    return partial(_block, name, plan.case, span, seed)


_plans: dict[str, Plan] = {}
"""The plan that this process works on, by its name, so that what parties do is found out once."""


def _block(name: str, case: Case, span: tuple[str, str], seed: int, block: Block) -> list[Run]:
    if name not in _plans:
        _plans.clear()
        _plans[name] = plan_of(case, *map(When.parse, span))
    return run_block(_plans[name], *block, seed)
