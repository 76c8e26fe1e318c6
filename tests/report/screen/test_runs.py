"""What is printed of calendar runs."""

from __future__ import annotations

from dataclasses import replace

from tests.casebook.shipped import open_shipped

from detente.forecast.calendar import Entry
from detente.forecast.runs import run_calendar
from detente.forecast.sensitivity import Swing
from detente.forecast.signposts import SignpostValue, signpost_values
from detente.report.screen import runs as screen
from detente.report.screen.lines import WIDTH
from detente.report.screen.runs import runs_text, signposts_text, story_text, swings_text

CASE = open_shipped("japan-russia")
FOUND = run_calendar(CASE, 100)


def test_events_are_counted_with_what_came_before() -> None:
    lines = runs_text(CASE, FOUND).splitlines()
    ended = next(line for line in lines if "[talks_end]" in line)
    count = sum(r.first("event", "talks_end") is not None for r in FOUND.runs)
    assert ended.split("]")[1].split()[0] == str(count)
    assert ended.endswith("ukraine")
    never = next(line for line in lines if "[treaty]" in line)
    assert never.split("]")[1].split() == ["0", "–", "–"]
    assert "no probability of the world" in " ".join(lines).replace("\n", " ")


def test_a_story_tells_who_moved_and_what_was_set() -> None:
    run = next(r for r in FOUND.runs if r.first("event", "leaves_sanctions") is not None)
    text = " ".join(story_text(CASE, FOUND.plan, run).split())
    assert "Washington turns to Moscow." in text
    assert "Levels and shocks end “Keep up the standoff with Russia” [us.standoff]." in text
    assert "Japan drops “Keep sanctions on Russia together with the G7” [jp.sanction]" in text
    assert "So: Japan leaves the sanctions." in text


def test_a_run_in_which_nothing_happens() -> None:
    quiet = replace(FOUND.runs[0], log=())
    text = story_text(CASE, FOUND.plan, quiet)
    assert text.endswith("Nothing happened.")
    assert max(map(len, text.splitlines())) <= WIDTH


def test_what_moves_an_event(monkeypatch) -> None:
    some = [Swing("shock", "storm", 0.5, 0.2, 0.3), Swing("mechanism", "M1", 0.5, 0.5, 0.1)]
    text = swings_text("bridge", [*some, Swing("shock", "sun", 0.5, 0.5, 0)], 100)
    assert "without the shock storm" in text
    assert "-30 runs" in text
    assert "No run changes without 1 shock." in text
    monkeypatch.setattr(screen, "SHOWN", 1)
    assert "… and 1 more" in swings_text("bridge", some, 100)
    assert "nothing to change" in swings_text("bridge", [], 100)


def test_a_story_says_what_stands_lower_than_written() -> None:
    run = replace(FOUND.runs[0], swapped={"talks": {"jp": (1, 2)}})
    text = " ".join(story_text(CASE, FOUND.plan, run).split())
    assert "Japan puts “Keep sanctions late and mild otherwise” and “Keep Moscow" in text
    assert "at the table” below what comes next." in text


def test_what_indicators_are_worth() -> None:
    text = signposts_text(CASE, signpost_values(FOUND, "leaves_sanctions"))
    assert "3 times as likely" in text
    assert "i7 Washington eases" not in text  # no run can show `estranged`
    nothing = " ".join(text.split())
    assert "Worth nothing here, because the runs cannot show what it favours:" in nothing
    moving = [SignpostValue("i1", 0.2, 0.6, ("x",), False)]
    assert "i1 Moscow confirms" in signposts_text(CASE, moving)
    assert "20 % → 60 % of runs" in " ".join(signposts_text(CASE, moving).split())


def test_a_story_says_where_there_is_no_rest() -> None:
    run = replace(FOUND.runs[0], log=(Entry(0, "unrest", "talks", "no equilibrium is reached"),))
    assert "the parties go round without coming to rest." in story_text(CASE, FOUND.plan, run)
