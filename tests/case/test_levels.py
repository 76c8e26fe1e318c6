"""Options with levels: what they are written out as, and what is said where they cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.case import Case
from detente.case.states import Truths

Read = Callable[[str], Case]
Say = Callable[[str], list[str]]

HEAD = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {jp: {name: Japan}, ru: {name: Russia}}
"""
TEXT = (
    HEAD
    + """options:
  jp.pay: {label: Pay, levels: [none, half, full], note: in yen}
  ru.sell: {label: Sell}
status_quo: {jp.pay: half}
preferences: {jp: [not jp.pay.full, ru.sell], ru: [not jp.pay.none, jp.pay.full]}
what_if: {broke: {set: {jp.pay: none}}, rich: {set: {jp.pay: full, ru.sell: no}}}
"""
)


def states(case: Case, model: str = "main") -> list[set[str]]:
    """The feasible states, as the options on in each."""
    m = case.models[model]
    feasible = Truths(m).feasible()
    return [
        {o for j, o in enumerate(m.options) if code >> j & 1}
        for code in range(feasible.size)
        if feasible[code]
    ]


def test_every_level_but_the_first_is_an_option_and_one_at_most_is_taken(read: Read) -> None:
    case = read(TEXT)
    assert list(case.options) == list(case.models["main"].options)
    assert list(case.options) == ["jp.pay.half", "jp.pay.full", "ru.sell"]
    assert [case.option("main", o).label for o in case.options] == [
        "Pay: half",
        "Pay: full",
        "Sell",
    ]
    assert {case.options[o].note for o in ("jp.pay.half", "jp.pay.full")} == {"in yen"}
    assert sorted(map(sorted, states(case))) == sorted(
        sorted(pay | sell)
        for pay in ({"jp.pay.half"}, {"jp.pay.full"}, set())
        for sell in ({"ru.sell"}, set())
    )
    assert case.graph_form("main") == ""


def test_the_first_level_has_an_id_too(read: Read) -> None:
    case = read(TEXT)
    model = case.models["main"]
    assert str(model.propositions["jp.pay.none"].when) == "not jp.pay.half and not jp.pay.full"
    assert model.propositions["jp.pay.none"].label == "Pay: none"
    truths = Truths(model)
    assert truths.name("jp.pay.none")[truths.code({"ru.sell": True})]
    assert not truths.name("jp.pay.none")[truths.code({"jp.pay.half": True})]


def test_a_level_is_named_where_options_are_set(read: Read) -> None:
    model = read(TEXT).models["main"]
    assert model.status_quo == {"jp.pay.half": True, "jp.pay.full": False}
    assert model.what_if["broke"].set == {"jp.pay.half": False, "jp.pay.full": False}
    assert model.what_if["rich"].set == {
        "jp.pay.half": False,
        "jp.pay.full": True,
        "ru.sell": False,
    }


def test_levels_may_have_labels_of_their_own(read: Read) -> None:
    levels = "{none: , half: Pay one half, full: }"
    case = read(TEXT.replace("[none, half, full]", levels))
    assert [case.options[f"jp.pay.{n}"].label for n in ("half", "full")] == [
        "Pay one half",
        "Pay: full",
    ]
    held = {"none": "Pay: none", "half": "Pay one half", "full": "Pay: full"}
    assert case.options["jp.pay.full"].levels == held


def test_levels_that_yaml_takes_for_something_else_are_words_here(read: Read) -> None:
    text = TEXT.replace("[none, half, full]", "[no, 2, 4]").replace("half", "2")
    case = read(text.replace("full", "4").replace("none", "no"))
    assert list(case.options)[:2] == ["jp.pay.2", "jp.pay.4"]


def test_two_levels_are_one_option_without_a_rule(read: Read) -> None:
    text = TEXT.replace("[none, half, full]", "[none, full]").replace("half", "full")
    model = read(text).models["main"]
    assert list(model.options) == ["jp.pay.full", "ru.sell"]
    assert model.rules == ()


MODELS = (
    HEAD
    + """options:
  jp.pay: {label: Pay, levels: [none, half, full]}
  ru.sell: {label: Sell}
models:
  a: {options: [jp.pay, ru.sell], preferences: {jp: [jp.pay.none], ru: [jp.pay.full]}}
  b:
    options:
      jp.pay: {label: Fund, reversible: no, note: dear}
      ru.talk: {label: Talk, levels: [no, low, high], steps: adjacent}
    rules: [jp.pay.half or jp.pay.full]
    propositions: {x: ru.talk.low}
    status_quo: {jp.pay: half, ru.talk: high}
    preferences: {jp: [not x], ru: [ru.talk.no]}
shocks:
  slump: {title: A slump, changes: [{status_quo: {jp.pay: none, ru.sell: no, ru.talk: low}}]}
"""
)


def test_models_share_levels_and_say_how_they_use_them(read: Read) -> None:
    case = read(MODELS)
    assert list(case.models["a"].options) == ["jp.pay.half", "jp.pay.full", "ru.sell"]
    assert list(case.models["b"].options) == [
        *("jp.pay.half", "jp.pay.full", "ru.talk.low", "ru.talk.high"),
    ]
    assert case.option("a", "jp.pay.half").reversible == "yes"
    half = case.option("b", "jp.pay.half")
    assert (half.label, half.reversible, half.note) == ("Fund: half", "no", "dear")
    assert case.option("a", "jp.pay.half").label == "Pay: half"
    assert list(half.levels) == ["none", "half", "full"]
    assert case.option("b", "ru.talk.high").label == "Talk: high"
    assert len(states(case, "b")) == 2 * 3
    assert case.shocks["slump"].changes[0].status_quo == {
        "jp.pay.half": False,
        "jp.pay.full": False,
        "ru.sell": False,
        "ru.talk.low": True,
        "ru.talk.high": False,
    }


def test_levels_that_are_not_all_one_move_apart_are_read_in_graph_form(read: Read) -> None:
    case = read(MODELS)
    assert case.graph_form("a") == ""
    assert case.graph_form("b") == "the levels of `jp.pay` are not all one move apart"
    assert case.option("b", "jp.pay.half").turn == "yes"
    assert [case.option("b", o).bound for o in case.models["b"].options] == [True] * 4
    assert not case.option("a", "jp.pay.half").bound


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[none, half, full]", "[none]", "5:24: `levels` has 1, needs 2 entries at least"),
        ("[none, half, full]", "none", "5:32: `levels`: found `none`, expected a map"),
        ("[none, half, full]", "[none, a b]", "5:39: level `a b` cannot be part of an id"),
        ("[none, half, full]", "[none, half, half]", "5:45: level `half` stands twice"),
        ("{jp.pay: half}", "{jp.pay: haf}", "7:22: `jp.pay` has no level `haf`"),
        ("{jp.pay: half}", "{jp.pay: yes}", "7:22: `jp.pay` has no level `yes`"),
        ("[not jp.pay.full", "[not jp.pay.ful", "8:24: unknown id `jp.pay.ful`"),
        ("note: in yen", "steps: big", "5:59: `steps`: found `big`, expected `any` or `adjacent`"),
        ("{jp.pay: none}", "{jp.pay: nine}", "9:33: `jp.pay` has no level `nine`"),
    ],
)
def test_what_is_wrong_with_levels_is_said_where_it_stands(
    said: Say, old: str, new: str, problem: str
) -> None:
    found = said(TEXT.replace(old, new))
    assert problem in [line.partition(" | ")[0] for line in found]
    assert all(line.partition(" | ")[2] for line in found)


def test_each_mistake_is_said_once_though_every_level_has_it(said: Say) -> None:
    found = said(TEXT.replace("note: in yen", "steps: big, because: [zz¶1]"))
    assert len(found) == len(set(found)) == 2


def test_a_name_without_its_level_is_told_the_levels(said: Say) -> None:
    (found,) = said(TEXT.replace("not jp.pay.none", "jp.pay"))
    assert "unknown id `jp.pay` | did you mean" in found
    assert "`jp.pay.half`" in found


def test_an_option_cannot_have_the_id_of_a_level(said: Say) -> None:
    (found,) = said(TEXT.replace("  ru.sell: {", "  jp.pay.half: {label: Twice}\n  ru.sell: {"))
    assert found.startswith("6:3: option `jp.pay.half` stands on line 5 already | rename it")
