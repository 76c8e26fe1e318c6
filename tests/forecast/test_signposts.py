"""What an indicator is worth: runs weighted by whether what it favours is true in them."""

from __future__ import annotations

import pytest
from tests.forecast.runs_of import small

from detente.case import Case
from detente.errors import UnknownName, UsageError
from detente.forecast.runs import Runs, run_calendar
from detente.forecast.signposts import signpost_values

CALM = {"weight": "1", "order": [{"want": "not north.build"}]}
BOLD = {"weight": "1", "order": [{"want": "north.build"}]}


def case(**favours: dict[str, str]) -> Case:
    return small(
        indicators={id: {"watch": id, "favours": f} for id, f in favours.items()},
        models={
            "main": {
                "preferences": {"north": {"readings": {"stated": CALM, "bold": BOLD}}},
                "outcomes": {"built": {"when": "north.build"}, "not_built": {"when": "not built"}},
            }
        },
    )


def found(runs: int = 200, **favours: dict[str, str]) -> Runs:
    return run_calendar(case(**favours), runs, seed=1)


def test_a_sign_of_a_reading_moves_the_event_by_bayes() -> None:
    runs = found(bold={"bold": "up"}, calm={"bold": "down"})
    bold = [r.readings["main"]["north"] == "bold" for r in runs.runs]
    share = sum(bold) / 200
    values = {v.id: v for v in signpost_values(runs, "bridge")}
    assert values["bold"].before == share  # the bold build, the calm never do
    assert values["bold"].after == pytest.approx(3 * share / (3 * share + 1 - share))
    assert values["calm"].after == pytest.approx(share / 3 / (share / 3 + 1 - share))
    certain = {v.id: v for v in signpost_values(runs, "bridge", ratio=1e9)}
    assert certain["bold"].after == pytest.approx(1)
    assert values["bold"].reason == ""


def test_what_favours_everything_is_worth_nothing() -> None:
    every = {"stated": "up", "bold": "up"}
    (value,) = signpost_values(found(every=every), "bridge")
    assert (value.by, value.alike) == (0, True)
    assert value.reason == "what it favours is true of all runs or of none"


def test_what_runs_cannot_show_is_said() -> None:
    (value,) = signpost_values(found(odd={"hypothesis": "up"}), "bridge")
    assert (value.told, value.reason) == ((), "the runs cannot show what it favours")


def test_shocks_and_outcomes_count_where_they_come_about() -> None:
    runs = found(storm={"storm": "up"}, built={"built": "up"}, start={"not_built": "up"})
    values = {v.id: v for v in signpost_values(runs, "bridge")}
    struck = [r.first("shock", "storm") is not None for r in runs.runs]
    hit = [r.first("event", "bridge") is not None for r in runs.runs]
    weights = [3 if s else 1 for s in struck]
    expected = sum(w for w, h in zip(weights, hit, strict=True) if h) / sum(weights)
    assert values["storm"].after == pytest.approx(expected)
    share = sum(hit) / 200
    assert values["built"].after == pytest.approx(3 * share / (3 * share + 1 - share))
    assert values["start"].alike  # it is so today, in every run


def test_the_farthest_comes_first_and_mistakes_are_refused() -> None:
    runs = found(odd={"x": "up"}, bold={"bold": "up"})
    assert [v.id for v in signpost_values(runs, "bridge")] == ["bold", "odd"]
    with pytest.raises(UnknownName):
        signpost_values(runs, "brige")
    with pytest.raises(UsageError):
        signpost_values(runs, "bridge", ratio=1)
