"""`forecast`: what programs rely on."""

from __future__ import annotations

import json

import pytest

from detente.errors import UnknownName, UsageError
from detente.workflow.forecasts import forecast


def test_data() -> None:
    told: list[str] = []
    outcome = forecast("japan-russia", ["treaty"], runs=30, seed=1, progress=told.append)
    data = json.loads(json.dumps(outcome.data, allow_nan=False))
    assert (data["case"], data["seed"]) == ("japan-russia", 1)
    treaty = data["questions"]["treaty"]
    assert {
        *("question", "ask", "event", "by", "probability", "low", "high", "share", "hits", "runs"),
        *("monte_carlo_error", "worth", "base_rate", "confidence", "by_reading"),
        *("sentence", "words"),
    } == set(treaty)
    assert (treaty["hits"], treaty["runs"], treaty["by"]) == (0, 30, "2022-03-21")
    assert treaty["words"][0] == "almost no chance"
    assert treaty["sentence"] in " ".join(outcome.text.split())
    assert told == ["30 of 30 runs"]


def test_all_questions_with_the_defaults_of_the_case() -> None:
    data = forecast("japan-russia").data
    assert list(data["questions"]) == ["treaty", "talks_end", "real_money"]
    assert data["seed"] == 0
    assert data["questions"]["treaty"]["runs"] == 400
    assert data["questions"]["treaty"]["probability"] <= 0.05


def test_what_cannot_be_asked() -> None:
    with pytest.raises(UnknownName, match="treaty"):
        forecast("japan-russia", ["traety"])
    with pytest.raises(UsageError, match="no dated question"):
        forecast("chicken")
