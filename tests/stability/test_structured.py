"""What holds under a structure, and for whom it is different from ranks alone."""

from __future__ import annotations

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.preferences.made import made

from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, CONCEPTS, STRUCTURES, concept_named
from detente.stability.graph_form import graph_form
from detente.stability.stated import game_with
from detente.stability.structured import found_under

UNSURE = [{"want": "a.u"}, {"want": "not a.u if b.w", "unsure": True}]
PICKED = [(STRUCTURES["unknown"], "a"), (STRUCTURES["unknown"], "d"), (STRUCTURES["strength"], "")]


def form():
    return graph_form(made(["a.u", "b.w"], {"a": UNSURE, "b": ["b.w"]}), "main")


def test_equilibria_are_those_of_the_game_under_the_structure() -> None:
    case = made(["a.u", "b.w"], {"a": UNSURE, "b": ["b.w"]})
    for found, name in zip(
        found_under(graph_form(case, "main"), PICKED, list(CLASSICAL.values())),
        ("unknown:a", "unknown:d", "strength:general"),
        strict=True,
    ):
        game = game_with(case, "main", structure=name)
        for key, concept in CLASSICAL.items():
            held = np.flatnonzero(concept.stable(game).all(axis=0)).tolist()
            assert [s.code for s in found.equilibria[key]] == held


def test_changes_are_the_difference_and_name_those_who_judge_anew() -> None:
    """Where b.w is taken, a may prefer a.u or not: under a it leaves either of the two."""
    found = found_under(form(), PICKED[:1], [CONCEPTS["nash"]])[0]
    assert [s.on for s in found.equilibria["nash"]] == []
    assert [(c.state.on, c.holds, c.parties) for c in found.changes["nash"]] == [
        (("a.u", "b.w"), False, ("a",))
    ]


def test_what_holds_anew() -> None:
    """Under d neither of the two is left."""
    found = found_under(form(), PICKED[1:2], [CONCEPTS["nash"]])[0]
    assert [s.on for s in found.equilibria["nash"]] == [("b.w",), ("a.u", "b.w")]
    assert [(c.state.on, c.holds) for c in found.changes["nash"]] == [(("b.w",), True)]


def test_who_states_something() -> None:
    assert [f.stating for f in found_under(form(), PICKED, [CONCEPTS["nash"]])] == [
        ("a",),
        ("a",),
        (),
    ]


def test_nothing_changes_by_ranks_alone() -> None:
    form = graph_form(open_shipped("syria-iraq-1975"), "main")
    found = found_under(form, [(STRUCTURES["ranked"], "")], list(CLASSICAL.values()))[0]
    assert all(changes == () for changes in found.changes.values())
    assert (found.model, found.structure, found.variant) == ("main", "ranked", "")


def test_what_there_is_not() -> None:
    with pytest.raises(UnknownName):
        found_under(form(), [(STRUCTURES["unknown"], "x")], [CONCEPTS["nash"]])
    with pytest.raises(UsageError):
        found_under(form(), PICKED[:1], [concept_named("lh:2")])
