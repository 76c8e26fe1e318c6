"""Derived figures: arithmetic and nothing else, with a result or a reason."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.evidence.derived import LONGEST, Derived, computed, named_in

AMOUNTS = {"n1": {"usd": 18.3, "share": 0.03, "none": 0.0}, "n2": {"usd": 87.2}}


@pytest.mark.parametrize(
    ("computation", "value"),
    [
        ("n1.usd / n1.share", 610),
        ("n1.usd - n2.usd * 2", 18.3 - 174.4),
        ("(n1.usd - n2.usd) * 2", 2 * (18.3 - 87.2)),
        ("-n1.usd + 1", -17.3),
        ("2.5", 2.5),
    ],
)
def test_arithmetic(computation, value):
    assert computed(computation, AMOUNTS) == pytest.approx(value)


@pytest.mark.parametrize(
    "computation",
    ["", "n1", "n1.usd.x", "n1.usd ** 2", "f(1)", "n1['usd']", "True", "'a'", "1 < 2", "1j", "a.b; c.d",
     "[n1.usd]", "n1.usd if 1 else 2", "lambda: 1", "n1.usd //2", "~1", "1 +", "é.ü +", "(" * 150],
)  # fmt: skip
def test_nothing_else_is_computed(computation):
    for ask in (lambda: computed(computation, AMOUNTS), lambda: named_in(computation)):
        with pytest.raises(UsageError, match="no computation"):
            ask()


@pytest.mark.parametrize(
    ("computation", "said"),
    [
        ("n1.usd / n1.none", "divides by nothing"),
        ("1e308 * 10", "too large"),
        ("n1.eur", "no such amount"),
        ("n3.usd", "no such amount"),
        ("1 + " * LONGEST, "more than 200 characters"),
    ],
)
def test_without_a_result_it_says_why(computation, said):
    with pytest.raises(UsageError, match=said):
        computed(computation, AMOUNTS)


@given(st.text(alphabet="n12.usd+-*/() _[]'é", max_size=30))
def test_any_text_ends_in_a_number_or_a_usage_error(text):
    with contextlib.suppress(UsageError):
        assert isinstance(computed(text, AMOUNTS), float)


def test_what_is_named_comes_once_in_order():
    assert named_in("b.x + a.y * b.x") == (("b", "x"), ("a", "y"))


@pytest.mark.parametrize(
    ("value", "fits"), [(1.0, True), (2.0, True), (0.99, False), (2.01, False)]
)
def test_both_ends_fit(value, fits):
    assert Derived(what="x", compute="1", within=(1, 2)).fits(value) is fits


def test_without_a_range_nothing_is_said():
    assert Derived(what="x", compute="1").fits(3) is None
