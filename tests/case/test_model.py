"""The classes of a model: defaults, frozen, their own small questions."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.model import Actor, Bit, Option, OptionModel, Overlay, Statement

WANTS = {"north": {"readings": {"stated": {"order": [{"want": "north.build"}]}}}}


def test_names_and_kinds() -> None:
    model = OptionModel.model_validate(
        {
            "options": {"north.build": {}},
            "context": {"e.flood": {}},
            "propositions": {"p": {"when": "north.build"}},
            "outcomes": {"o": {"when": "p"}},
            "preferences": WANTS,
        }
    )
    assert model.names() == {
        **{"o": "outcome", "p": "proposition", "e.flood": "context bit", "north.build": "option"}
    }


def test_deciders_own_options_and_come_once() -> None:
    options = {id: {} for id in ("b.x", "a.x", "b.y.z")}
    model = OptionModel.model_validate({"options": options, "preferences": WANTS})
    assert model.deciders() == ["b", "a"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("yes", "yes"), ("no", "no"), ("only-off", "only-off"), ("true", "yes"), (False, "no")],
)
def test_reversible_knows_yes_and_no_in_every_spelling(given: Any, kept: str) -> None:
    assert Option.model_validate({"label": "x", "reversible": given}).reversible == kept


def test_defaults() -> None:
    assert Actor(name="North").role == "decides"
    assert Bit().value is False
    assert Option(label="x").reversible == "yes"
    statement = Statement.model_validate({"want": "a"})
    assert (statement.about_equal, statement.unsure, statement.because) == (False, False, ())


def test_an_overlay_moves_statements_and_knows_no_other_keys() -> None:
    overlay = Overlay.model_validate({"preferences.ru": {"move": "not a", "to": "bottom"}})
    assert str(overlay.shifts()["ru"].move) == "not a"
    assert Overlay().shifts() == {}
    with pytest.raises(ValidationError):
        Overlay.model_validate({"sett": {"a.x": True}})


def test_parts_are_frozen_and_refuse_unknown_keys() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Actor(name="North").name = "South"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Actor.model_validate({"name": "North", "color": "blue"})


def test_text_is_on_one_line() -> None:
    assert Actor(name="The  North\n Valley ").name == "The North Valley"
