"""The lint: confidence and likelihood stand in sentences of their own."""

from __future__ import annotations

import pytest

from detente.report.likelihood import SCALES
from detente.report.lint import lint_sentence, lint_text, sentences


@pytest.mark.parametrize("band", [b for s in SCALES.values() for b in s], ids=lambda b: b.word)
def test_every_word_of_likelihood_is_known(band: object) -> None:
    said = band.word  # type: ignore[attr-defined]
    assert lint_sentence(f"We have low confidence that there is {said} of rain.")


@pytest.mark.parametrize(
    "sentence",
    [
        "It is probable, and we are confident of it.",
        "With high confidence, odds are even.",
        "Confidently, a deal is improbable.",
        "The likelihood has been given with moderate confidence.",
        "High confidence: almost certainly not.",
    ],
)
def test_mixtures_are_found(sentence: str) -> None:
    assert lint_sentence(sentence).startswith("L1")


@pytest.mark.parametrize(
    "sentence",
    [
        "We have moderate confidence in this, because two documents stand behind it.",
        "It is very unlikely (5–20 %) that a treaty is signed.",
        "Structure left no chance, and our confidence in that is low.",
        "The unlikeable leader lost the confidence of his party.",
    ],
)
def test_sentences_of_one_kind_pass(sentence: str) -> None:
    assert lint_sentence(sentence) == ""


def test_a_text_is_taken_apart_into_sentences() -> None:
    text = "A deal is likely. We have low confidence in this.\nIs it? “Yes.” It is (5–20 %)."
    assert sentences(text) == [
        "A deal is likely.",
        "We have low confidence in this.",
        "Is it?",
        "“Yes.",
        "It is (5–20 %).",
    ]
    assert lint_text(text) == []
    assert len(lint_text("It is likely, with low confidence. Fine.")) == 1
