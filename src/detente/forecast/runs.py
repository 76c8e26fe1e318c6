"""Many runs: in blocks, one after another or on several processes, always with the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from multiprocessing import get_context

from detente.case import Case
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.calendar import BLOCK, Plan, Run, plan_of, run_block

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
    progress: Progress | None = None,
) -> Runs:
    """Run the coupled system so many times; the result does not depend on the number of workers.

    `progress` is told how many runs are done, and of how many. Raises `UsageError` for fewer than
    one run or worker, and what `plan_of` raises.

    >>> from detente.case import open_case
    >>> found = run_calendar(open_case("japan-russia"), 20)
    >>> found.share("event", "treaty")
    0.0
    """
    if runs < 1 or workers < 1:
        raise UsageError(
            "a forecast needs at least one run and one worker", found=min(runs, workers)
        )
    plan = plan_of(case, start, until)
    done: list[Run] = []
    for some in _blocks(plan, runs, seed, workers):
        done += some
        if progress is not None:
            progress(len(done), runs)
    return Runs(plan, tuple(done), seed)


def _blocks(plan: Plan, runs: int, seed: int, workers: int) -> Iterator[list[Run]]:
    sizes = [min(BLOCK, runs - first) for first in range(0, runs, BLOCK)]
    if workers == 1 or len(sizes) == 1:
        yield from (run_block(plan, b, size, seed) for b, size in enumerate(sizes))
        return
    with ProcessPoolExecutor(min(workers, len(sizes)), get_context("spawn")) as pool:
        work = partial(_one, plan.case, When.parse(f"{plan.dates[0]}..{plan.dates[-1]}"))
        yield from pool.map(work, range(len(sizes)), sizes, repeat(seed))


_plans: dict[str, Plan] = {}
"""In a worker: the plan that it is working on, so that what parties do is found out once."""


def _one(case: Case, span: When, block: int, count: int, seed: int) -> list[Run]:
    key = f"{case.digest}:{span}"
    if key not in _plans:
        _plans[key] = plan_of(case, When.parse(str(span.start)), When.parse(str(span.end)))
    return run_block(_plans[key], block, count, seed)
