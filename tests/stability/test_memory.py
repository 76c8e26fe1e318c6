"""Memory: said before it is taken, with what to do instead."""

from __future__ import annotations

import pytest

from detente.errors import TooLarge
from detente.stability import memory
from detente.stability.memory import GB, available, needed, refuse_beyond


def test_twenty_six_options_fit_and_more_may(monkeypatch):
    monkeypatch.setattr(memory, "has_numba", lambda: True)
    assert needed(26, 4) < memory.MOST_BYTES < needed(27, 4)
    assert needed(27, 2) < memory.MOST_BYTES
    assert needed(20, 3) == (1 << 20) * 36
    monkeypatch.setattr(memory, "has_numba", lambda: False)
    assert needed(20, 3) == (1 << 20) * 78
    assert needed(25, 4) < memory.MOST_BYTES < needed(26, 4)


def test_a_limit_that_is_passed_says_how_many_options_too_many(monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: None)
    refuse_beyond(GB, GB, options=1)
    with pytest.raises(TooLarge, match=r"which take 2\.0 GB`; expected 1\.0 GB at most") as e:
        refuse_beyond(2 * GB, GB, options=26)
    assert "merge 1 option," in str(e.value)
    with pytest.raises(TooLarge, match="merge 4 options, split the model"):
        refuse_beyond(9 * GB, GB, options=26)
    with pytest.raises(TooLarge, match=r"expected 5\.0 GB"):
        refuse_beyond(6 * GB, None, options=26)


def test_what_is_free_limits_too(monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: GB // 2)
    with pytest.raises(TooLarge, match=r"expected 0\.5 GB"):
        refuse_beyond(GB, 8 * GB, options=20)


def test_this_machine_says_what_is_free_or_nothing(monkeypatch):
    free = available()
    assert free is None or free > 0
    monkeypatch.setattr(memory.Path, "read_text", lambda *_, **__: "MemFree: 1 kB\n")
    without = available()
    assert without is None or without > 0
    monkeypatch.setattr(memory.Path, "read_text", lambda *_, **__: "MemAvailable:  2048 kB\n")
    assert available() == 2 << 20
    monkeypatch.setattr(memory.os, "sysconf", lambda name: int("no"))
    monkeypatch.setattr(memory.Path, "read_text", lambda *_, **__: "")
    assert available() is None
