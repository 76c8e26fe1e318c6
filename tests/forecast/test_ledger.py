"""The ledger of the sources' forecasts: credit, and what is scored apart."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped

from detente.evidence import Reference
from detente.evidence.forecasts import SourceForecast
from detente.forecast.ledger import Tally, ledger_of

FLAGSHIP = ledger_of(open_shipped("japan-russia").forecasts)


def made(verdict: str, kind: str = "explicit", *places: str) -> SourceForecast:
    because = [Reference.model_validate(p) for p in places]
    shape = {"text": "x", "stated": "2018", "verdict": verdict, "kind": kind, "because": because}
    return SourceForecast.model_validate(shape)


def counts(tally: Tally) -> list[int]:
    return [tally.count[v] for v in ("true", "partly", "false", "unsettled")]


def test_a_half_for_partly_and_nothing_for_unsettled() -> None:
    verdicts = ["true", "partly", "false", "unsettled", "unsettled"]
    tally = ledger_of({str(i): made(v) for i, v in enumerate(verdicts)}).every
    assert (tally.settled, tally.score) == (3, 0.5)
    assert ledger_of({"a": made("unsettled")}).every.score is None
    assert ledger_of({}).every.settled == 0


def test_reported_ones_are_apart() -> None:
    ledger = ledger_of(
        {"a": made("true", "explicit", "s¶1"), "b": made("false", "reported", "s¶2")}
    )
    assert ledger.own["s"].score == 1
    assert ledger.reported["s"].score == 0
    assert ledger.all_own.settled == ledger.all_reported.settled == 1
    assert ledger.every.score == 0.5


def test_several_sources_share_a_forecast_and_it_counts_once_in_all() -> None:
    ledger = ledger_of({"a": made("true", "explicit", "s¶1", "t¶2", "s¶4")})
    assert [counts(t) for t in (ledger.own["s"], ledger.own["t"], ledger.all_own)] == [
        [1, 0, 0, 0]
    ] * 3


def test_the_flagship() -> None:
    assert counts(FLAGSHIP.every) == [25, 12, 8, 1]
    assert {s: counts(t) for s, t in FLAGSHIP.own.items()} == {
        "000": [3, 1, 1, 0],
        "001": [7, 1, 1, 0],
        "002": [5, 2, 1, 1],
        "003": [7, 2, 0, 0],
        "004": [3, 5, 2, 0],
    }
    assert {s: counts(t) for s, t in FLAGSHIP.reported.items()} == {
        "000": [0, 1, 1, 0],
        "001": [0, 0, 2, 0],
    }
    assert FLAGSHIP.all_own.score == pytest.approx((25 + 5.5) / 41)
