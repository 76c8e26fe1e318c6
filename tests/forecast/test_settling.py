"""Which seals count, and which do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.forecast.runs_of import small
from tests.forecast.test_seal import draft

from detente.case import Case
from detente.errors import UsageError
from detente.forecast.seal import Sealed
from detente.forecast.settling import LATE, PRIOR, SEALED, judged, settle

QUESTION = {"ask": "Built?", "event": "bridge", "by": "2019-12-31", "resolves": "Yes, if built."}
PRIOR_OF = {"likelihood": "20..40", "strength": 5}


def case(**changes: Any) -> Case:
    return small(questions={"q": QUESTION | changes})


def sealed(p: float = 0.3, number: int = 1, time: str = "2018-02-01T00:00:00+00:00") -> Sealed:
    shape = draft("q", p, ask="Built?", resolves="Yes, if built.", by="2019-12-31")
    return replace(shape, number=number, time=time)


def test_a_settled_one_is_scored() -> None:
    (found,) = settle(case(resolved=True), [sealed()])
    assert (found.status, found.outcome, found.late) == ("scored", True, False)
    assert found.brier == pytest.approx(0.49)


def test_what_is_said_now_comes_before_the_case() -> None:
    (found,) = settle(case(resolved=True), [sealed()], {"q": False})
    assert found.outcome is False


def test_open_ones_have_no_score() -> None:
    (found,) = settle(case(), [sealed()])
    assert found.status == "open"
    with pytest.raises(UsageError, match="not settled"):
        _ = found.brier
    assert judged(case(), [found]) == ()


@pytest.mark.parametrize(
    "change", [{"ask": "Built now?"}, {"resolves": "Yes."}, {"by": "2019-12-30"}, {"by": None}]
)
def test_a_question_that_was_changed_is_not_scored(change: dict[str, Any]) -> None:
    (found,) = settle(case(resolved=True, **change), [sealed()])
    assert (found.status, found.outcome) == ("changed", None)


def test_questions_that_are_gone_and_other_cases() -> None:
    other = small(questions={"z": QUESTION})
    assert [s.status for s in settle(other, [sealed()])] == ["gone"]
    assert settle(case(), [replace(sealed(), case="another")]) == ()


def test_the_last_in_time_counts_and_late_ones_apart() -> None:
    seals = [
        sealed(0.2, 1),
        sealed(0.4, 2, "2019-12-31T23:59:59+00:00"),
        sealed(0.9, 3, "2020-01-01T00:00:00+00:00"),
        sealed(0.95, 4, "2020-01-02T00:00:00+00:00"),
    ]
    settled = settle(case(resolved=True, prior=PRIOR_OF), seals)
    assert [s.status for s in settled] == ["replaced", "scored", "replaced", "scored"]
    assert [s.late for s in settled] == [False, False, True, True]
    (row,) = judged(case(resolved=True, prior=PRIOR_OF), settled)
    assert row.forecasts == {SEALED: 0.4, LATE: 0.95, PRIOR: pytest.approx(0.3)}
    assert (row.id, row.case, row.outcome) == ("q", "ford", True)


def test_without_a_base_rate_there_is_no_forecaster_of_it() -> None:
    (row,) = judged(case(resolved=False), settle(case(resolved=False), [sealed()]))
    assert set(row.forecasts) == {SEALED}
