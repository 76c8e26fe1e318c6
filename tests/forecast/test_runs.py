"""Many runs: shares, progress, workers, and what the flagship's runs say."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small

from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.calendar import BLOCK
from detente.forecast.runs import run_calendar


def test_shares_count_runs_and_know_a_last_step() -> None:
    found = run_calendar(small(), 300, seed=2)
    hits = [r.first("event", "bridge") for r in found.runs]
    assert found.share("event", "bridge") == sum(h is not None for h in hits) / 300
    assert found.share("event", "bridge", 3) == sum(h is not None and h < 3 for h in hits) / 300
    assert found.share("event", "bridge", 0) == 0
    assert found.events() == {k: found.share("event", k) for k in ("bridge", "talks")}


def test_runs_are_numbered_through() -> None:
    found = run_calendar(small(), BLOCK + 10)
    assert [r.number for r in found.runs] == list(range(BLOCK + 10))


def test_more_runs_do_not_change_the_first() -> None:
    assert run_calendar(small(), 2 * BLOCK).runs[:300] == run_calendar(small(), 300).runs


def test_progress_is_told() -> None:
    told = []
    run_calendar(small(), BLOCK + 5, progress=lambda done, of: told.append((done, of)))
    assert told == [(BLOCK, BLOCK + 5), (BLOCK + 5, BLOCK + 5)]


@pytest.mark.slow
def test_the_number_of_workers_changes_nothing() -> None:
    case = open_shipped("japan-russia")
    alone = run_calendar(case, 3 * BLOCK + 1, seed=5)
    for workers in (2, 8):
        assert run_calendar(case, 3 * BLOCK + 1, seed=5, workers=workers).runs == alone.runs


@pytest.mark.parametrize(("runs", "workers"), [(0, 1), (10, 0), (-1, 1)])
def test_no_runs_and_no_workers_are_refused(runs, workers) -> None:
    with pytest.raises(UsageError, match="at least one"):
        run_calendar(small(), runs, workers=workers)


def test_dates_may_be_given() -> None:
    found = run_calendar(small(), 5, start=When.parse("2019-01-01"), until=When.parse("2019-06-30"))
    assert found.plan.steps == 2


@pytest.mark.slow
def test_the_back_check_from_may_2018() -> None:
    found = run_calendar(open_shipped("japan-russia"), 1000, seed=1)
    assert found.share("event", "treaty") <= 0.05
    assert found.share("event", "offer_refused") == 1
    ended = [r for r in found.runs if r.first("event", "talks_end") is not None]
    assert ended
    for run in ended:
        assert run.first("shock", "ukraine") <= run.first("event", "full_sanctions")
        assert run.first("event", "full_sanctions") <= run.first("event", "talks_end")
    for run in found.runs:
        if run.first("event", "real_money") is not None:
            assert run.first("shock", "oil_up") is not None
