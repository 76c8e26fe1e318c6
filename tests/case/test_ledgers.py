"""The lists of a case: what their entries hold and refuse."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.ledgers import (
    Change,
    Disagreement,
    Indicator,
    Inquiry,
    Question,
    Run,
    Shock,
)
from detente.evidence.events import Happening
from detente.evidence.hypotheses import HypothesisSet, Item


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Happening, {"date": "2018", "title": "x", "score": "11"}),
        (Happening, {"date": "2018", "title": "x", "score": "nan"}),
        (Happening, {"date": "2018", "title": "x", "status": "soon"}),
        (Indicator, {"watch": "x", "favours": {"a": "sideways"}}),
        (HypothesisSet, {"question": "x", "items": {}}),
        (HypothesisSet, {"question": "x", "items": {"a": "b"}, "weight": {}}),
        (Item, {"text": "x", "cells": {"a": "X"}}),
        (Item, {"text": "x", "cells": {"a": "C"}, "weight": "nan"}),
        (Disagreement, {"matter": "x", "views": [{"view": "y"}]}),
        (Question, {"ask": "x", "prior": {"because": "no likelihood"}}),
        (Shock, {"title": "x", "changes": [{"preferences.ru": {"move": "a", "to": "left"}}]}),
        (Run, {"samples": "0"}),
        (Run, {"seed": "-1"}),
    ],
)
def test_what_is_refused(kind: Any, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(given)


def test_text_becomes_what_the_field_is() -> None:
    event = Happening.model_validate({"date": "2018-09", "title": "x", "score": "-3"})
    assert (event.score, event.date.end.day, event.status) == (-3.0, 30, "past")
    run = Run.model_validate({"samples": "10", "seed": "2018"})
    assert (run.samples, run.seed, run.concepts) == (10, 2018, ())
    assert Indicator.model_validate({"watch": "x", "seen": "yes"}).seen is True


def test_a_check_keeps_the_arguments_of_its_computation() -> None:
    inquiry = Inquiry.model_validate(
        {"ask": "x", "checks": [{"compute": "stability", "model": "2014", "expect": ["a"]}]}
    )
    assert inquiry.checks[0].model_extra == {"model": "2014"}


def test_a_change_moves_statements_and_sets_the_present() -> None:
    change = Change.model_validate(
        {"status_quo": {"a.x": "no"}, "preferences.a": {"move": "a.x", "to": "top"}}
    )
    assert change.status_quo == {"a.x": False}
    assert change.shifts()["a"].to == "top"
