"""Whether today is stable for one party, concept by concept."""

import pytest
from tests.judgement.asked import PENNIES, rows


@pytest.mark.parametrize(
    ("case", "actor", "nash", "gmr"),
    [
        ("prisoners-dilemma", "row", True, True),
        ("chicken", "ROW", False, False),
        (PENNIES, "row", True, True),
        (PENNIES, "column", False, True),
    ],
)
def test_today_for_one_party(case, actor, nash, gmr):
    (found,) = rows("stable", case, model="main", actor=actor, concepts=["nash", "gmr"])
    assert found == {"model": "main", "actor": actor.lower(), "nash": nash, "gmr": gmr}


def test_today_is_that_of_the_conditions():
    (found,) = rows("stable", PENNIES, model="main", actor="column", fix={"column.heads": True})
    assert found == {"model": "main", "actor": "column", "nash": True, "seq": True}
