"""Small words: lists, counts, ordinals, articles, possessives."""

from __future__ import annotations

import pytest

from detente.report.names import (
    capital,
    count,
    listed,
    number,
    ordinal,
    possessive,
    quoted,
    sentence,
    several,
    the,
)


def test_lists() -> None:
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_numbers() -> None:
    assert [number(n) for n in (0, 1, 12, 13, 2304)] == ["no", "one", "twelve", "13", "2,304"]
    assert count(1, "party", "parties") == "one party"
    assert count(2, "party", "parties") == "two parties"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "first"),
        (12, "twelfth"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (111, "111th"),
    ],
)
def test_ordinals(n: int, said: str) -> None:
    assert ordinal(n) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Japan", "Japan"),
        ("United States", "the United States"),
        ("Soviet Union", "the Soviet Union"),
        ("G7", "the G7"),
        ("Ministry", "the Ministry"),
        ("Russian public", "the Russian public"),
        ("Dominican Republic", "the Dominican Republic"),
        ("Japanese firms", "Japanese firms"),
        ("Uniroyal", "Uniroyal"),
    ],
)
def test_articles(name: str, said: str) -> None:
    assert the(name) == said


def test_plurals_and_possessives() -> None:
    assert several("Japanese firms")
    assert not several("United States")
    assert not several("Honduras")
    assert possessive("Japanese firms") == "Japanese firms'"
    assert possessive("Russia") == "Russia's"


def test_sentences_and_quotations() -> None:
    assert sentence("it is so") == "It is so."
    assert sentence("It is “so.”") == "It is “so.”"
    assert sentence("Is it?") == "Is it?"
    assert quoted("Offer two islands. ") == "“Offer two islands”"
    assert capital("") == ""
