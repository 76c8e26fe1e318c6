"""The solver follows its circuit, stops on time, and says how to install it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import pytest

from detente.errors import MissingExtra
from detente.stability.symbolic import solver as module
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.solver import Clock, OutOfTime, Solver

ROOT = Path(__file__).parents[3]


def pigeons(holes: int) -> Circuit:
    """Return that one pigeon more than there are holes has a hole of its own: false, and hard."""
    circuit = Circuit((holes + 1) * holes)
    for pigeon in range(holes + 1):
        circuit.clauses.append([pigeon * holes + h + 1 for h in range(holes)])
    for a, b in combinations(range(holes + 1), 2):
        circuit.clauses += [[-a * holes - h - 1, -b * holes - h - 1] for h in range(holes)]
    return circuit


def test_a_hard_question_is_stopped():
    start = time.monotonic()
    with pytest.raises(OutOfTime):
        Solver(pigeons(12)).solve([], Clock(0.05))
    assert time.monotonic() - start < 20


def test_a_question_that_was_stopped_can_be_asked_again():
    solver = Solver(pigeons(5))
    with pytest.raises(OutOfTime):
        solver.solve([], Clock(0.0))
    assert not solver.solve([], Clock())
    assert solver.core == []


def test_clauses_added_later_count():
    circuit = Circuit(3)
    solver = Solver(circuit)
    assert solver.solve([1, -2, 3], Clock())
    assert solver.code == 0b101
    assert solver.model[:4] == [1, -2, 3, 4]
    circuit.clauses.append([2])
    assert not solver.solve([1, -2, 3], Clock())
    assert solver.core == [-2]


@pytest.mark.parametrize("code", [0b000, 0b101, 0b110])
def test_what_is_preferred_is_found_where_it_can_be(code):
    solver = Solver(Circuit(3))
    solver.prefer(j + 1 if code >> j & 1 else -j - 1 for j in range(3))
    assert solver.solve([], Clock())
    assert solver.code == code


def test_clauses_that_were_lent_are_forgotten():
    solver = Solver(Circuit(2))
    with solver.given([1], [-2]) as asked:
        assert solver.solve([asked], Clock())
        assert solver.code == 0b01
        assert not solver.solve([asked, 2], Clock())
        assert solver.solve([2], Clock())
    assert not solver.solve([asked], Clock())
    with pytest.raises(ZeroDivisionError), solver.given([-1]) as asked:
        raise ZeroDivisionError
    assert solver.solve([1, 2], Clock())


def test_a_variable_in_no_clause_has_a_value():
    circuit = Circuit(1)
    solver = Solver(circuit)
    unused = circuit.fresh()
    assert solver.solve([1], Clock())
    assert [abs(literal) for literal in solver.model] == [1, 2, unused]


INTERRUPTED = """
import os, signal, subprocess
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it
from tests.stability.symbolic.test_solver import pigeons
from detente.stability.symbolic.solver import Clock, Solver

subprocess.Popen(["sh", "-c", f"sleep 0.3; kill -INT {os.getpid()}"])
solver = Solver(pigeons(12))
try:
    solver.solve((), Clock())
except KeyboardInterrupt:
    print("stopped")
"""


def test_an_interrupt_stops_a_hard_question_and_nothing_breaks():
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert (run.stdout, run.stderr) == ("stopped\n", "")


def test_the_time_used_is_told_now_and_then():
    told: list[float] = []
    clock = Clock(None, told.append)
    clock.check()
    assert told == []
    clock.start -= 5
    clock.check()
    clock.check()
    assert len(told) == 1
    assert told[0] >= 5


def test_without_a_limit_time_is_never_up():
    clock = Clock()
    clock.check()
    assert clock.seconds >= 0


def test_without_python_sat_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    spec = importlib.util.spec_from_file_location("again", module.__file__)
    with pytest.raises(MissingExtra, match=r"extra `symbolic`.*pip install 'detente\[symbolic\]'"):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
