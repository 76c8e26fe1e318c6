"""How many sampled analyses and calendar runs a second: python -m benchmarks.calendar

Sampled analyses: the snapshot of October 2014 (384 feasible states), every statement reversed in a
fifth of the games, Nash, GMR, SMR and SEQ in each; ranks are drawn up within the time. Calendar
runs: the flagship from May 2018 to March 2022, sixteen steps of three models, on one core.
Medians of five; `per core` divides by the processor time, which a busy machine does not lengthen.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

import numpy as np

from detente.case import open_case
from detente.forecast.calendar import BLOCK, run_block
from detente.forecast.plan import plan_of
from detente.kernels.threads import cores
from detente.stability import build_graph
from detente.stability.batch import reversed_ranks, stable_batch

GAMES = 1 << 14
FOUR = ("nash", "gmr", "smr", "seq")


def rate(call: Callable[[], object], count: int) -> tuple[float, float]:
    """Return how many a second, and a second of processor time; the first call warms up."""
    call()
    walls, cpus = [], []
    for _ in range(5):
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return count / statistics.median(walls), count / statistics.median(cpus)


def analyses() -> tuple[float, float]:
    """Sampled analyses of the 384-state model under all four concepts."""
    graph = build_graph(open_case("japan-russia"), "2014")
    random = np.random.default_rng(1)
    flips = [random.random((GAMES, len(order))) < 0.2 for order in graph.orders]
    return rate(lambda: stable_batch(graph, reversed_ranks(graph, flips), FOUR), GAMES)


def runs() -> tuple[float, float]:
    """Calendar runs of the flagship; what parties do in a situation is known after the first block."""
    plan = plan_of(open_case("japan-russia"))
    return rate(lambda: run_block(plan, 0, BLOCK, 0), BLOCK)


def main() -> None:
    """Measure and print both."""
    print(f"{cores()} cores, load {os.getloadavg()[0]:.1f}")
    for name, found in (("sampled analyses", analyses()), ("calendar runs", runs())):
        print(f"{name:<20}{found[0]:>10,.0f} a second{found[1]:>10,.0f} per core")


if __name__ == "__main__":
    main()
