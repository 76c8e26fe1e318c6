"""Levels that are not all one move apart, held against levels told one by one."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from detente.case import Case, read_case
from detente.stability import build_graph
from detente.stability.graph_form import GraphForm, graph_form
from detente.stability.ladders import Ladder, ladders

LEVELS = ("none", "some", "half", "full")


def case_of(folder: Path, use: str, *, rules: str = "[]") -> Case:
    text = f"""format: dispute-case/1
case: {{id: ford, title: The ford, question: Who yields?}}
actors: {{jp: {{name: Japan}}, ru: {{name: Russia}}}}
options:
  jp.pay: {{label: Pay, levels: [{", ".join(LEVELS)}]{use}}}
  jp.talk: {{label: Talk}}
  ru.sell: {{label: Sell}}
rules: {rules}
status_quo: {{jp.pay: some}}
preferences: {{jp: [not jp.pay.full, ru.sell], ru: [jp.pay.full, jp.pay.half]}}
"""
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return read_case(folder)


def told(state) -> tuple[int, bool, bool]:
    """The level of what Japan pays, and whether it talks and Russia sells."""
    paid = [k for k, name in enumerate(LEVELS) if f"jp.pay.{name}" in state.on]
    return (paid or [0])[0], "jp.talk" in state.on, "ru.sell" in state.on


def arcs_told(form: GraphForm, i: int) -> set[tuple]:
    arcs = form.game.arcs[i]
    return {(told(s), told(form.states[t])) for s in form.states for t in arcs.of(s.code).tolist()}


@pytest.mark.parametrize(
    ("use", "allowed"),
    [
        (", steps: adjacent", lambda rise: abs(rise) <= 1),
        (", reversible: no", lambda rise: rise >= 0),
        (", reversible: only-off", lambda rise: rise <= 0),
        (", steps: adjacent, reversible: no", lambda rise: rise in (0, 1)),
        (", steps: adjacent, reversible: only-off", lambda rise: rise in (0, -1)),
    ],
)
def test_a_move_changes_the_level_as_far_and_as_it_may(tmp_path: Path, use: str, allowed) -> None:
    form = graph_form(case_of(tmp_path, use), "main")
    states = set(product(range(4), (False, True), (False, True)))
    assert {told(s) for s in form.states} == states
    assert told(form.status_quo) == (1, False, False)
    japan = {
        (s, t)
        for s, t in product(states, states)
        if s != t and s[2] == t[2] and allowed(t[0] - s[0])
    }
    assert arcs_told(form, 0) == japan
    russia = {(s, t) for s, t in product(states, states) if s[:2] == t[:2] and s[2] != t[2]}
    assert arcs_told(form, 1) == russia


def test_free_levels_are_all_one_move_apart_in_option_form(tmp_path: Path) -> None:
    case = case_of(tmp_path, "")
    assert ladders(case, "main") == ()
    assert len(build_graph(case, "main").states) == 16
    free = graph_form(case, "main")
    assert len(arcs_told(free, 0)) == 16 * 7


def test_rules_and_held_options_cut_levels_away(tmp_path: Path) -> None:
    case = case_of(tmp_path, ", steps: adjacent", rules="[not jp.pay.half]")
    form = graph_form(case, "main")
    assert {told(s)[0] for s in form.states} == {0, 1, 3}
    assert {t[0] for s, t in arcs_told(form, 0) if s[0] == 1} == {0, 1}, (
        "nothing leads over the gap"
    )


def test_a_ladder_is_told_by_the_model(tmp_path: Path) -> None:
    case = case_of(tmp_path, ", steps: adjacent, reversible: only-off")
    options = ("jp.pay.some", "jp.pay.half", "jp.pay.full")
    assert ladders(case, "main") == (Ladder("jp.pay", options, True, False, True),)


@pytest.mark.parametrize(
    ("ladder", "rises"),
    [
        (Ladder("x", ("a", "b", "c"), False, True, True), {-3, -2, -1, 0, 1, 2, 3}),
        (Ladder("x", ("a", "b", "c"), True, True, True), {-1, 0, 1}),
        (Ladder("x", ("a", "b", "c"), False, True, False), {0, 1, 2, 3}),
        (Ladder("x", ("a", "b", "c"), True, False, True), {-1, 0}),
    ],
)
def test_how_far_one_move_may_lead(ladder: Ladder, rises: set[int]) -> None:
    every = np.arange(-3, 4)
    assert set(every[ladder.allows(every)].tolist()) == rises
