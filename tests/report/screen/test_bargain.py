"""What `bargain` prints."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.test_domestic import faction, ford
from tests.judgement.test_issues import SURE, made

from detente.judgement.domestic import compare_ratification
from detente.judgement.issues import view_issue
from detente.report.screen.bargain import issue_text, issues_text, ratification_text


def test_an_issue_of_the_shipped_case() -> None:
    case = open_shipped("japan-russia")
    text = issues_text(case, (view_issue(case, "territory", draws=30),))
    said = " ".join(text.split())
    assert (
        "Islands returned [territory], from 0 (none) to 100 (all four). Today it stands at 0."
        in said
    )
    assert "Compromise (weighted mean) 23.9" in said
    assert "Russia [ru]: without it 17.0 higher; a point of its position moves it by 0.42" in said
    assert "(of 7 parties)" in said
    assert "Chinese" not in said
    assert "Can block: Russia [ru] at 0." in said
    assert (
        "none by best estimates: they miss each other by 42.5 points. It is empty in every draw."
        in said
    )
    assert "Passes at home in Japan [jp]: 0.0 to 100.0." in said
    assert "No point is better than today's for all who must consent" in said
    assert "no probabilities of the world" in said
    assert max(map(len, text.splitlines())) <= 88


def test_what_is_not_said_is_left_out() -> None:
    case = made(SURE[:1])
    text = issue_text(case, view_issue(case, "toll", draws=5))
    assert text.startswith("Toll [toll]. Today it stands at 0.")
    assert "nobody else has any weight" in text
    for word in ("Can block", "Zone", "Passes at home"):
        assert word not in text


def test_zones_and_homes() -> None:
    home = {
        "n": {"factions": {"a": {"label": "A", "weight": "1", "positions": {"toll": "-5..50"}}}}
    }
    reach = [{**SURE[0], "reach": "40"}, {**SURE[1], "at": "20..70", "reach": "10"}, SURE[2]]
    case = made(reach, domestic=home)
    said = " ".join(issue_text(case, view_issue(case, "toll", draws=100)).split())
    assert "Zone of agreement of North [n] and South [s]: 35.0 to 40.0. It is empty in" in said
    assert "% of draws." in said
    assert "no fair agreement" in said  # today is North's ideal
    assert "Passes at home in North [n]: 0.0 to 45.0." in said
    assert "pivotal: a." in said


def test_ratification() -> None:
    case = ford({"a": faction(1, "s.pay")})
    found = compare_ratification(case, "main", "n", "bridge")
    assert ratification_text(case, found).splitlines() == [
        "Ratification of `bridge` in North [n]: it passes if s.pay.",
        "If nothing had to be ratified: 2 equilibria with the deal.",
        "With `n-home.block`: 1 equilibrium with the deal ratified, 1 equilibrium with it signed",
        "and refused (of 2).",
        "{n.sign, s.sign} would pass in no draw of the factions' weights.",
        "{n.sign, s.sign, s.pay} would pass in every draw of the factions' weights.",
        "Signed and refused: {n.sign, s.sign, n-home.block}",
    ]
