"""Models as files of GMCR+: read back, they have the same states, moves and preferences."""

import json

import numpy as np
import pytest
from tests.case.gmcr.saved import FORD, RANKED, drawn, feasible, opened, payoffs, said
from tests.stability.drawn import cases, made_case

from detente.case import Case, open_case
from detente.errors import TooLarge, UsageError
from detente.exchange import EXPORTS
from detente.exchange.formats.gmcr import MOST_STATEMENTS
from detente.stability import Settings, build_graph


def written(case: Case, model: str = "main", **settings) -> dict:
    export = EXPORTS["gmcr"].write(case, model, Settings(**settings), False)
    assert list(export.files) == [".gmcr"]
    return json.loads(export.files[".gmcr"])


def notes(case: Case, model: str = "main", **settings) -> str:
    return " ".join(EXPORTS["gmcr"].write(case, model, Settings(**settings), False).notes)


def levels(values):
    return np.unique(values, return_inverse=True)[1].tolist()


def by_owner(graph):
    """Return the states of a graph as the file numbers them, and the bits of its options."""
    order = [
        b for d in graph.deciders for b, o in enumerate(graph.options) if o.startswith(f"{d}.")
    ]
    spread = {
        sum((s >> b & 1) << k for k, b in enumerate(order)): s for s in range(1 << len(order))
    }
    return [spread[code] for code in sorted(spread) if graph.feasible[spread[code]]], order


@pytest.mark.parametrize("deciders", [2, 3])
def test_any_model_read_back_is_the_same_game(deciders, tmp_path):
    """Propositions, facts, outcomes, ties and owners in any order included."""
    ranked = 0
    for k, case in enumerate(cases(60, deciders, 5)):
        before, content = build_graph(case, "main"), written(case)
        codes, order = by_owner(before)
        ranked += content["useManualPreferenceRanking"]
        again = opened(tmp_path, json.dumps(content), f"{k}.gmcr")
        after = build_graph(again, "main")
        found = np.flatnonzero(after.feasible)
        assert len(found) == len(codes)
        for i, moves in enumerate(before.moves):
            assert after.ranks[i][found].tolist() == levels(before.ranks[i][codes])
            own = after.moves[i]
            assert {order[b] for b in own.bits} == set(moves.bits)
            assert {order[b] for b in own.up} == set(moves.up)
            assert {order[b] for b in own.down} == set(moves.down)
        # the states stand in the order of the options as the file has them
        states = [sum((s >> b & 1) << n for n, b in enumerate(order)) for s in codes]
        assert found.tolist() == states
    assert 0 < ranked < 60


@pytest.mark.parametrize("ranked", [False, True])
def test_a_file_read_and_written_means_the_same(ranked, tmp_path):
    for k, content in enumerate(drawn(40, ranked)):
        case = opened(tmp_path, said(content), f"{k}.gmcr")
        again = written(case)
        assert [o["permittedDirection"] for o in again["options"]] == [
            o["permittedDirection"] for o in content["options"]
        ]
        assert [m["options"] for m in again["decisionMakers"]] == [
            m["options"] for m in content["decisionMakers"]
        ]
        assert feasible(again) == feasible(content)
        if ranked:
            keys = [m["preferenceRanking"] for m in again["decisionMakers"]]
            wanted = [m["preferenceRanking"] for m in content["decisionMakers"]]
            assert _sorted(keys) == _sorted(wanted)
            continue
        assert not again["useManualPreferenceRanking"]
        for i in range(len(content["decisionMakers"])):
            assert levels(payoffs(again, i)) == levels(payoffs(content, i))


def _sorted(rankings):
    tiers = [[t if isinstance(t, list) else [t] for t in ranking] for ranking in rankings]
    return [[sorted(t) for t in ranking] for ranking in tiers]


def test_names_and_what_is_not_perceived_come_back(tmp_path):
    again = written(opened(tmp_path, said(FORD)))
    assert [o["name"] for o in again["options"]] == ["Bâtir un pont", "Open the road", "Pay"]
    north = again["decisionMakers"][0]
    assert (north["name"], north["misperceptions"]) == ("Nord-Québec", [[[2, "Y"]]])
    assert again["decisionMakers"][1]["misperceptions"] == []
    assert again["coalitions"] == [0, 1]


def test_statements_that_tell_nothing_apart_are_left_out():
    case = made_case({"a": ["true", "a.x and not a.x", "not a.x"]}, ["a.x"])
    assert written(case)["decisionMakers"][0]["preferences"] == [[[0, "N"]]]


def test_a_condition_becomes_its_cases():
    case = made_case({"a": ["a.x iff a.y"]}, ["a.x", "a.y"], ["not a.x or not a.y"])
    content = written(case)
    assert content["decisionMakers"][0]["preferences"] == [
        {"compound": True, "members": [[[0, "N"], [1, "N"]], [[0, "Y"], [1, "Y"]]]}
    ]
    assert content["infeasibles"] == [[[0, "Y"], [1, "Y"]]]


def test_an_option_held_is_infeasible_otherwise():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"])
    assert written(case, fix={"a.y": False})["infeasibles"] == [[[1, "Y"]]]
    model = case.models["main"].model_copy(update={"status_quo": {"a.x": True}})
    held = case.model_copy(update={"models": {"main": model}})
    assert written(held, fix={"a.x": True})["infeasibles"] == [[[0, "N"]]]


def test_settings_hold():
    case = open_case("japan-russia")
    content = written(case, "2016-12", fix={"us.reset": True}, irreversible=("jp.econ",))
    graph = build_graph(case, "2016-12", Settings(fix={"us.reset": True}))
    assert len(feasible(content)) == graph.count
    turns = {o["name"]: o["permittedDirection"] for o in content["options"]}
    assert turns[case.option("2016-12", "jp.econ").label] == "fwd"


def test_more_statements_than_the_tool_can_add_up_are_ranked():
    many = ["a.x", "b.y"] * 31
    assert len(many) == MOST_STATEMENTS
    assert (
        "preferenceRanking"
        not in written(made_case({"a": many, "b": ["b.y"]}, ["a.x", "b.y"]))["decisionMakers"][0]
    )
    more = written(made_case({"a": [*many, "a.x"], "b": ["b.y"]}, ["a.x", "b.y"]))
    assert [m["preferenceRanking"] for m in more["decisionMakers"]] == [
        [4, 2, 3, 1],
        [[3, 4], [1, 2]],
    ]
    assert more["decisionMakers"][1]["preferences"] == []


def test_notes_say_what_the_file_does_not(tmp_path):
    assert "today is its state 1." in notes(open_case("elmira-1991"))
    assert "Of Russia's readings only `excuse` is written." in notes(
        open_case("japan-russia"), "2017-11"
    )
    written_out = "Propositions and facts of the world are written out"
    assert [
        written_out in notes(open_case("japan-russia"), m) for m in ("1956", "talks", "1960")
    ] == [*(True, True, False)]
    assert "Written as rankings" in notes(opened(tmp_path, said(RANKED)))
    assert "Written as rankings" not in notes(opened(tmp_path, said(FORD)))


def test_today_is_numbered_in_the_order_of_the_file():
    text = {"a": ["a.x"], "b": ["b.y"]}
    case = made_case(text, ["a.x", "b.y", "a.z"], ["a.x or a.z"])
    model = case.models["main"].model_copy(update={"status_quo": {"b.y": True, "a.z": True}})
    case = case.model_copy(update={"models": {"main": model}})
    # by a.x, a.z, b.y: YNN, NYN, YYN, YNY, NYY
    assert "today is its state 5." in notes(case)


def test_what_cannot_be_said_is_refused():
    with pytest.raises(UsageError, match="graph form"):
        written(open_case("elmira-1991"), "literature")
    names = [f"a.o{k}" for k in range(11)]
    odd = " iff (".join(names) + ")" * 10
    with pytest.raises(TooLarge, match="too many cases"):
        written(made_case({"a": [odd]}, names))
    with pytest.raises(TooLarge, match="too many options"):
        written(made_case({"a": ["a.o0"]}, [f"a.o{k}" for k in range(21)]))
