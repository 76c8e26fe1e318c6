"""Counting by diagrams as a function: the same settings, the same answers, and as plain data."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from benchmarks.beyond import conflict
from tests.judgement.asked import PENNIES

from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, Settings
from detente.stability.diagrams.sets import diagram_sets
from detente.stability.symbolic.game import read_game
from detente.workflow.analyse import stability
from detente.workflow.diagrams import _rounded, diagrams_shape, stability_by_diagrams


def only(outcome):
    (model,) = outcome.data["models"]
    return model


@pytest.mark.parametrize("settings", [Settings(), Settings(fix={"us.pressure": False})])
def test_settings_are_read_and_numbers_equal_those_of_the_arrays(settings):
    plain = only(stability("japan-russia", ["1956"], settings, list(CLASSICAL)))
    found = only(stability_by_diagrams("japan-russia", ["1956"], settings, list(CLASSICAL)))
    for key in ("title", "decision_makers", "readings", "fix", "context", "status_quo"):
        assert plain[key] == found[key]
    assert (plain["feasible_states"], found["engine"]) == (found["feasible_states"], "diagrams")
    for key, concept in found["concepts"].items():
        states, own = plain["equilibria"][key], concept["equilibria"]
        assert (concept["ended"], concept["complete"]) == ("all", True)
        assert own["count"] == len(states)
        assert own["fraction"] == len(states) / plain["feasible_states"]
        assert own["today"] == (plain["status_quo"] in states)
        assert own["today"] == all(actor["today"] for actor in concept["stable"].values())
        taken = {o: sum(o in state for state in states) for o in own["shares"]}
        assert own["shares"] == {o: n / len(states) for o, n in taken.items()}
        assert own["fixed"] == {o: n > 0 for o, n in taken.items() if n in (0, len(states))}
        assert own["nearest"]["state"] in states


def test_what_ifs_and_models_are_chosen():
    what_if = stability_by_diagrams("japan-russia", ["2018-05"], what_if="wedge_at_best")
    assert only(what_if)["readings"]["ru"] == "wedge"
    assert what_if.text.startswith("2018-05: ")
    assert list(only(stability_by_diagrams("chicken"))["concepts"]) == ["nash"]
    with pytest.raises(UnknownName):
        stability_by_diagrams("chicken", ["nothing"])
    with pytest.raises(UsageError, match="is a threshold"):
        stability_by_diagrams("chicken", concepts=["sim"])


def test_none_is_told_from_unknown():
    game = read_game(PENNIES, "main")
    none = diagrams_shape(game, [diagram_sets(game)])["concepts"]["nash"]
    assert none["equilibria"] | {"shares": None} == {
        "count": 0,
        "fraction": 0.0,
        "today": False,
        "nearest": None,
        "fixed": {},
        "shares": None,
    }
    shape = diagrams_shape(game, [diagram_sets(game, seconds=0)])
    unknown = shape["concepts"]["nash"]
    assert (unknown["ended"], unknown["complete"], unknown["equilibria"]) == ("time", False, None)
    assert set(unknown["stable"].values()) == {None}
    assert shape["feasible_states"] is None


def test_numbers_of_any_size_are_exact_in_json():
    game = read_game(conflict(80, 6), "main")
    sets = diagram_sets(game, "gmr")
    own = json.loads(json.dumps(diagrams_shape(game, [sets])))["concepts"]["gmr"]["equilibria"]
    assert own["count"] == sets.equilibria.count > 1 << 60
    free = {o: part for o, part in own["shares"].items() if o not in own["fixed"]}
    assert all(0 < part < 1 for part in free.values())
    assert len(free) + len(own["fixed"]) == 80


def test_a_share_is_none_or_all_only_if_it_is():
    tiny = Fraction(1, 1 << 2000)
    assert (_rounded(Fraction(0)), _rounded(Fraction(1)), _rounded(Fraction(1, 4))) == (0, 1, 0.25)
    assert 0 < _rounded(tiny) < _rounded(1 - tiny) < 1
