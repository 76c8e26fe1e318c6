"""What a case is concerned with: aims, the latest model, the plainest change, what pulls away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.made import aimed, assessed

from detente.judgement.concern import (
    aim_of,
    bases_of,
    concerns,
    gained,
    in_order,
    lead,
    plainest,
    pulls,
    references_of,
    yardstick,
)
from detente.stability.edits import Edit
from detente.stability.unlock import Solution


def solution(*edits: tuple[str, str, int, str]) -> Solution:
    return Solution(tuple(Edit(*e) for e in edits), ())  # type: ignore[arg-type]


def test_models_stand_in_the_order_of_their_dates() -> None:
    ids = [m.id for m in in_order(reversed(assessed("japan-russia")[1]))]
    assert ids[:4] == ["1956", "1960", "1992", "2014"]
    assert set(ids[-2:]) == {"2018-05", "treaty-menu"}


def test_the_latest_model_speaks_for_the_present_those_with_an_aim_first() -> None:
    models = assessed("japan-russia")[1]
    assert lead(models).id == "treaty-menu"
    bare = [replace(m, model=m.model.model_copy(update={"aim": ""})) for m in models]
    asked = [m if m.id == "1992" else b for m, b in zip(models, bare, strict=True)]
    assert lead(asked).id == "1992"


def test_an_aim_that_names_no_outcome_is_none() -> None:
    model = assessed("chicken")[1][0].model
    assert aim_of(model) == aim_of(model.model_copy(update={"aim": "nowhere"})) == ""


def test_with_aims_only_they_matter() -> None:
    found = concerns(assessed("japan-russia")[1])
    assert all(c.asked for c in found)
    assert [c.assessment.id for c in found][:2] == ["treaty-menu", "2018-05"]


def test_without_aims_everything_but_today_that_does_not_hold_matters_cheapest_first() -> None:
    models = assessed("prisoners-dilemma")[1]
    found = concerns(models)
    assert [c.prospect.outcome for c in found] == ["s2", "s3", "s1"]
    assert not any(c.asked or c.holds for c in found)


def test_an_aim_that_holds_is_still_the_concern() -> None:
    found = concerns(aimed("prisoners-dilemma", "s4").models)
    assert [(c.prospect.outcome, c.holds) for c in found] == [("s4", True)]


def test_nash_is_the_yardstick_where_it_was_used() -> None:
    m = assessed("chicken")[1][0]
    assert yardstick(m) == "nash"
    assert yardstick(replace(m, concepts=("seq", "gmr"))) == "seq"


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ([("ru", "reverse", 1, "a")], [("ru", "add", 0, "a")]),
        ([("ru", "reverse", 1, "a")], [("ru", "delete", 1, "a")]),
        ([("ru", "delete", 1, "a")], [("ru", "add", 0, "a")]),
        ([("ru", "add", 0, "a")], [("ru", "add", 0, "not (not a if b)")]),
        (
            [("ru", "add", 0, "a"), ("ru", "add", 0, "b")],
            [("ru", "reverse", 1, "a"), ("jp", "reverse", 1, "b")],
        ),
    ],
)
def test_the_plainest_change(
    plain: list[tuple[str, str, int, str]], other: list[tuple[str, str, int, str]]
) -> None:
    assert plainest([solution(*other), solution(*plain)]) == solution(*plain)


def test_nothing_is_the_plainest_of_nothing() -> None:
    assert plainest([]) is None


def test_what_pulls_away_is_led_by_the_priority_that_decides() -> None:
    m = next(m for m in assessed("japan-russia")[1] if m.id == "1992")
    found = pulls(m, "ru", m.graph.find(["jp.demand", "rp.outrage", "ru.visit", "ru.handover"]))
    assert [b.position for b in found] == [1, 2, 4]
    assert pulls(m, "jp", m.graph.status_quo) == ()


def test_what_a_move_gains() -> None:
    m = assessed("cuba-1962")[1][0]
    found = gained(m, "us", m.graph.find(["us.strike"]))
    assert [(b.actor, b.position) for b in found] == [("us", 6)]


def test_bases_are_said_once_and_carry_their_references() -> None:
    m = next(m for m in assessed("japan-russia")[1] if m.id == "treaty-menu")
    found = bases_of(m, [("ru", 2), ("ru", 2), *m.unmet])
    assert [(b.actor, b.position) for b in found] == [("ru", 2), ("jp", 3), ("ru", 4)]
    assert [str(r) for r in references_of(found)][:3] == ["002¶23", "002¶24", "001¶21"]
