"""Plans of calendar runs: steps of the calendar year, and what cannot be run."""

from __future__ import annotations

from datetime import date

import pytest
from tests.forecast.runs_of import small

from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.plan import plan_of


def test_steps_are_those_of_the_calendar_year() -> None:
    plan = plan_of(small(), When.parse("2018-05-25"), When.parse("2019-02-10"))
    assert plan.dates == (
        date(2018, 5, 25),
        date(2018, 7, 1),
        date(2018, 10, 1),
        date(2019, 1, 1),
        date(2019, 2, 10),
    )
    assert [plan.when(s) for s in range(plan.steps)] == ["2018 Q2", "2018 Q3", "2018 Q4", "2019 Q1"]
    monthly = plan_of(small(calendar={"step": "month"}), None, When.parse("2018-03-01"))
    assert [monthly.when(s) for s in range(monthly.steps)] == ["2018-01", "2018-02"]
    yearly = plan_of(small(calendar={"step": "year"}))
    assert [yearly.when(s) for s in range(yearly.steps)] == ["2018", "2019"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"calendar": {"models": []}}, "no calendar"),
        ({"calendar": {"until": "2017"}}, "later end"),
        ({"calendar": {"until": None}}, "later end"),
        ({"calendar": {"start": None}}, "later end"),
    ],
)
def test_what_cannot_be_run_is_refused(changes, said) -> None:
    with pytest.raises(UsageError, match=said):
        plan_of(small(**changes))
