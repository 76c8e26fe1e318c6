"""The smallest changes that make a target hold, as plain data."""

import pytest
from tests.judgement.asked import rows

from detente.errors import UsageError
from detente.judgement.checks.unlock import read_kept

PD = "prisoners-dilemma"


def test_both_prisoners_must_change_for_cooperation_without_foresight():
    (found,) = rows("unlock", PD, model="main", target="s1")
    assert (found["edits"], found["whose"], found["single"]) == (2, ["row + column"], [])
    assert (found["by"], found["at_most"], found["target"]) == (["row", "column"], 3, "s1")
    assert found["solutions"] > 1


def test_one_of_them_alone_cannot():
    (found,) = rows("unlock", PD, model="main", target="s1", by=["row"], at_most=2)
    assert (found["edits"], found["solutions"], found["whose"]) == (None, 0, [])


def test_no_more_edits_are_looked_for_than_asked():
    (found,) = rows("unlock", PD, model="main", target="s1", at_most=1)
    assert (found["edits"], found["at_most"]) == (None, 1)


def test_with_foresight_nobody_must():
    (found,) = rows("unlock", PD, model="main", target="s1", concept="seq")
    assert (found["edits"], found["whose"], found["solutions"]) == (0, [""], 1)


def test_single_edits_are_named_by_actor_operation_and_statement():
    (found,) = rows("unlock", "chicken", model="main", target="s4", fix={"column.swerve": False})
    assert found["edits"] == 1
    assert {"row reverse 3", "row delete 3", "row add s4"} & set(found["single"])
    assert {s.split()[0] for s in found["single"]} == {"row"}


def test_statements_are_kept():
    free = rows("unlock", PD, model="main", target="s1", at_most=2)[0]
    kept = rows("unlock", PD, model="main", target="s1", at_most=2, keep=["row 1"])[0]
    assert free["edits"] == 2
    assert kept["edits"] is None


@pytest.mark.parametrize(
    ("text", "kept"), [("ru 1", ("ru", 1)), ("ru:12", ("ru", 12)), ("ru: 3", ("ru", 3))]
)
def test_a_statement_is_named_by_actor_and_number(text, kept):
    assert read_kept(text) == kept


@pytest.mark.parametrize("text", ["ru", "ru:", "ru one", "1", ""])
def test_what_names_no_statement(text):
    with pytest.raises(UsageError, match="expected actor:number"):
        read_kept(text)
