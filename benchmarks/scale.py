"""How time and memory grow with the number of states; every job runs in a process of its own.

python -m benchmarks.scale JOB    run one job and print its rows as JSON
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from benchmarks.beyond import conflict
from benchmarks.frontier import FOUR, equilibria, game
from detente.kernels.threads import cores
from detente.stability import CONCEPTS, build_graph
from detente.stability.batch import reversed_ranks, stable_batch
from detente.stability.implicit import count_nash
from detente.stability.survey import survey

Row = dict[str, Any]
GB = 1 << 30


def bandwidth() -> float:
    """Return the bytes that all cores together read and write in a second, copying 256 MB."""
    parts = [np.ones(GB // 8 // cores() // 8) for _ in range(2 * cores())]

    def copy(k: int) -> None:
        np.copyto(parts[2 * k], parts[2 * k + 1])

    rates = []
    with ThreadPoolExecutor(cores()) as pool:
        for _ in range(5):
            start = time.perf_counter()
            list(pool.map(copy, range(cores())))
            rates.append(2 * cores() * parts[0].nbytes / (time.perf_counter() - start))
    return max(rates)


def timed(what: str, states: int, deciders: int, moved: int, call: Callable[[], object]) -> Row:
    """Run a call; `moved` are the bytes that it has to read at the least."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = call()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "what": what,
        "states": states,
        "deciders": deciders,
        "seconds": wall,
        "cpu_seconds": cpu,
        "moved": moved,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "found": found,
    }


def ranked(options: int, deciders: int) -> Iterator[Row]:
    """Strict random ranks: every concept by itself. SEQ then has the most to sort and to follow."""
    given = game(options, deciders)
    states = 1 << options
    for concept in FOUR:
        what = f"{concept}, strict ranks"
        yield timed(
            what,
            states,
            deciders,
            4 * states * deciders,
            lambda c=concept: equilibria(given, (c,))[0],
        )


def from_case(options: int, deciders: int) -> Iterator[Row]:
    """A random conflict with rules and irreversible options, from its statements to the summary."""
    case = conflict(options, deciders)
    members = [CONCEPTS[c] for c in FOUR]

    def whole() -> list[int]:
        found = survey(build_graph(case, "main"), members)
        return [s.count for s in found.summaries.values()]

    states = 1 << options
    yield timed("case to summary, four concepts", states, deciders, 16 * states * deciders, whole)


def without_ranks(options: int, deciders: int) -> Iterator[Row]:
    """Nash without ranks, summary included: one bit a state is read and written for each party."""
    case = conflict(options, deciders)
    states = 1 << options
    yield timed(
        "nash, bits",
        states,
        deciders,
        states * deciders // 4,
        lambda: count_nash(case, "main").summaries["nash"].count,
    )


def many(options: int, deciders: int, games: int = 4096) -> Iterator[Row]:
    """Nash, GMR and SMR of many games with statements reversed at random."""
    graph = build_graph(conflict(options, deciders), "main")
    rng = np.random.default_rng(1)
    flips = [rng.random((games, len(order))) < 0.3 for order in graph.orders]
    ranks = reversed_ranks(graph, flips)
    moved = ranks.nbytes
    stable_batch(graph, ranks[:1])  # what leads where is worked out once for a graph
    row = timed(
        f"{games} games: nash, gmr, smr",
        games << options,
        deciders,
        moved,
        lambda: int(stable_batch(graph, ranks).counts.sum()),
    )
    yield row | {"games": games}


JOBS: dict[str, Callable[[], Iterator[Row]]] = {
    "ranked-12": lambda: ranked(12, 4),
    "ranked-16": lambda: ranked(16, 4),
    "ranked-20": lambda: ranked(20, 4),
    "case-20": lambda: from_case(20, 4),
    "case-24": lambda: from_case(24, 4),
    "bits-30": lambda: without_ranks(30, 4),
    "batch-12": lambda: many(12, 4),
}
LARGE: dict[str, Callable[[], Iterator[Row]]] = {
    "ranked-24": lambda: ranked(24, 4),
    "case-26-3": lambda: from_case(26, 3),
    "ranked-26-3": lambda: ranked(26, 3),
    "bits-32": lambda: without_ranks(32, 4),
}


def run(job: str) -> list[Row]:
    """Run a job in a process of its own and return its rows, with the share of the bandwidth."""
    command = [sys.executable, "-m", "benchmarks.scale", job]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows: list[Row] = json.loads(done.stdout)
    return rows


def main() -> None:
    """Run one job: once on a small game, so that compiled code is at hand, then in full."""
    for warm in (ranked(17, 2), from_case(17, 2), many(6, 2, 8)):
        list(warm)
    rows = list({**JOBS, **LARGE}[sys.argv[1]]())
    speed = bandwidth()
    for row in rows:
        row["share"] = row.pop("moved") / speed / row["seconds"]
        row["gigabytes_a_second"] = speed / 1e9
        row["load"] = os.getloadavg()[0]
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
