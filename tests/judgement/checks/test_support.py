"""Which statements hold today up, on a game small enough to see it."""

from tests.judgement.asked import PENNIES, rows


def test_each_prisoner_stays_for_fear_of_betrayal_alone():
    """Betrayal is avoided by the third statement only: the state where both defect."""
    (found,) = rows("support", "prisoners-dilemma", model="main")
    assert found == {
        "model": "main",
        "concept": "nash",
        "deleting": ["row 3", "column 3"],
        "reversing": ["row 3", "column 3"],
        "reversals": 2,
    }


def test_foresight_is_a_support_of_its_own():
    """With foresight today needs more to fall: who leaves it must expect no answer."""
    (found,) = rows("support", "prisoners-dilemma", model="main", concept="gmr")
    assert set(found["deleting"]) <= {"row 3", "column 3"}


def test_what_does_not_hold_is_held_up_by_nothing():
    (found,) = rows("support", PENNIES, model="main")
    assert found["deleting"] == ["row 1"]  # column, who alone would leave, is content without it
