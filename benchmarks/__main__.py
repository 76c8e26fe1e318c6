"""Run the benchmarks, print them, compare with the saved run.

python -m benchmarks            measure and compare
python -m benchmarks --large    also games of 2**24 to 2**32 states; takes minutes and 5 GB
python -m benchmarks --save     keep this run as the one to compare with, and for the docs
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks import beyond, case_study, diagrams, frontier, others, scale
from benchmarks.tables import other_rows, scale_rows, table
from detente.kernels.threads import cores

SAVED = Path(__file__).parent / "results" / "saved.json"
ROUNDS = 5


def measure(call: Callable[[], object], check: Callable[[object], bool]) -> float:
    """Return the median time of a call in milliseconds; its result must pass the check."""
    timings = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = call()
        timings.append((time.perf_counter() - start) * 1000)
        assert check(result), "the timed call returned a wrong result"
    return statistics.median(timings)


def start_up() -> float:
    """Return the median time of `detente --version` in milliseconds, as a whole process."""
    command = [sys.executable, "-m", "detente", "--version"]
    return measure(
        lambda: subprocess.run(command, capture_output=True, check=True).stdout,
        lambda out: isinstance(out, bytes) and out.startswith(b"detente "),
    )


def compared(saved: dict[str, float]) -> dict[str, float]:
    """Measure every call, print a line for each beside the saved run, and return the medians."""
    found = {"start-up: detente --version": start_up()}
    calls = (*case_study.CALLS, *frontier.CALLS, *beyond.CALLS, *diagrams.CALLS)
    for name, call, check in calls:
        found[name] = measure(call, check)
    print(f"{'median of ' + str(ROUNDS):<62}{'ms':>10}{'saved':>10}{'ratio':>8}")
    for name, now in found.items():
        before = saved.get(name)
        said = f"{before:>10.1f}{now / before:>8.2f}" if before else ""
        print(f"{name:<62}{now:>10.1f}{said}")
    return found


def scaled(jobs: Iterable[str]) -> list[dict[str, Any]]:
    """Run each job in a process of its own, print its rows, and return them all."""
    rows = [row for job in jobs for row in scale.run(job)]
    print("\n" + table(scale_rows(rows)))
    return rows


def machine() -> dict[str, Any]:
    """Return what the machine is: cores and memory, nothing else; and how busy it was."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "python": platform.python_version(),
        "cores": cores(),
        "gigabytes": round(memory / (1 << 30)),
        "load": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    """Measure everything, print tables, compare or save."""
    saved = json.loads(SAVED.read_text()) if SAVED.exists() else {}
    run = machine() | {"milliseconds": compared(saved.get("milliseconds", {}))}
    jobs = [*scale.JOBS, *(scale.LARGE if "--large" in sys.argv else [])]
    run["scale"] = scaled(jobs)
    run["others"] = others.compare()
    print("\n" + (table(other_rows(run["others"])) if run["others"] else "pygambit: not installed"))
    if "--save" in sys.argv:
        SAVED.parent.mkdir(exist_ok=True)
        SAVED.write_text(json.dumps(run, indent=2) + "\n")


if __name__ == "__main__":
    main()
