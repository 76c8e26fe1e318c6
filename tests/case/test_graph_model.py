"""Models in graph form, as a file gives them: states, moves, rankings, and every problem in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from detente.case import examine, read_case
from detente.case.formatter import format_text
from detente.case.graph_model import GraphModel, Step
from detente.case.schema import case_schema
from detente.errors import InvalidCase, UnknownName, UsageError

HEAD = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}}
"""
GRAPH = """states: {s1: Nobody builds, s2: {label: A bridge}, s3: }
moves:
  north: [s1 -> s2, s2<->s3]
  south: []
ranking:
  north: [s2, [s1, s3]]
  south: [[s3], s2, s1]
status_quo: s1
"""


def test_a_whole_case_in_graph_form_needs_no_options(read) -> None:
    case = read(HEAD + GRAPH)
    model = case.graphs["main"]
    assert case.models == {}
    assert case.every_model == ("main",)
    assert {id: s.label for id, s in model.states.items()} == {
        "s1": "Nobody builds",
        "s2": "A bridge",
        "s3": "",
    }
    assert [str(s) for s in model.moves["north"]] == ["s1 -> s2", "s2 <-> s3"]
    assert model.ranking == {"north": (("s2",), ("s1", "s3")), "south": (("s3",), ("s2",), ("s1",))}
    assert (model.status_quo, model.title, model.deciders()) == (
        "s1",
        "The model",
        ["north", "south"],
    )


def test_states_may_be_a_list_of_ids(read) -> None:
    case = read(
        HEAD + GRAPH.replace("{s1: Nobody builds, s2: {label: A bridge}, s3: }", "[s3, s1, s2]")
    )
    assert list(case.graphs["main"].states) == ["s3", "s1", "s2"]


def test_models_of_both_forms_stand_side_by_side_and_in_files_of_their_own(tmp_path: Path) -> None:
    options = "options: {north.build: {label: Build}}\npreferences: {north: [north.build]}\n"
    (tmp_path / "models").mkdir()
    (tmp_path / "case.yaml").write_text(
        HEAD + "models:\n  a:\n    " + options.replace("\n", "\n    ").rstrip()
    )
    (tmp_path / "models" / "g.yaml").write_text("title: As states\nas_of: 1999\n" + GRAPH)
    case = read_case(tmp_path)
    assert (list(case.models), list(case.graphs)) == (["a"], ["g"])
    assert case.every_model == ("a", "g")
    assert str(case.graphs["g"].as_of) == "1999"


def test_what_asks_for_options_is_told_the_form_of_the_model(read) -> None:
    case = read(HEAD + GRAPH)
    for ask in (case.model, case.option_form):
        with pytest.raises(UsageError, match="in graph form, for it has states and no options"):
            ask("main")
        with pytest.raises(UnknownName, match="did you mean `main`"):
            ask("mian")
    assert case.graph_form("main") == "it has states and no options"


@pytest.mark.parametrize(
    ("text", "arcs"),
    [
        ("s1 -> s2", [("s1", "s2")]),
        (" s1->s2 ", [("s1", "s2")]),
        ("s1<->s2", [("s1", "s2"), ("s2", "s1")]),
        ("s-1 -> s-2", [("s-1", "s-2")]),
        ("s-1<->s-2", [("s-1", "s-2"), ("s-2", "s-1")]),
    ],
)
def test_a_move_is_read_with_or_without_spaces(text: str, arcs: list[tuple[str, str]]) -> None:
    step = Step.read(text)
    assert list(step.arcs()) == arcs
    assert Step.read(str(step)) == step
    assert [text[at : at + 2] for at in step.at] == [name[:2] for name in arcs[0]]


@pytest.mark.parametrize(
    "text", ["s1", "s1 -> ", "-> s2", "s1 - s2", "s1 <- s2", "a -> b -> c", ""]
)
def test_what_is_no_move(text: str) -> None:
    with pytest.raises(UsageError, match="is no move"):
        Step.read(text)


@pytest.mark.parametrize(
    ("found", "message"),
    [("5", "`5` is no move"), ("{a: b}", "found a map"), ("~", "found nothing")],
)
def test_a_move_that_cannot_be_read_says_so_where_it_stands(found: str, message: str, said) -> None:
    (problem,) = said(HEAD + GRAPH.replace("south: []", f"south: [{found}]"))
    assert problem.startswith("7:11: ")
    assert message in problem
    assert "write `s1 -> s2`" in problem


@pytest.mark.parametrize(
    ("left_out", "hint"),
    [
        ("moves", "write who can go where"),
        ("ranking", "write how each party ranks the states"),
        ("status_quo", "name the state of today"),
    ],
)
def test_what_is_left_out_is_asked_for_and_nothing_else_is_said(
    said, left_out: str, hint: str
) -> None:
    data = {
        "states": "[s1, s2]",
        "moves": "{north: [s1 -> s2]}",
        "ranking": "{north: [s1, s2]}",
        "status_quo": "s1",
    }
    del data[left_out]
    (problem,) = said(HEAD + "".join(f"{k}: {v}\n" for k, v in data.items()))
    assert f"`{left_out}` is missing" in problem
    assert hint in problem


def test_a_case_without_any_model_still_needs_one(said) -> None:
    assert said(HEAD) == [
        "1:1: `models` is missing | write `options`, `status_quo` and `preferences`, or `models`"
    ]
    assert "`models` is empty" in said(HEAD + "models: {}\n")[0]
    broken = said(
        HEAD + "models: {g: {states: [s1], moves: x, ranking: {north: [s1]}, status_quo: s1}}"
    )
    assert len(broken) == 1
    assert "expected a map" in broken[0]


def test_a_model_has_options_or_states(said) -> None:
    both = HEAD + GRAPH + "options: {north.build: {label: Build}}\n"
    assert [p.partition(": ")[2] for p in said(both) if "beside" in p] == [
        f"`{key}` beside `options` | a model has either options or states; write two models"
        for key in ("states", "moves", "ranking")
    ]


def test_a_misspelt_key_is_read_as_what_was_meant(said) -> None:
    problems = said(
        HEAD
        + "models:\n  g:\n    "
        + GRAPH.replace("status_quo", "status-quo").replace("\n", "\n    ")
    )
    assert problems == ["13:5: unknown key `status-quo` | did you mean `status_quo` or `states`?"]


def test_formatting_keeps_what_a_model_in_graph_form_says(tmp_path: Path) -> None:
    wide = HEAD + GRAPH.replace("[s2, [s1, s3]]", "[ s2,[ s1 , s3 ]]")
    tidy = format_text(wide, "case.yaml")
    assert "north: [s2, [s1, s3]]" in tidy
    assert format_text(tidy, "case.yaml") == tidy


def test_nobody_can_write_the_section_that_the_reader_makes(said) -> None:
    assert "graphs" not in case_schema()["properties"]
    (problem,) = said(HEAD + GRAPH + "graphs: {}\n")
    assert "unknown key `graphs`" in problem


def test_a_model_is_frozen_and_can_be_made_in_python() -> None:
    model = GraphModel(
        states={"a": {}, "b": {}},
        moves={"x": ["a -> b"]},
        ranking={"x": [["a"], ["b"]]},
        status_quo="a",
    )
    assert list(model.moves["x"][0].arcs()) == [("a", "b")]
    with pytest.raises(ValueError, match="frozen"):
        model.status_quo = "b"


def test_reading_raises_every_problem(read) -> None:
    with pytest.raises(InvalidCase, match="2 problems"):
        read(HEAD + GRAPH.replace("s2<->s3", "s2<->s4").replace("status_quo: s1", "status_quo: s5"))


PAGE = Path(__file__).parents[2] / "docs" / "reference" / "graph-form.md"


def test_the_examples_of_the_reference_page_are_valid(tmp_path: Path) -> None:
    whole, merge, options = re.findall(
        r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "case.yaml").write_text(whole, encoding="utf-8")
    assert examine(tmp_path).problems == ()
    levels = "case: {id: x, title: x, question: x}\nactors: {jp: {name: J}, ru: {name: R}}\n"
    levels += f"format: dispute-case/1\n{options}"
    levels += "preferences: {jp: [ru.islands.four, not jp.money.none], ru: [jp.money.full]}\n"
    (tmp_path / "case.yaml").write_text(levels, encoding="utf-8")
    assert examine(tmp_path).problems == ()
    assert all(format_text(text, "x") == text for text in (whole, merge, options))
    assert merge.strip() == "merge: [uniroyal.abandon]"
