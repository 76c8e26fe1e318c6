"""The parts of a condition: how they are written, compared and walked without deep recursion."""

from __future__ import annotations

import numpy as np
import pytest

from detente.case.terms import (
    Binary,
    Constant,
    Formula,
    Name,
    Not,
    evaluate,
    learn,
    names,
    negate,
)
from detente.errors import UsageError

A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Binary("and", Binary("and", A, B), C), "a and b and c"),
        (Binary("and", A, Binary("and", B, C)), "a and (b and c)"),
        (Binary("or", Binary("and", A, B), C), "a and b or c"),
        (Binary("and", Binary("or", A, B), C), "(a or b) and c"),
        (Binary("if", Binary("if", A, B), C), "(a if b) if c"),
        (Binary("iff", A, Binary("or", B, C)), "a iff b or c"),
        (Not(Binary("only if", A, B)), "not (a only if b)"),
        (Not(Not(A)), "not not a"),
        (Binary("or", Constant(True), Not(A)), "true or not a"),
    ],
)
def test_as_few_parentheses_as_it_takes(formula: Formula, text: str) -> None:
    assert str(formula) == text


def test_the_place_of_a_name_is_no_part_of_what_it_is() -> None:
    assert Name("a", 3) == Name("a")
    assert hash(Name("a", 3)) == hash(Name("a"))
    assert Name("a") != Name("b")


def test_negation() -> None:
    assert negate(A) == Not(A)
    assert negate(Not(A)) == A
    assert negate(Constant(True)) == Constant(False)


def test_long_chains_need_no_deep_recursion() -> None:
    chain: Formula = A
    for _ in range(20_000):
        chain = Binary("or", chain, B)
    assert sum(1 for _ in names(chain)) == 20_001
    assert str(chain).count(" or ") == 20_000
    world = {"a": np.array([False]), "b": np.array([True])}
    assert evaluate(chain, world, np.array).tolist() == [True]


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="a"):
        evaluate(A, {}, np.array)


def whole(value: bool):
    return np.array([value])


def test_what_a_name_stands_for_is_learnt_through_a_long_chain_once():
    chain = {f"n{k}": Name(f"n{k + 1}") for k in range(5000)}
    known = {"n5000": np.array([True])}
    assert learn("n0", known, chain, whole).tolist() == [True]
    assert len(known) == 5001
    assert learn("n7", known, {}, whole).tolist() == [True]


def test_names_that_stand_nowhere_or_in_a_ring_cannot_be_learnt():
    with pytest.raises(KeyError):
        learn("a", {}, {"a": Name("b")}, whole)
    with pytest.raises(UsageError, match="defined by itself: found `a`"):
        learn("a", {}, {"a": Not(Name("b")), "b": Name("a")}, whole)
