"""What a change of conduct earns once another has replied as suits it best."""

import pytest
from tests.judgement.asked import PENNIES, rows

from detente.errors import UnknownName, UsageError

PD = {"case": "prisoners-dilemma", "model": "main", "actor": "row", "replier": "column"}


def test_who_cooperates_alone_is_betrayed():
    (found,) = rows("reply", **PD, change={"row.cooperate": True}, ask=["s2", "s1"])
    assert found == {
        "model": "main",
        "state": ["row.cooperate"],
        "s2": True,
        "s1": False,
        "before": 3,
        "after": 4,
        "of": 4,
        "outcome": "worse",
    }


def test_two_statements_can_be_exchanged_before_ranks_are_compared():
    (found,) = rows("reply", **PD, change={"row.cooperate": True}, swap=[3, 4])
    assert (found["before"], found["after"], found["outcome"]) == (4, 3, "better")


def test_no_change_is_no_gain():
    (found,) = rows("reply", **PD, change={})
    assert (found["state"], found["outcome"]) == ([], "same")


def test_the_replier_moves_where_it_gains_and_stays_where_it_does_not():
    moved = rows(
        "reply", PENNIES, model="main", actor="row", replier="column", change={"row.heads": False}
    )
    assert moved[0]["state"] == ["column.heads"]
    stayed = rows(
        "reply", PENNIES, model="main", actor="row", replier="column", change={"row.heads": True}
    )
    assert stayed[0]["state"] == ["row.heads"]


def test_equal_states_share_a_place():
    (found,) = rows("reply", PENNIES, model="main", actor="row", replier="row", change={})
    assert (found["before"], found["after"], found["of"]) == (1, 1, 4)


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"change": {"column.cooperate": True}}, UsageError, "its own options only"),
        ({"change": {"row.coperate": True}}, UnknownName, "did you mean `row.cooperate`"),
        ({"change": {}, "replier": "col"}, UnknownName, "unknown decision maker"),
        ({"change": {}, "swap": [3, 5]}, UsageError, "1 to 4"),
        ({"change": {}, "swap": [0, 1]}, UsageError, "1 to 4"),
        ({"change": {}, "swap": [1, 2, 3]}, UsageError, "two"),
    ],
)
def test_what_cannot_be_asked(arguments, error, said):
    with pytest.raises(error, match=said):
        rows("reply", **{**PD, **arguments})


def test_actors_are_named_in_any_case():
    (found,) = rows("reply", **{**PD, "actor": "ROW"}, change={"Row.Cooperate": True})
    assert found["state"] == ["row.cooperate"]
