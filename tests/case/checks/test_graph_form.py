"""Models in graph form: every name, move and ranking that is wrong, at its line and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.case import examine
from detente.judgement import inquiry_problems

Say = Callable[[str], list[str]]

HEAD = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?, as_of: 1990}
sources: {report: {title: R}}
actors: {north: {name: North}, south: {name: South}, press: {name: Press, role: audience}}
"""
GRAPH = """states: {s1: Nobody builds, s2: A bridge, s3: A road}
moves:
  north: [s1 -> s2, s2 <-> s3]
  south: [s3 -> s1]
ranking:
  north: [s2, [s1, s3]]
  south: [s3, s2, s1]
status_quo: s1
published: [{source: report, concept: nash, outcomes: [s2]}]
"""


def short(found: list[str]) -> list[str]:
    return [line.partition(" |")[0] for line in found]


def test_a_sound_model_has_no_problem(said: Say) -> None:
    assert said(HEAD + GRAPH) == []


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("s2 <-> s3", "s2 <-> s4", ["7:28: unknown state `s4` | known: `s1`, `s2`"]),
        ("s2 <-> s3", "'x2 <-> s3'", ["7:22: unknown state `x2` | known:"]),
        ("s2 <-> s3", "t -> u", ["7:21: unknown state `t`", "7:26: unknown state `u`"]),
        ("s3 -> s1", "s3 -> s3", ["8:11: the move `s3 -> s3` leads nowhere | name another state"]),
        ("s2 <-> s3", "s2 <-> s2", ["7:21: the move `s2 <-> s2` leads nowhere"]),
        ("s2 <-> s3", "s1->s2", ["7:21: the move `s1 -> s2` stands twice | keep one of the two"]),
        ("s2 <-> s3", "s1 <-> s2", ["7:21: the move `s1 -> s2` stands twice"]),
        ("  south: [s3 -> s1]", "  west: [s3 -> s1]", ["8:3: unknown actor `west`"]),
        ("  south: [s3, s2, s1]", "  south: [s3, s2]", ["11:3: the ranking of `south` leaves out `s1`"]),
        ("[s2, [s1, s3]]", "[s2]", ["10:3: the ranking of `north` leaves out `s1`, `s3` | rank every"]),
        ("[s2, [s1, s3]]", "[s2, [s1, s3], s2]", ["10:25: `s2` is ranked already, on line 10 | keep"]),
        ("[s2, [s1, s3]]", "[s2, [s1, s3, s1]]", ["10:24: `s1` is ranked already, on line 10"]),
        ("[s2, [s1, s3]]", "[s2, [s1, s3], s4]", ["10:25: unknown state `s4` | known:"]),
        ("status_quo: s1", "status_quo: s9", ["12:13: unknown state `s9`"]),
        ("source: report", "source: reprot", ["13:22: unknown source `reprot` | did you mean `report`?"]),
        ("outcomes: [s2]", "outcomes: [s2, deal]", ["13:60: unknown state `deal`"]),
        ("{s1: Nobody", "{'s 1': x, s1: Nobody", ["5:10: `s 1` cannot be an id"]),
        ("[s1 -> s2, s2 <-> s3]", "[]", []),
    ],
)  # fmt: skip
def test_one_thing_wrong(said: Say, old: str, new: str, problems: list[str]) -> None:
    found = said(HEAD + GRAPH.replace(old, new))
    found = [line for line in found if "leaves out `s 1`" not in line]
    assert len(found) == len(problems), found
    for line, wanted in zip(found, problems, strict=True):
        assert line.startswith(wanted)
        assert line.partition(" | ")[2]


def test_an_actor_that_moves_decides_and_ranks(said: Say) -> None:
    moves = GRAPH.replace("  south: [s3 -> s1]", "  south: [s3 -> s1]\n  press: [s1 -> s3]")
    assert short(said(HEAD + moves)) == [
        "9:3: `press` has moves but no ranking",
        "9:3: `press` has moves, but its role is `audience`",
    ]
    ranked = moves.replace("  south: [s3, s2", "  press: [s1, s2, s3]\n  south: [s3, s2")
    assert short(said(HEAD + ranked)) == ["9:3: `press` has moves, but its role is `audience`"]


def test_an_actor_may_rank_without_a_move_but_must_exist(said: Say) -> None:
    assert said(HEAD + GRAPH.replace("  south: [s3 -> s1]\n", "")) == []
    found = said(HEAD + GRAPH.replace("  north: [s2, [", "  nort: [s1, s2, s3]\n  north: [s2, ["))
    assert short(found) == ["10:3: unknown actor `nort`"]


def test_everything_at_once(said: Say) -> None:
    text = GRAPH.replace("s1 -> s2", "s1 -> s8").replace("[s3, s2, s1]", "[s3, s3]")
    text = text.replace("status_quo: s1", "status_quo: s7").replace(
        "south: [s3 -> s1]", "south: [x]"
    )
    assert short(said(HEAD + text)) == [
        "7:17: unknown state `s8`",
        "8:11: `x` is no move",
        "11:3: the ranking of `south` leaves out `s1`, `s2`",
        "11:15: `s3` is ranked already, on line 11",
        "12:13: unknown state `s7`",
    ]


def test_a_broken_ranking_or_list_of_states_causes_no_second_problem(said: Say) -> None:
    assert len(said(HEAD + GRAPH.replace("[s3, s2, s1]", "[{a: b}, s2, s1]"))) == 1
    assert (
        len(said(HEAD + GRAPH.replace("{s1: Nobody builds, s2: A bridge, s3: A road}", "s1"))) == 1
    )
    assert short(said(HEAD + GRAPH.replace("s1: Nobody builds", "s1: {lable: x}"))) == [
        "5:15: unknown key `lable`"
    ]


def test_a_model_knows_no_more_than_the_case(said: Say) -> None:
    text = "models:\n  g:\n    as_of: 1991\n    sources: [repport]\n    "
    found = said(HEAD + text + GRAPH.replace("\n", "\n    "))
    assert short(found) == [
        "7:12: model of 1991, after the case's as_of 1990",
        "8:15: unknown source `repport`",
    ]


def test_references_in_a_model_in_graph_form_are_looked_up(said: Say) -> None:
    found = said(HEAD + GRAPH.replace("s2: A bridge", "s2: {label: x, because: [memo¶1]}"))
    assert short(found) == ["5:54: unknown source `memo`"]


def test_a_question_may_not_ask_such_a_model_for_its_options(tmp_path: Path) -> None:
    text = HEAD + "models:\n  g:\n    " + GRAPH.replace("\n", "\n    ").rstrip() + "\n"
    text += "inquiries: {q: {ask: Who?, checks: [{compute: stable, model: g, actor: north}]}}\n"
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    found = [str(p) for p in inquiry_problems(examine(tmp_path))]
    assert len(found) == 1
    assert "in graph form, for it has states and no options `g`" in found[0]


def test_nor_one_that_merges_states(tmp_path: Path) -> None:
    text = HEAD + "options: {north.build: {label: B}, south.open: {label: O}}\n"
    text += "models: {m: {options: [north.build, south.open], merge: [north.build]"
    text += ", preferences: {north: [north.build], south: [north.build]}}}\n"
    text += "inquiries: {q: {ask: Who?, checks: [{compute: stable, model: m, actor: north}]}}\n"
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    (found,) = inquiry_problems(examine(tmp_path))
    assert "in graph form, for it merges states `m`" in found.message
