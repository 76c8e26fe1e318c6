"""Do the same work on many files, on all cores, so that no file can stop the rest.

The work runs in processes of its own. A file on which it raises, takes too long or even ends its
process becomes a `Spoilt` result; the others go on. Results come as they are ready, so that whoever
takes them can keep them, and may be stopped at any moment.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from threading import Thread
from typing import Generic, TypeVar

from detente.errors import DetenteError

__all__ = ["MOST_SECONDS", "Spoilt", "cores", "each_apart"]

MOST_SECONDS = 300
"""How long the work on one file may take (where the system can interrupt it)."""

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Spoilt(Generic[Task]):
    """A task that came to nothing, and why."""

    task: Task
    error: DetenteError


def cores() -> int:
    """Return how many cores this process may use.

    >>> cores() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each_apart(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int = 0
) -> Iterator[Result | Spoilt[Task]]:
    """Yield what `work` makes of each task, in no fixed order.

    `work` is a function at the top of a module, and it and the tasks can be pickled. `jobs` is the
    number of processes (0: one for each core). No more tasks are taken ahead than keep these busy.

    >>> sorted(each_apart(abs, [-2, 1], jobs=1))
    [1, 2]
    """
    jobs = jobs or cores()
    left = iter(tasks)
    while True:
        under_way: dict[Future[Result | Spoilt[Task]], Task] = {}
        with _pool(jobs) as pool:
            try:
                for task in islice(left, 4 * jobs):
                    under_way[pool.submit(_guarded, work, task)] = task
                while under_way:
                    for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                        result = done.result()
                        del under_way[done]
                        yield result
                        for task in islice(left, 1):
                            under_way[pool.submit(_guarded, work, task)] = task
                return
            except BrokenProcessPool:
                pass  # one of those under way ended its process: find out which
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
        for task in under_way.values():
            yield _alone(work, task)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Make ready a process of a pool: it ends at once when it is interrupted or left alone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """End this process when another does: a pool whose parent was killed waits for ever."""
    wait_for([sentinel])
    os._exit(1)


def _alone(work: Callable[[Task], Result], task: Task) -> Result | Spoilt[Task]:
    """Do the work on one task in a process that serves nothing else."""
    with _pool(1) as pool:
        try:
            return pool.submit(_guarded, work, task).result()
        except BrokenProcessPool:
            hint = "it may have run out of memory"
            return Spoilt(
                task, DetenteError("the process that read this document ended", hint=hint)
            )


def _guarded(work: Callable[[Task], Result], task: Task) -> Result | Spoilt[Task]:
    """Do the work in a process of the pool: whatever it raises is a result."""
    try:
        with _Alarm(MOST_SECONDS):
            return work(task)
    except Exception as error:  # a broken file makes parsers fail in every way there is
        if isinstance(error, DetenteError):
            return Spoilt(
                task, DetenteError(error.message, found=_text(error.found), hint=error.hint)
            )
        found = f"{type(error).__name__}: {error}"[:200]
        return Spoilt(task, DetenteError("this document could not be read", found=found))


def _text(found: object) -> str | None:
    return None if found is None else str(found)


class _Alarm:
    """Raise `TimeoutError` in this thread after some seconds, where the system can."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds if hasattr(signal, "SIGALRM") else 0

    def __enter__(self) -> None:
        if self.seconds:
            signal.signal(signal.SIGALRM, self._ring)
            signal.alarm(self.seconds)

    def __exit__(self, *_: object) -> None:
        if self.seconds:
            signal.alarm(0)

    def _ring(self, *_: object) -> None:
        raise TimeoutError(f"it took more than {self.seconds} seconds")
