import re

import pytest

from detente.suggest.words.numbers import DIGITS, SMALL, number


@pytest.mark.parametrize(
    ("digits", "scale", "plain"),
    [("3", "", "3"), ("1,200", "", "1200"), ("0.8", "", "0.8"), ("2.5", "bn", "2500000000"),
     ("Twelve", "", "12"), ("a dozen", "", "12"), ("half a", "", ""), ("many", "", "")],
)  # fmt: skip
def test_numbers(digits, scale, plain):
    assert number(digits, scale) == plain


def test_the_patterns_take_whole_numbers():
    assert re.fullmatch(DIGITS, "1,234,567.8")
    assert re.fullmatch(SMALL, "seventeen")
    assert not re.fullmatch(SMALL, "one")
