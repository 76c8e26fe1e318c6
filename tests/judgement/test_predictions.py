"""What hypotheses predict: the table of the mission, computed, and the small case by hand."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.judgement.traced import TEXT, small_case

from detente.errors import UnknownName
from detente.judgement.predictions import predictions

TREATY = {
    "today": "never sometimes sometimes",
    "pull-back": "never always sometimes",
    "pull-back-unminded": "never always always",
    "unminded": "never sometimes always",
    "unbacked": "never sometimes always",
    "review": "never sometimes sometimes",
    "uncourted": "never sometimes sometimes",
}


@pytest.fixture(scope="module")
def found():
    return predictions(open_shipped("japan-russia"), "condition")


@pytest.mark.parametrize("test", TREATY)
def test_when_a_treaty_is_predicted(found, test) -> None:
    row = found.table[test]
    assert [p.asked["ru.treaty"] for p in row.values()] == TREATY[test].split()


def test_what_foresight_holds_back(found) -> None:
    today = found.table["today"]
    assert [p.restless["nash"] for p in today.values()] == [(), (), ("ru",)]
    assert all(p.stays and not p.restless["seq"] for p in today.values())
    assert not found.table["unminded"]["h3"].stays
    assert len(found.table["pull-back"]["h2"].holds) == 1


def test_which_hypothesis_a_test_is_a_test_of(found) -> None:
    moved = {test: found.moved(test) for test in found.table}
    assert moved == {
        "today": (),
        "pull-back": ("h2",),
        "pull-back-unminded": ("h2", "h3"),
        "unminded": ("h3",),
        "unbacked": ("h3",),
        "review": (),
        "uncourted": ("h1",),
    }
    assert found.apart("pull-back") == (("h1",), ("h2",), ("h3",))
    assert found.apart("review") == (("h1",), ("h2", "h3"))
    assert found.left_out == ("h4", "h5", "h6")


def test_the_courtship_ends_and_the_condition_with_it(found) -> None:
    assert found.table["uncourted"]["h1"].asked["ru.condition"] == "never"


def test_by_hand(tmp_path) -> None:
    found = predictions(small_case(tmp_path), "why")
    today = found.table["today"]["fear"]
    assert (today.asked, today.stays, today.restless["nash"]) == (
        {"north.build": "always"},
        False,
        ("north",),
    )
    dry = found.table["dry"]["fear"]
    assert dry.asked == {"north.build": "always", "south.open": "always"}
    assert found.table["torn"]["fear"].asked == {"south.open": "never"}
    assert (found.moved("dry"), found.left_out, found.any) == ((), ("gain",), True)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(UnknownName):
        predictions(open_shipped("japan-russia"), "conditions")


def test_without_readings_nothing_is_computed(tmp_path) -> None:
    text = TEXT.replace("readings: {north: stated}, ", "")
    found = predictions(small_case(tmp_path, text), "why")
    assert not found.any
