"""Work in parts: every part once, in order, and errors come through."""

from __future__ import annotations

import pytest

from detente.kernels import threads
from detente.kernels.threads import cores, shared


@pytest.mark.parametrize("machine", [1, 2, 7])
@pytest.mark.parametrize("count", [0, 1, 2, 5, 100])
def test_the_parts_make_the_whole(machine, count, monkeypatch):
    monkeypatch.setattr(threads, "cores", lambda: machine)
    parts = shared(lambda start, stop: list(range(start, stop)), count)
    assert [n for part in parts for n in part] == list(range(count))
    assert len(parts) > 1 or machine == 1 or count < 2


def test_an_error_comes_through():
    def task(start: int, stop: int) -> None:
        raise KeyError(start)

    with pytest.raises(KeyError):
        shared(task, 10)


def test_there_is_a_core():
    assert cores() >= 1
