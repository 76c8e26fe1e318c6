"""What the SAT engine found, in words: a proof is called one, and nothing else is."""

from __future__ import annotations

from tests.judgement.asked import PENNIES
from tests.stability.drawn import made_case

from detente.report.screen.symbolic import nash_text
from detente.stability.symbolic.nash import build_nash
from detente.stability.symbolic.questions import backbone, nearest


def text(case, limit: int = 10, seconds: float | None = None) -> str:
    nash = build_nash(case, "main", seconds=seconds)
    return nash_text(case, nash.game, nash.equilibria(limit), nearest(nash), backbone(nash))


def test_what_all_have_in_common_and_the_nearest():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y", "a.z"])
    said = text(case)
    assert "3 options, 1 decision maker; engine: SAT." in said
    assert "Nash stability: 4 equilibria, by proof no other." in said
    assert "Nearest to today, 1 option changed (a.x):" in said
    assert "Alike in every one: a.x taken." in said
    assert "Nash stability: more than 3 equilibria." in text(case, limit=3)


def test_the_status_quo():
    said = text(made_case({"a": ["not a.x"]}, ["a.x"]))
    assert "1 equilibrium, by proof no other." in said
    assert "The status quo is one of them." in said
    assert "Alike" not in said


def test_none_by_proof_and_none_in_time():
    assert "Nash stability: no equilibrium, by proof." in text(PENNIES)
    cut_short = text(PENNIES, seconds=0.0)
    assert "Nash stability: none found in time, which proves nothing." in cut_short
    assert "by proof" not in cut_short


def test_questions_that_were_cut_short():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"])
    nash = build_nash(case, "main")
    found = nash.equilibria()
    nash.seconds = 0.0
    said = nash_text(case, nash.game, nash.equilibria(), nearest(nash), backbone(nash))
    assert "Nash stability: at least 1 equilibrium; the time was up." in said
    said = nash_text(case, nash.game, found, nearest(nash), backbone(nash))
    assert "2 equilibria, by proof no other." in said
    assert "Nearest to today of those seen, 1 option changed (a.x); every one changes" in said
    assert "at least 0:" in said
    assert "What all have in common was not settled in time." in said
