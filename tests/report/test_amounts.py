"""Computed numbers in words: units, ranges, and whether they fit."""

import pytest

from detente.evidence.derived import Derived
from detente.judgement.arithmetic import Result
from detente.report.amounts import amount, number, verdict


def made(value, unit="", within=None):
    derived = Derived(what="x", compute="1", unit=unit, within=within)
    return Result("d", derived, value, derived.fits(value), ())


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (-0.5, "-0.5"), (999.6, "1000"), (1234.4, "1,234"), (2.5e6, "2.5 million"),
     (6.1e11, "610 billion"), (-3e12, "-3 trillion"), (0.031339, "0.0313")],
)  # fmt: skip
def test_three_digits_count(value, said):
    assert number(value) == said


@pytest.mark.parametrize(
    ("unit", "said"), [("", "2"), ("$", "$2"), ("%", "200 %"), ("times", "2 times"), ("m", "2 m")]
)
def test_units(unit, said):
    assert amount(made(2, unit)) == said


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (made(2), ""),
        (made(2, within=(1, 3)), "fits (1 to 3)"),
        (made(4, within=(1, 3)), "does not fit (1 to 3)"),
        (made(21, within=(21, 21)), "fits (21)"),
        (made(0.03, "%", (0.025, 0.035)), "fits (2.5 to 3.5)"),
    ],
)
def test_verdicts(result, said):
    assert verdict(result) == said
