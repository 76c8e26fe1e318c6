"""Positions drawn at random, for the tests of this room."""

from __future__ import annotations

from hypothesis import strategies as st

from detente.bargaining.positions import Positions

ACTORS = tuple("abcdefg")


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    """Return numbers of a range in steps of a hundredth: ties are common, rounding is not."""
    return st.integers(round(low * 100), round(high * 100)).map(lambda n: n / 100)


@st.composite
def positions(draw: st.DrawFn, least: int = 1, lightest: float = 0.01) -> Positions:
    """Return one to seven actors, each with some weight."""
    count = draw(st.integers(least, len(ACTORS)))
    at, salience, clout = (
        draw(st.lists(numbers(low, high), min_size=count, max_size=count))
        for low, high in ((0, 100), (lightest, 1), (lightest, 1))
    )
    return Positions.of(ACTORS[:count], at, salience, clout)
