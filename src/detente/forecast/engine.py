"""Who does pieces of work: this process, processes beside it, or a Dask cluster.

Every engine yields the results in the order of the pieces. A piece holds all it needs, its random
numbers too, so the results are the same whoever does it. Closing the iterator calls off what has
not begun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

from detente.errors import MissingExtra, UsageError

__all__ = ["Alone", "Dask", "Engine", "Processes", "engine_of"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Engine(Protocol):
    """Something that does the same work on many pieces; work and pieces can be pickled."""

    def __call__(
        self, work: Callable[[Piece], Result], pieces: Sequence[Piece]
    ) -> Iterator[Result]:
        """Yield the result of each piece, in their order."""


@dataclass(frozen=True)
class Alone:
    """Does one piece after another in this process.

    >>> list(Alone()(str, [1, 2]))
    ['1', '2']
    """

    def __call__(
        self, work: Callable[[Piece], Result], pieces: Sequence[Piece]
    ) -> Iterator[Result]:
        """Yield the result of each piece, in their order."""
        return map(work, pieces)


@dataclass(frozen=True)
class Processes:
    """Does pieces on so many new processes of this machine."""

    workers: int

    def __call__(
        self, work: Callable[[Piece], Result], pieces: Sequence[Piece]
    ) -> Iterator[Result]:
        """Yield the result of each piece, in their order."""
        workers = min(self.workers, len(pieces))
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            yield from pool.map(work, pieces)


@dataclass(frozen=True)
class Dask:
    """Does pieces on a Dask cluster: that of a scheduler's address, or a new one of processes here.

    The workers of a cluster need the same version of detente. Raises `MissingExtra` where
    `distributed` is not installed, `UsageError` where no scheduler answers.
    """

    address: str = ""
    workers: int = 2

    def __call__(
        self, work: Callable[[Piece], Result], pieces: Sequence[Piece]
    ) -> Iterator[Result]:
        """Yield the result of each piece, in their order."""
        with ExitStack() as open_ones:
            client = self._client(open_ones)
            futures = client.map(work, pieces, pure=False)
            try:
                for future in futures:
                    yield future.result()
            finally:
                client.cancel(futures)

    def _client(self, open_ones: ExitStack) -> Any:
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise MissingExtra(
                "runs on a cluster need Dask",
                hint="install `detente[cluster]`, or use `--workers`",
            ) from None
        where: Any = self.address or open_ones.enter_context(
            LocalCluster(n_workers=self.workers, threads_per_worker=1, dashboard_address=None)
        )
        try:
            return open_ones.enter_context(Client(where, set_as_default=False))
        except (OSError, ValueError) as error:
            said = str(error).partition("\n")[0]
            hint = "give an address such as tcp://host:8786, or `local`"
            raise UsageError("no Dask scheduler answers", found=said, hint=hint) from None


def engine_of(workers: int = 1, cluster: str = "") -> Engine:
    """Return the engine for so many workers; `cluster` is a scheduler's address, or `local`.

    Raises `UsageError` for fewer than one worker.
    """
    if workers < 1:
        raise UsageError("work needs at least one worker", found=workers)
    if cluster:
        return Dask("" if cluster == "local" else cluster, workers)
    return Alone() if workers == 1 else Processes(workers)
