"""Issues of a case under bargaining: rules on best estimates and draws, zones, win-sets."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped

from detente.bargaining import Positions, compromise, elect_position, weighted_median
from detente.case import Case
from detente.errors import UnknownName, UsageError
from detente.judgement.issues import view_issue


def made(positions: list[dict], **more) -> Case:
    """Return a small case with an issue `toll`."""
    return Case.model_validate(
        {
            "format": "dispute-case/1",
            "case": {"id": "c", "title": "t", "question": "q"},
            "actors": {"n": {"name": "North"}, "s": {"name": "South"}, "l": {"name": "Lord"}},
            "models": {
                "main": {
                    "options": {"n.build": {"label": "b"}},
                    "preferences": {
                        "n": {"readings": {"stated": {"order": [{"want": "n.build"}]}}}
                    },
                }
            },
            "issues": {"toll": {"label": "Toll", "today": 0}},
            "positions": [{"issue": "toll", **p} for p in positions],
            **more,
        }
    )


SURE = [
    {"actor": "n", "at": "0", "salience": "0.5", "clout": "0.4"},
    {"actor": "s", "at": "60", "salience": "1", "clout": "0.2", "veto": True},
    {"actor": "l", "at": "90", "salience": "0.2"},
]


def test_without_ranges_draws_are_the_best_estimates() -> None:
    found = view_issue(made(SURE, influence={"l": "0.5"}), "toll", draws=7)
    best = Positions.of(["n", "s", "l"], [0, 60, 90], [0.5, 1, 0.2], [0.4, 0.2, 0.5])
    expected = {
        "compromise": float(compromise(best)),
        "median": float(weighted_median(best).middle),
        "election": elect_position(best).mean,
    }
    assert {r.rule: r.best for r in found.ruled} == pytest.approx(expected)
    for rule in found.ruled:
        assert (rule.low, rule.high) == pytest.approx((rule.best, rule.best))
    assert found.vetoes == ("s",)
    assert found.agreement is None
    assert found.win_sets == ()
    assert found.election.points.tolist() == [0, 60, 90]


def test_ranges_are_drawn_by_seed() -> None:
    case = made([*SURE[1:], {"actor": "n", "at": "0..30", "clout": "0.1..0.9"}])
    first, again = (view_issue(case, "toll", draws=40, seed=3) for _ in "ab")
    assert first.ruled == again.ruled
    assert first.ruled != view_issue(case, "toll", draws=40, seed=4).ruled
    assert first.compromise.low < first.compromise.best < first.compromise.high


def test_the_zone_and_how_often_it_is_empty() -> None:
    two = [{"actor": "n", "at": "0..20", "reach": "20"}, {"actor": "s", "at": "50", "reach": "20"}]
    found = view_issue(made([*two, SURE[2]]), "toll", draws=2000).agreement
    assert found is not None
    assert found.parties == ("n", "s")
    assert (found.zone.low, found.zone.high) == (30, 30)
    assert found.empty == pytest.approx(0.5, abs=0.05)  # empty where n stands below 10


def test_fair_agreements_of_those_who_must_consent() -> None:
    case = made([{**SURE[0], "at": "40", "reach": "5"}, SURE[1], SURE[2]])
    fair = view_issue(case, "toll", draws=5).fair
    assert fair["egalitarian"] == pytest.approx(40)  # North gains least there, and nowhere more
    assert 40 < (fair["nash"] or 0) < 60
    none = view_issue(made([{**SURE[0], "reach": "5"}, SURE[1]]), "toll", draws=5).fair
    assert none == {"nash": None, "kalai-smorodinsky": None, "egalitarian": None}
    assert view_issue(made(SURE), "toll", draws=5).fair == {}  # only one must consent


def test_the_shipped_case() -> None:
    case = open_shipped("japan-russia")
    territory = view_issue(case, "territory", draws=60)
    assert territory.agreement is not None
    assert territory.agreement.zone.empty
    assert territory.agreement.empty == 1  # Moscow's most is below Tokyo's least in every draw
    assert territory.vetoes == ("ru",)
    assert 10 < territory.compromise.best < 30
    strongest = max(territory.pulls, key=lambda p: p.position)
    assert strongest.actor == "ru"
    homes = {w.actor: w for w in territory.win_sets}
    assert homes["ru"].chance < 0.2
    assert homes["jp"].zone.high == 100 or homes["jp"].zone.high > 90
    coverage = view_issue(case, "alliance_coverage", draws=60)
    assert coverage.agreement is not None
    assert coverage.agreement.empty == 1


def test_every_range_of_the_shipped_case_is_as_wide_as_it_says() -> None:
    for p in open_shipped("japan-russia").positions:
        assert 15 <= p.at.high - p.at.low <= 30
        for estimate in (p.salience, p.clout):
            assert estimate is not None
            assert 0.2 - 1e-9 <= estimate.high - estimate.low <= 0.4 + 1e-9


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean `toll`"):
        view_issue(made(SURE), "tol")
    with pytest.raises(UsageError, match="nobody has a position"):
        view_issue(made([]), "toll")
    with pytest.raises(UsageError, match="one draw"):
        view_issue(made(SURE), "toll", draws=0)
    with pytest.raises(UsageError, match="each actor once"):
        view_issue(made([SURE[0], SURE[0]]), "toll")
