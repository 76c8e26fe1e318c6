"""Conditions: reading, writing and evaluating agree with each other and with Python's own logic."""

from __future__ import annotations

import contextlib
import itertools
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.formula import (
    Binary,
    Constant,
    Formula,
    FormulaError,
    Name,
    Not,
    evaluate,
    is_id,
    names,
    negate,
    parse,
)

IDS = ("jp.invest", "ru.t2", "e.flood_1", "deal-b", "1956", "север.мост", "भारत.जल")
operators = st.sampled_from(["and", "or", "if", "only if", "iff"])
formulas: st.SearchStrategy[Formula] = st.recursive(
    st.one_of(st.builds(Name, st.sampled_from(IDS)), st.builds(Constant, st.booleans())),
    lambda below: st.one_of(st.builds(Not, below), st.builds(Binary, operators, below, below)),
    max_leaves=12,
)
WORLDS = list(itertools.product([False, True], repeat=len(IDS)))


def in_python(formula: Formula, world: dict[str, bool]) -> bool:
    """Evaluate by recursion over plain truth values."""
    if isinstance(formula, Name):
        return world[formula.id]
    if isinstance(formula, Constant):
        return formula.value
    if isinstance(formula, Not):
        return not in_python(formula.body, world)
    a, b = in_python(formula.left, world), in_python(formula.right, world)
    return {"and": a and b, "or": a or b, "if": a or not b, "only if": not a or b, "iff": a == b}[
        formula.operator
    ]


@given(formulas)
def test_what_is_written_reads_back_as_the_same_tree(formula: Formula) -> None:
    assert parse(str(formula)) == formula


@given(formulas)
def test_writing_is_settled_after_one_reading(formula: Formula) -> None:
    assert str(parse(str(formula))) == str(formula)


@given(formulas)
def test_arrays_and_plain_truth_values_agree(formula: Formula) -> None:
    columns = {id: np.array([w[i] for w in WORLDS]) for i, id in enumerate(IDS)}
    found = evaluate(formula, columns, lambda value: np.full(len(WORLDS), value))
    expected = [in_python(formula, dict(zip(IDS, w, strict=True))) for w in WORLDS]
    assert found.tolist() == expected


@given(formulas)
def test_negation_turns_every_world_around(formula: Formula) -> None:
    columns = {id: np.array([w[i] for w in WORLDS]) for i, id in enumerate(IDS)}

    def truth(f: Formula) -> list[bool]:
        return evaluate(f, columns, lambda value: np.full(len(WORLDS), value)).tolist()

    assert truth(negate(formula)) == [not t for t in truth(formula)]


@given(formulas)
def test_names_come_in_the_order_of_the_text(formula: Formula) -> None:
    text = str(formula)
    found = list(names(parse(text)))
    assert [n.at for n in found] == sorted(n.at for n in found)
    assert all(text[n.at : n.at + len(n.id)] == n.id for n in found)


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@given(st.lists(st.sampled_from(["a", "b", "not", "and", "or", "(", ")"]), max_size=12))
def test_precedence_of_not_and_or_is_that_of_python(words: list[str]) -> None:
    text = " ".join(words)
    try:
        expected = [eval(text, {"a": a, "b": b}) for a in (False, True) for b in (False, True)]
    except (SyntaxError, TypeError):
        with pytest.raises(FormulaError):
            parse(text)
        return
    if words.count("(") and "()" in text.replace(" ", ""):
        return  # Python reads () as a value of its own
    formula = parse(text)
    found = [in_python(formula, {"a": a, "b": b}) for a in (False, True) for b in (False, True)]
    assert found == [bool(e) for e in expected]


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("a or b and c", "a or (b and c)"),
        ("not a and b", "(not a) and b"),
        ("a and b or c if d or e", "((a and b) or c) if (d or e)"),
        ("a only if b and not c", "a only if (b and (not c))"),
        ("a iff b or c", "a iff (b or c)"),
        ("not not a", "not (not a)"),
        ("  a\n  and\tb ", "a and b"),
    ],
)
def test_what_belongs_together(text: str, grouped: str) -> None:
    assert parse(text) == parse(grouped)


@pytest.mark.parametrize(
    ("a", "b", "if_", "only_if"),
    [(False, False, 1, 1), (False, True, 0, 1), (True, False, 1, 0), (True, True, 1, 1)],
)
def test_if_and_only_if(a: bool, b: bool, if_: int, only_if: int) -> None:
    assert in_python(parse("a if b"), {"a": a, "b": b}) == bool(if_)
    world = {"a": np.array([a]), "b": np.array([b])}
    assert evaluate(parse("a if b"), world, np.array).tolist() == [bool(if_)]
    assert evaluate(parse("a only if b"), world, np.array).tolist() == [bool(only_if)]


@pytest.mark.parametrize(
    ("text", "at", "said", "hint"),
    [
        ("", 0, "the condition is empty", "use ids with"),
        ("a and", 5, "ends where an id was expected", "use ids with"),
        ("a b", 2, "`b` stands where", "use ids with"),
        ("a and or b", 6, "`or` stands where an id was expected", "use ids with"),
        ("(a", 0, "`(` is never closed", "add `)`"),
        ("a)", 1, "`)` closes nothing", "remove it"),
        ("a if b if c", 7, "a second `if`", "parentheses"),
        ("a iff b only if c", 8, "a second `only`", "parentheses"),
        ("a only b", 2, "`only` stands without its `if`", "only if"),
        ("if a then b", 0, "`if` stands where an id", "`B if A`"),
        ("a AND b", 2, "`AND` is no word", "write `and`"),
        ("a -> b", 2, "`->` has no meaning", "`only if`"),
        ("a <-> b", 2, "`<->` has no meaning", "`iff`"),
        ("a && b", 2, "`&&` has no meaning", "`and`"),
        ("-a", 0, "`-` has no meaning", "`not`"),
        ("a \u200b b", 2, "`U+200B` has no meaning", "use ids with"),
        ("(" * 61 + "a", 60, "more than 60 deep", "propositions"),
        ("not " * 61 + "a", 240, "more than 60 deep", "propositions"),
        ("a or " * 200 + "a", 0, "401 words", "propositions"),
        ("a" * 20_001, 0, "20,001 characters", "propositions"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_do(
    text: str, at: int, said: str, hint: str
) -> None:
    with pytest.raises(FormulaError, match=re.escape(said)) as caught:
        parse(text)
    assert caught.value.at == at
    assert hint in caught.value.hint


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(FormulaError):
        formula = parse(text)
        assert parse(str(formula)) == formula


@given(st.text(st.sampled_from("ab()! -.&andortif\u0301"), max_size=20))
def test_the_place_of_the_trouble_lies_in_the_text(text: str) -> None:
    try:
        parse(text)
    except FormulaError as caught:
        error = caught
    else:
        return
    assert 0 <= error.at <= len(text)


def test_the_longest_conditions_are_read_written_and_evaluated() -> None:
    chain = parse(" and ".join(["a"] * 200))
    nested = parse("(" * 60 + "a" + " or b)" * 60)
    world = {"a": np.array([True]), "b": np.array([False])}
    for formula in (chain, nested):
        assert parse(str(formula)) == formula
        assert evaluate(formula, world, np.array).tolist() == [True]


@pytest.mark.parametrize("id", ["ru.transfer", "1956", "a_b-c.d", "भारत.जल", "école", "_x"])
def test_ids(id: str) -> None:
    assert is_id(id)
    assert parse(id) == Name(id)


@pytest.mark.parametrize("id", ["", "a b", "not", "IFF", "-a", ".a", "a!", "🌉", "a¶1", "a,b"])
def test_no_ids(id: str) -> None:
    assert not is_id(id)
