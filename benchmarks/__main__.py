"""Run the benchmarks, print medians, compare with the saved run.

python -m benchmarks            measure and compare
python -m benchmarks --save     keep this run as the one to compare with
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import beyond, case_study, frontier

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


def main() -> None:
    """Measure everything, print a table, compare or save."""
    found = {"start-up: detente --version": start_up()}
    for name, call, check in (*case_study.CALLS, *frontier.CALLS, *beyond.CALLS):
        found[name] = measure(call, check)
    saved = json.loads(SAVED.read_text()) if SAVED.exists() else {"milliseconds": {}}
    print(f"{'median of ' + str(ROUNDS):<58}{'ms':>10}{'saved':>10}{'ratio':>8}")
    for name, now in found.items():
        before = saved["milliseconds"].get(name)
        compared = f"{before:>10.1f}{now / before:>8.2f}" if before else ""
        print(f"{name:<58}{now:>10.1f}{compared}")
    if "--save" in sys.argv:
        SAVED.parent.mkdir(exist_ok=True)
        run = {"python": platform.python_version(), "cores": 2, "milliseconds": found}
        SAVED.write_text(json.dumps(run, indent=2) + "\n")


if __name__ == "__main__":
    main()
