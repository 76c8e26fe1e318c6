"""The case as a whole: looking things up in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.case import Case
from detente.errors import UnknownName

Read = Callable[[str], Case]


def test_models_by_id(read: Read, small: str) -> None:
    case = read(small)
    assert case.model("main").title == "The model"
    with pytest.raises(UnknownName, match=r"unknown model: found `mian`; did you mean `main`\?"):
        case.model("mian")


def test_an_option_is_the_shared_one_overridden_by_the_model(read: Read, small: str) -> None:
    head, _, wants = small.partition("preferences")
    wants = "\n".join(f"    {row}" for row in f"preferences{wants}".splitlines())
    text = (
        head.replace("{label: Build a bridge}", "{label: Build a bridge, note: dear}")
        + "models:\n  m:\n    options:\n      north.build: {reversible: no}\n"
        + "      south.open: {label: Open up}\n      south.shut: {label: Shut it}\n"
        + wants
    )
    case = read(text)
    build = case.option("m", "north.build")
    assert (build.label, build.note, build.reversible) == ("Build a bridge", "dear", "no")
    assert case.option("m", "south.open").label == "Open up"
    assert case.option("m", "south.shut").label == "Shut it"


def test_actor_names(read: Read, small: str) -> None:
    case = read(small)
    assert case.actor_name("north") == "North"
    assert case.actor_name("east") == "east"


def test_a_case_without_models_or_actors_is_none() -> None:
    from pydantic import ValidationError

    about = {"id": "x", "title": "X", "question": "?"}
    with pytest.raises(ValidationError) as caught:
        Case.model_validate({"format": "dispute-case/1", "case": about, "actors": {}, "models": {}})
    assert [e["loc"] for e in caught.value.errors()] == [("actors",), ("models",)]
