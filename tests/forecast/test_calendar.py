"""Calendar runs: dates, shocks, levels, moves and the log, one step after another."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from tests.forecast.one_run import log_of_one
from tests.forecast.runs_of import order, small

from detente.case import Case
from detente.forecast.calendar import BLOCK, run_block
from detente.forecast.plan import plan_of

SURE = {"shocks": {"storm": {"rate": "1000"}}}


def test_a_sure_storm_floods_and_moves_both() -> None:
    plan = plan_of(small(**SURE))
    for run in run_block(plan, 0, 5, 0):
        flooded = run.first("event", "bridge")
        assert [(e.kind, e.what, e.because) for e in run.log if e.step == flooded] == [
            ("shock", "storm", "A storm"),
            ("move", "north.build", "move of north"),
            ("move", "south.talk", "move of south"),
            ("event", "bridge", "Built"),
            ("event", "talks", "Talks"),
        ]
        assert {e.kind for e in run.log if e.step < flooded} == {"shock"}


def test_without_shocks_nothing_happens() -> None:
    plan = plan_of(small(shocks={"storm": {"rate": "0"}}))
    assert all(run.log == () for run in run_block(plan, 0, 50, 3))


def test_an_option_that_changed_holds_its_node() -> None:
    """Once built, the flood is held at 0, the flood bit falls, and the north takes it down again."""
    plan = plan_of(small(**SURE))
    (run,) = run_block(plan, 0, 1, 0)
    moves = [(e.step, e.what) for e in run.log if e.kind == "move"]
    first = moves[0][0]
    assert moves[:4] == [
        (first, "north.build"),
        (first, "south.talk"),
        (first + 1, "not north.build"),
        (first + 1, "not south.talk"),
    ]


def test_shocks_strike_by_their_yearly_rate() -> None:
    plan = plan_of(small(shocks={"storm": {"rate": "0.5"}}))
    runs = [r for b in range(8) for r in run_block(plan, b, BLOCK, 1)]
    struck = sum(r.first("shock", "storm") is not None for r in runs) / len(runs)
    assert struck == pytest.approx(1 - math.exp(-0.5 * 2), abs=0.03)
    first = np.array(
        [r.first("shock", "storm") for r in runs if r.first("shock", "storm") is not None]
    )
    share = (first == 0).mean() * struck
    assert share == pytest.approx(1 - math.exp(-0.5 / 4), abs=0.03)


def test_readings_are_drawn_by_weight() -> None:
    readings = {
        "calm": {"weight": "3", "order": [{"want": "not north.build"}]},
        "bold": {"weight": "1", "order": [{"want": "north.build"}]},
        "none": {"order": [{"want": "south.talk"}]},
    }
    plan = plan_of(
        small(
            models={"main": {"preferences": {"north": {"readings": {"stated": None} | readings}}}}
        )
    )
    runs = [r for b in range(4) for r in run_block(plan, b, BLOCK, 1)]
    drawn = [r.readings["main"]["north"] for r in runs]
    assert drawn.count("calm") / len(runs) == pytest.approx(0.75, abs=0.05)
    assert "none" not in drawn
    for run, reading in zip(runs, drawn, strict=True):
        assert (run.first("move", "north.build") is not None) == (reading == "bold")


def test_without_weights_the_first_reading_counts() -> None:
    readings = {
        "stated": order("not north.build")["readings"]["stated"],
        "bold": {"order": [{"want": "north.build"}]},
    }
    plan = plan_of(small(models={"main": {"preferences": {"north": {"readings": readings}}}}))
    assert {r.readings["main"]["north"] for r in run_block(plan, 0, 50, 0)} == {"stated"}


def test_an_option_that_two_models_have_is_one_option() -> None:
    other = {
        "options": {"north.build": {"label": "Build"}, "south.sell": {"label": "Sell"}},
        "preferences": {
            "north": order("north.build"),
            "south": order("south.sell iff north.build"),
        },
    }
    case = small(
        models={"second": other},
        calendar={"models": ["second", "main"]},
        shocks={"storm": {"rate": "0"}},
    )
    (run,) = run_block(plan_of(case), 0, 1, 0)
    assert [e.what for e in run.log if e.step == 0 and e.kind == "move"] == [
        "north.build",
        "south.sell",
        "not north.build",
    ]


def test_a_run_is_the_same_however_many_are_asked_for() -> None:
    plan = plan_of(small())
    many = run_block(plan, 3, 100, 9)
    assert run_block(plan, 3, 7, 9) == many[:7]
    assert [r.number for r in many[:3]] == [3 * BLOCK, 3 * BLOCK + 1, 3 * BLOCK + 2]
    assert run_block(plan, 3, 100, 8) != many != run_block(plan, 4, 100, 9)


def test_what_a_level_sets_is_nobodys_move() -> None:
    signal = {"node": "FLOOD", "above": 0.4, "set": {"north.build": "yes"}}
    plan = plan_of(small(calendar={"signals": [signal], "holds": []}, **SURE))
    (run,) = run_block(plan, 0, 1, 0)
    moves = [(e.what, e.because) for e in run.log if e.kind == "move"]
    assert moves[:2] == [("north.build", "set from outside"), ("south.talk", "move of south")]


def test_statements_of_uncertain_place_are_swapped_in_half_of_the_runs() -> None:
    wants = [{"want": "not north.build", "unsure": "yes"}, {"want": "north.build"}]
    readings = {"readings": {"stated": {"order": wants}}}
    plan = plan_of(small(models={"main": {"preferences": {"north": readings}}}))
    runs = [r for b in range(4) for r in run_block(plan, b, BLOCK, 1)]
    swapped = [r.swapped == {"main": {"north": (0,)}} for r in runs]
    assert np.mean(swapped) == pytest.approx(0.5, abs=0.05)
    for run, below in zip(runs, swapped, strict=True):
        assert below or run.swapped == {}
        assert (run.first("move", "north.build") is not None) == below


def test_only_the_reading_that_was_drawn_is_swapped() -> None:
    sure = {"weight": "1", "order": [{"want": "not north.build"}, {"want": "south.talk"}]}
    unsure = {"weight": "1", "order": [{"want": "south.talk", "unsure": "yes"}, {"want": "true"}]}
    readings = {"readings": {"stated": sure, "other": unsure}}
    plan = plan_of(small(models={"main": {"preferences": {"north": readings}}}))
    runs = run_block(plan, 0, BLOCK, 1)
    assert {r.readings["main"]["north"] for r in runs if r.swapped} == {"other"}
    assert any(r.readings["main"]["north"] == "other" and not r.swapped for r in runs)


def random_case(rng: np.random.Generator) -> Case:
    """A case with two models that share an option, and couplings that are drawn."""

    def level() -> float:
        return round(float(rng.uniform(-1, 1)), 2)

    def want() -> str:
        names = ["north.build", "south.talk", "e.flood"]
        a, b = rng.choice(names, 2, replace=False)
        return f"{rng.choice(['', 'not '])}{a} {rng.choice(['if', 'iff', 'or', 'and'])} {b}"

    def wanting() -> dict[str, Any]:
        return {
            "north": order(want(), "not north.build"),
            "south": order(want(), rng.choice(["south.talk", "not south.talk"])),
        }

    bounds = sorted([level(), level()])
    second = {
        "options": {"south.talk": {"label": "T"}, "north.build": {"label": "B"}},
        "context": {"e.flood": {"value": "no"}},
        "preferences": wanting(),
    }
    dry = {"context": {"e.flood": bool(rng.random() < 0.5)}, "status_quo": {"north.build": True}}
    sun = {"title": "Sun", "rate": "0.8", "pushes": {"RAIN": -2, "FLOOD": level()}}
    signals = [
        {"node": "FLOOD", "above": level(), "set": {"e.flood": "yes"}},
        {"node": "RAIN", "above": bounds[0], "below": bounds[1], "set": {"south.talk": "yes"}},
    ]
    return small(
        models={"main": {"preferences": wanting()}, "second": second},
        influences={
            "edges": {
                "M2": {"cause": "FLOOD", "effect": "RAIN", "sign": "-"},
                "M3": {"cause": "RAIN", "effect": "FLOOD", "sign": "+"},
            }
        },
        shocks={"storm": {"rate": "0.5..2"}, "sun": sun | {"changes": [dry]}},
        calendar={
            "models": ["main", "second"],
            "until": "2019-07-01",
            "levels": {"RAIN": level()},
            "signals": signals,
            "holds": [
                {"option": "north.build", "node": "FLOOD", "taken": level(), "dropped": level()},
                {"option": "south.talk", "node": "RAIN"},
            ],
            "watch": {
                "both": {"label": "B", "model": "second", "when": "north.build and south.talk"}
            },
            "concept": str(rng.choice(["nash", "seq", "gmr"])),
        },
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_block_is_its_runs_played_one_at_a_time(seed) -> None:
    case = random_case(np.random.default_rng(seed))
    plan = plan_of(case)
    runs = run_block(plan, 1, 12, seed)
    assert [r.log for r in runs] == [log_of_one(plan, r.number, seed) for r in runs]


def test_parties_that_find_no_rest_stay_where_they_are() -> None:
    """Matching pennies: each state is left by one of the two."""
    pennies = {
        "north": order("north.build iff south.talk"),
        "south": order("not (north.build iff south.talk)"),
    }
    calm = {"storm": {"rate": "0"}}
    plan = plan_of(
        small(models={"main": {"preferences": pennies}}, shocks=calm, calendar={"concept": "nash"})
    )
    (run,) = run_block(plan, 0, 1, 0)
    assert {(e.kind, e.what) for e in run.log} == {("unrest", "main")}
    assert [e.step for e in run.log] == list(range(plan.steps))


def test_a_rate_with_a_best_value_is_drawn_about_it() -> None:
    peaked = {"rate": {"low": "0", "best": "0", "high": "2"}}
    even, leaning = (
        [r for b in range(4) for r in run_block(plan_of(small(shocks={"storm": s})), b, BLOCK, 1)]
        for s in ({"rate": "0..2"}, peaked)
    )
    struck = [sum(r.first("shock", "storm") == 0 for r in runs) for runs in (even, leaning)]
    assert struck[1] < 0.8 * struck[0]
