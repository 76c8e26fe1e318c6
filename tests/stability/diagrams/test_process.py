"""A computation in a process of its own: the same parts, ended when the time is up."""

from __future__ import annotations

import pickle
import subprocess
import time
from io import BytesIO

import pytest
from benchmarks.beyond import conflict
from tests.stability.diagrams.twins import drawn_games

from detente.stability.diagrams import process
from detente.stability.diagrams.process import answer, solve_within
from detente.stability.diagrams.solve import Job, solve
from detente.stability.symbolic.game import read_game

NASH = (("none", False),) * 3


@pytest.fixture(scope="module")
def job():
    _, game = next(drawn_games(3, 5, 4, 1))
    return Job(game, NASH)


def told(parts):
    return [part if part is None or isinstance(part, int) else part.count for part in parts]


def test_the_same_parts_as_without(job):
    parts, late = solve_within(job, 60)
    assert told(parts) == told(solve(job))
    assert not late


def test_a_computation_without_end_is_ended_and_keeps_what_it_settled():
    rules = (("none", False), *[("improvements", False)] * 2)
    job = Job(read_game(conflict(90, 3), "main"), rules)
    start = time.monotonic()
    parts, late = solve_within(job, 2.5)
    assert late
    assert time.monotonic() - start < 30
    assert len(parts) <= 3
    assert None not in parts


def test_no_time_at_all(job):
    assert solve_within(job, 0) == ([], True)


def test_a_part_cut_in_two_is_left_out():
    whole = pickle.dumps(7) + pickle.dumps(None)
    for cut in range(len(whole) + 1):
        parts = list(process._read(whole[:cut]))
        assert parts == [7, None][: len(parts)]
        assert len(parts) == (cut >= len(pickle.dumps(7))) + (cut == len(whole))


def test_answer_reads_a_job_and_writes_its_parts(job):
    written = BytesIO()
    answer(BytesIO(pickle.dumps(job)), written)
    assert told(process._read(written.getvalue())) == told(solve(job))


def test_a_process_that_the_system_ends_ran_out_of_memory(job, monkeypatch):
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    monkeypatch.setattr(process, "_COMMAND", [process.sys.executable, "-c", kill])
    assert solve_within(job, 60) == ([None], False)


def test_a_process_that_fails_says_why(job, monkeypatch):
    monkeypatch.setattr(process, "_COMMAND", [process.sys.executable, "-c", "1 / 0"])
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        solve_within(job, 60)


def test_an_interrupt_ends_the_process_too(job, monkeypatch):
    started = []

    class Interrupted(subprocess.Popen):
        def communicate(self, *args, **kwargs):
            started.append(self)
            raise KeyboardInterrupt

    monkeypatch.setattr(process.subprocess, "Popen", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        solve_within(job, 60)
    assert started[0].poll() is not None
