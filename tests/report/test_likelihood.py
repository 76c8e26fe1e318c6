"""Words of likelihood as ICD 203 and PHIA have them: bands, bounds, frames."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.fields import LIKELIHOOD
from detente.errors import UnknownName, UsageError
from detente.report.likelihood import SCALES, bands, chance_sentence, phrase, word

chances = st.floats(0, 1, allow_nan=False)
scales = st.sampled_from(list(SCALES))


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.0, "almost no chance"),
        (0.05, "almost no chance"),
        (0.051, "very unlikely"),
        (0.20, "very unlikely"),
        (0.21, "unlikely"),
        (0.45, "unlikely"),
        (0.50, "a roughly even chance"),
        (0.55, "a roughly even chance"),
        (0.80, "likely"),
        (0.95, "very likely"),
        (0.96, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_upper_bounds_belong_to_the_lower_band(p: float, said: str) -> None:
    assert word(p).word == said


@pytest.mark.parametrize(
    ("p", "said", "near"),
    [
        (0.02, "a remote chance", False),
        (0.07, "a remote chance", True),
        (0.08, "highly unlikely", True),
        (0.15, "highly unlikely", False),
        (0.38, "a realistic possibility", True),
        (0.52, "a realistic possibility", True),
        (0.60, "likely", False),
        (0.93, "almost certain", True),
    ],
)
def test_phia_goes_to_the_nearest_band_and_says_so(p: float, said: str, near: bool) -> None:
    assert word(p, "phia").word == said
    assert ("the nearest band" in phrase(p, scale="phia")) is near


def test_a_frequency_of_nought_never_prints_nought() -> None:
    assert phrase(0.0) == "almost no chance (1–5 %)"
    assert phrase(1.0) == "almost certain (95–99 %)"


@given(chances, scales)
def test_no_phrase_claims_certainty(p: float, scale: str) -> None:
    said = phrase(p, scale=scale)
    assert "(0 %" not in said
    assert "100" not in said
    assert "%" in said


@given(chances, chances, scales)
def test_an_interval_names_its_first_and_last_band(a: float, b: float, scale: str) -> None:
    low, high = min(a, b), max(a, b)
    found = bands(low, high, scale)
    assert found[0] == word(low, scale)
    assert found[-1] == word(high, scale)


@given(chances, chances)
def test_words_rise_with_the_chance(a: float, b: float) -> None:
    order = [band.word for band in SCALES["icd203"]]
    low, high = sorted((a, b))
    assert order.index(word(low).word) <= order.index(word(high).word)


def test_every_word_fits_its_own_sentence() -> None:
    said = [chance_sentence("it rains", (b.low + b.high) / 200) for b in SCALES["icd203"]]
    assert said == [
        "There is almost no chance (1–5 %) that it rains.",
        "It is very unlikely (5–20 %) that it rains.",
        "It is unlikely (20–45 %) that it rains.",
        "There is a roughly even chance (45–55 %) that it rains.",
        "It is likely (55–80 %) that it rains.",
        "It is very likely (80–95 %) that it rains.",
        "It is almost certain (95–99 %) that it rains.",
    ]


def test_phia_words_fit_their_sentences() -> None:
    said = [
        chance_sentence("it rains", (b.low + b.high) / 200, scale="phia") for b in SCALES["phia"]
    ]
    assert said[0] == "There is a remote chance (1–5 %) that it rains."
    assert said[3] == "There is a realistic possibility (40–50 %) that it rains."


def test_an_interval_within_one_band_keeps_its_own_range() -> None:
    assert phrase(0.25, 0.4) == "unlikely (25–40 %)"
    assert chance_sentence("it rains", 0.25, 0.4, when="by May") == (
        "It is unlikely (25–40 %) that it rains by May."
    )


def test_words_agree_with_those_that_cases_may_use() -> None:
    for band in SCALES["icd203"]:
        assert LIKELIHOOD[band.word.removeprefix("a ")] == (band.low, band.high)


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan, math.inf])
def test_what_is_no_probability_is_refused(p: float) -> None:
    with pytest.raises(UsageError, match="no probability"):
        word(p)


def test_bad_requests_are_refused() -> None:
    with pytest.raises(UnknownName, match="icd203"):
        word(0.5, "icd204")
    with pytest.raises(UsageError, match="upside down"):
        bands(0.5, 0.4)
