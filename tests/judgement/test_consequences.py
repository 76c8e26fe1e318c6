"""What comes out otherwise: everything computed twice, by hand in a small case."""

from __future__ import annotations

import pytest
from tests.judgement.traced import small_case

from detente.judgement.consequences import consequences
from detente.judgement.footing import drop


@pytest.fixture
def case(tmp_path):
    return small_case(tmp_path)


def shifts(case, *names):
    return {(s.kind, s.of): s for s in consequences(case, drop(case, names))}


def test_what_the_first_report_carries(case) -> None:
    found = shifts(case, "r")
    holds = found["holds", "main, nash"]
    assert (holds.before["today"], len(holds.before["states"])) == (False, 1)
    assert (holds.after["today"], len(holds.after["states"])) == (True, 2)
    answer = found["answer", "Q1"]
    assert (answer.before["agrees"], answer.after["agrees"]) == (True, False)
    pulse = found["pulse", "RAIN"]
    assert (pulse.before["TRADE"], pulse.after["TRADE"]) == ("ambiguous", "up")
    assert ("scores", "why") not in found


def test_what_the_second_report_carries(case) -> None:
    found = shifts(case, "s")
    scores = found["scores", "why"]
    assert (scores.before["fear"], scores.after["fear"]) == (2.0, 0.0)
    assert (scores.before["least"], scores.after["least"]) == (("gain",), ("fear",))
    assert found["pulse", "RAIN"].after["TRADE"] == "down"
    assert ("answer", "Q1") not in found


def test_what_carries_nothing_changes_nothing(case) -> None:
    assert shifts(case, "c2") == {}
