"""Who does the work: the same results in the same order, called off when nobody asks any more."""

from __future__ import annotations

import sys
import time

import pytest
from tests.forecast.runs_of import small

from detente.errors import MissingExtra, UsageError
from detente.forecast.calendar import BLOCK
from detente.forecast.engine import Alone, Dask, Engine, Processes, engine_of
from detente.forecast.runs import run_calendar


def test_engines_by_workers_and_cluster() -> None:
    assert engine_of() == Alone()
    assert engine_of(3) == Processes(3)
    assert engine_of(2, "local") == Dask("", 2)
    assert engine_of(2, "tcp://host:8786") == Dask("tcp://host:8786", 2)
    with pytest.raises(UsageError, match="one worker"):
        engine_of(0)


@pytest.mark.parametrize("engine", [Alone(), Processes(2)])
def test_results_come_in_the_order_of_the_pieces(engine: Engine) -> None:
    assert list(engine(abs, [-3, 1, -2])) == [3, 1, 2]


def test_what_has_not_begun_is_called_off() -> None:
    found = Processes(1)(time.sleep, [0.1] * 200)
    next(found)
    began = time.monotonic()
    found.close()
    assert time.monotonic() - began < 15


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match="need Dask") as caught:
        list(Dask()(abs, [1]))
    assert "detente[cluster]" in caught.value.hint


@pytest.mark.slow
def test_dask_gives_the_same_runs() -> None:
    pytest.importorskip("distributed")
    alone = run_calendar(small(), 2 * BLOCK + 7, seed=5)
    told: list[tuple[int, int]] = []
    found = run_calendar(
        small(),
        2 * BLOCK + 7,
        seed=5,
        engine=Dask(workers=2),
        progress=lambda done, of: told.append((done, of)),
    )
    assert found.runs == alone.runs
    assert told[-1] == (2 * BLOCK + 7, 2 * BLOCK + 7)


@pytest.mark.slow
def test_dask_calls_off_what_has_not_begun() -> None:
    pytest.importorskip("distributed")
    found = Dask(workers=1)(time.sleep, [0.2] * 300)
    next(found)
    began = time.monotonic()
    found.close()
    assert time.monotonic() - began < 40


def test_a_scheduler_that_is_not_there() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        list(Dask("nowhere:at:all")(abs, [1]))
