"""Ids from names: of any script, each once, and such as conditions can use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.formula import is_id
from detente.case.ids import ids_from


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Local  Government", "local_government"),
        ("São Tomé", "são_tomé"),
        ("Япония", "япония"),
        ("a.b-c", "a_b_c"),
        ("if", "_if"),
        ("\u0301x", "_\u0301x"),
        ("…", "thing"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_spelling(name, id):
    assert ids_from([name], "thing") == [id]


def test_each_once_whatever_the_order():
    assert ids_from(["x 2", "X", "x", "x!"], "thing") == ["x_2", "x", "x_3", "x_4"]


@given(st.lists(st.text(max_size=8), max_size=6))
def test_every_id_can_be_one_and_has_no_dot(names):
    ids = ids_from(names, "thing")
    assert len(set(ids)) == len(names)
    assert all(is_id(id) and "." not in id for id in ids)
