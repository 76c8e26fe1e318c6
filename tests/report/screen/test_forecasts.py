"""What `forecast` and `seal` print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.forecast.runs_of import small
from tests.forecast.test_seal import draft

from detente.forecast.answers import answer_questions
from detente.judgement.outlook import outlooks
from detente.report.lint import lint_text
from detente.report.screen.forecasts import forecasts_text, sealed_text

READINGS = {
    "keen": {
        "label": "Wants a bridge",
        "weight": 30,
        "order": [{"want": "north.build iff e.flood"}],
    },
    "idle": {"weight": 70, "order": [{"want": "not north.build"}]},
}
CASE = small(
    questions={
        "q": {"ask": "Built?", "event": "bridge", "resolves": "Yes, if built."},
        "none": {"ask": "Peace?"},
    },
    models={"main": {"preferences": {"north": {"readings": {"stated": None, **READINGS}}}}},
)
FOUND = outlooks(CASE, answer_questions(CASE, runs=100))


def test_short_and_full() -> None:
    short, full = forecasts_text(CASE, FOUND, 4), forecasts_text(CASE, FOUND, 4, full=True)
    assert "Built? [q]\n  Conditional on this model," in short
    assert "We have low confidence in this, because" in short
    assert "From 100 calendar runs (seed 4)" in short
    assert "--full" in short
    assert "Settled so" not in short
    assert "  Settled so: Yes, if built." in full
    assert "of 100 runs" in full
    assert "    North: Wants a bridge" in full
    assert "    North: idle            0 %" in full
    assert "Peace? [none]\n  Not answered:" in short
    assert not lint_text(full.replace("\n  ", " "))
    assert max(map(len, full.splitlines())) <= 88


def test_sealed() -> None:
    new = [replace(draft("q1"), number=3, seal="ab" * 32)]
    said = sealed_text(new, Path("out/f.jsonl"))
    assert said.startswith("Sealed in out/f.jsonl:\n  3. q1: 30 %. It is unlikely.\n")
    assert f"Newest seal: {'ab' * 32}" in said
    assert sealed_text([], Path("x")) == "Nothing was sealed: no question could be answered."
