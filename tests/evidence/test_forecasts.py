"""Forecasts of the sources, counted by what came of them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.casebook.shipped import open_shipped

from detente.evidence.forecasts import SourceForecast, tally


def test_every_verdict_is_named() -> None:
    assert tally([]) == {"true": 0, "partly": 0, "false": 0, "unsettled": 0}
    some = [SourceForecast(text="x", stated="2018", verdict=v) for v in ("true", "true", "partly")]
    assert tally(some) == {"true": 2, "partly": 1, "false": 0, "unsettled": 0}


def test_a_forecast_may_have_several_sources() -> None:
    shared = SourceForecast(text="x", stated="2018", because=["000¶1", "001¶2", "000¶3"])
    assert shared.sources == ("000", "001")
    assert shared.verdict == "unsettled"


def test_other_verdicts_are_refused() -> None:
    with pytest.raises(ValidationError):
        SourceForecast(text="x", stated="2018", verdict="maybe")


def test_the_ledger_of_the_documents() -> None:
    forecasts = open_shipped("japan-russia").forecasts
    assert tally(forecasts.values()) == {"true": 25, "partly": 12, "false": 8, "unsettled": 1}
    assert all(f.because and f.text and f.criterion and f.outcome for f in forecasts.values())
