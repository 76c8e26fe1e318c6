"""Win-sets on issues of a case: zones, pivots, chances by draws."""

from __future__ import annotations

import pytest
from tests.judgement.test_issues import SURE, made

from detente.case.ledgers import Issue
from detente.judgement.issues import view_issue
from detente.judgement.win_sets import chamber_of, scale_of


def test_win_sets_by_draws() -> None:
    factions = {
        "a": {"label": "A", "weight": "1..3", "positions": {"toll": "40"}},
        "b": {"label": "B", "weight": "2", "positions": {"toll": "5"}},
        "c": {"label": "C", "weight": "9", "positions": {}},
    }
    home = {"n": {"factions": factions, "vetoes": ["a", "c"]}}
    (found,) = view_issue(made(SURE, domestic=home), "toll", draws=800).win_sets
    assert found.actor == "n"
    assert found.zone.high == 10  # by best estimates weights tie, so both must accept
    assert found.chance == pytest.approx(0.5, abs=0.06)  # A alone carries it if heavier than B
    assert found.pivotal == ("b",)


def test_who_has_a_veto_in_a_chamber_and_who_is_not_there() -> None:
    case = made(
        SURE, domestic={"n": {"factions": {"a": {"label": "A", "weight": "1"}}, "vetoes": ["a"]}}
    )
    assert chamber_of(case.domestic["n"], {"a": 1.0}).vetoes == ("a",)
    assert chamber_of(case.domestic["n"], {"z": 1.0}).vetoes == ()


def test_a_scale_runs_between_its_outermost_numbers() -> None:
    found = scale_of(Issue(label="x", scale={"50": "b", "-10": "a", "low": "c", "7.5": "d"}))
    assert found is not None
    assert (found.low, found.high) == (-10, 50)
    assert scale_of(Issue(label="x", scale={"low": "c"})) is None


def test_a_win_set_ends_where_the_scale_ends() -> None:
    factions = {"a": {"label": "A", "weight": "1", "positions": {"toll": "80"}}}
    issues = {"toll": {"label": "Toll", "today": 0, "scale": {"0": "none", "100": "all"}}}
    case = made(SURE, domestic={"n": {"factions": factions}}, issues=issues)
    (found,) = view_issue(case, "toll", draws=5).win_sets
    assert (found.zone.low, found.zone.high) == (0, 100)
