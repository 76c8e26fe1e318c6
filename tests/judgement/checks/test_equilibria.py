"""Which states hold, on games whose answers stand in every book."""

import pytest
from tests.judgement.asked import PENNIES, rows

PD, CHICKEN = "prisoners-dilemma", "chicken"


@pytest.mark.parametrize(
    ("case", "concept", "count", "today", "s1"),
    [
        (PD, "nash", 1, "only", "never"),
        (PD, "seq", 2, "one of several", "sometimes"),
        (CHICKEN, "nash", 2, "no", "never"),
        (CHICKEN, "gmr", 3, "no", "sometimes"),
        (PENNIES, "nash", 0, "no", None),
    ],
)
def test_what_holds(case, concept, count, today, s1):
    ask = ["s1"] if s1 else []
    (found,) = rows("equilibria", case, model="main", concepts=[concept], ask=ask)
    expected = {"model": "main", "concept": concept, "count": count, "status_quo": today}
    assert found == expected | ({"s1": s1} if s1 else {})


def test_nothing_is_true_where_nothing_holds():
    (found,) = rows("equilibria", PENNIES, model="main", concepts=["nash"], ask=["true"])
    assert found["true"] == "never"


def test_there_is_a_row_for_each_model_and_concept():
    found = rows("equilibria", "japan-russia", models=["1956", "1960"], concepts=["nash", "gmr"])
    assert [(f["model"], f["concept"], f["count"]) for f in found] == [
        ("1956", "nash", 1),
        ("1956", "gmr", 2),
        ("1960", "nash", 1),
        ("1960", "gmr", 1),
    ]


def test_reachable_leaves_out_what_self_interest_does_not_lead_to():
    (found,) = rows("equilibria", PD, model="main", concepts=["seq"], ask=["s1"], reachable=True)
    assert (found["count"], found["status_quo"], found["s1"]) == (1, "only", "never")


def test_sequential_stability_is_asked_for_unless_said_otherwise():
    assert [f["concept"] for f in rows("equilibria", PD, model="main")] == ["seq"]
