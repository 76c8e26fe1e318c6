"""What a model states of its parties' preferences, and games under every structure."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.preferences.made import made

from detente.case import parse
from detente.case.model import Shift
from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, STRUCTURES, Settings
from detente.stability.graph_form import graph_form
from detente.stability.stated import form_with, game_with, read_structure, stated

OPTIONS = ["a.u", "a.v", "b.w"]


def wants(*conditions: str, unsure: tuple[int, ...] = (), equal: tuple[int, ...] = ()) -> list:
    return [
        {"want": c, "unsure": k in unsure, "about_equal": k in equal}
        for k, c in enumerate(conditions)
    ]


def first(a: object, settings: Settings | None = None, **model: object):
    case = made(OPTIONS, {"a": a, "b": ["b.w"]}, **model)
    return stated(graph_form(case, "main", settings))[0]


def lexicographic(conditions: list[list[str]]) -> list[tuple[int, ...]]:
    """Tell each state by how many conditions it meets, level by level."""
    case = made(OPTIONS, {"a": ["a.u"], "b": ["b.w"]})
    graph = graph_form(case, "main").options
    return [
        tuple(sum(int(graph.where(c)[s]) for c in level) for level in conditions) for s in range(8)
    ]


def same_order(ranks: np.ndarray, keys: list) -> bool:
    pairs = product(range(len(keys)), repeat=2)
    return all((ranks[s] > ranks[q]) == (keys[s] > keys[q]) for s, q in pairs)


def test_an_unsure_statement_may_stand_one_place_higher_or_lower() -> None:
    said = first(wants("a.u", "a.v", "b.w", unsure=(1,)))
    expected = [
        lexicographic([["a.u"], ["a.v"], ["b.w"]]),
        lexicographic([["a.v"], ["a.u"], ["b.w"]]),
        lexicographic([["a.u"], ["b.w"], ["a.v"]]),
    ]
    assert len(said.orders) == 3
    assert all(any(same_order(row, keys) for row in said.orders) for keys in expected)
    assert same_order(said.orders[0], expected[0])


def test_two_unsure_neighbours_are_exchanged_once() -> None:
    assert len(first(wants("a.u", "a.v", "b.w", unsure=(0, 1))).orders) == 3
    assert len(first(wants("a.u", "a.v", unsure=(0, 1))).orders) == 2


def test_on_one_level_there_is_nothing_to_exchange() -> None:
    assert len(first(wants("a.u", "a.v", unsure=(1,), equal=(1,))).orders) == 1


def test_exchanged_statements_take_each_others_level() -> None:
    said = first(wants("a.u", "a.v", "b.w", unsure=(2,), equal=(1,)))
    assert len(said.orders) == 2
    assert same_order(said.orders[1], lexicographic([["a.u", "b.w"], ["a.v"]]))


def test_unknown_is_what_the_exchange_would_turn_round() -> None:
    case = made(OPTIONS, {"a": wants("a.u", "a.v", unsure=(1,)), "b": ["b.w"]})
    relation = game_with(case, "main", structure="unknown:a").relations[0]
    assert relation.unknown(0b001).tolist() == [False, False, True, False] * 2
    assert relation.better(0b000).tolist() == [False, True, True, True] * 2


TWO = {"readings": {"x": ["a.u"], "y": ["a.v"], "z": ["not a.u"]}}


def test_without_weights_all_readings_count_the_same() -> None:
    shares = first(TWO).shares
    assert len(set(shares.best.tolist())) == 1
    assert shares.ranks.shape == (3, 8)
    assert np.allclose(shares.preferring(0b000)[0b001], 1 / 3)


def test_a_reading_that_is_chosen_stands_alone() -> None:
    shares = first(TWO, Settings(readings={"a": "z"})).shares
    assert shares.ranks.tolist() == [[1, 0, 1, 0, 1, 0, 1, 0]]


def test_a_reading_that_counts_for_nothing_may_still_be_chosen() -> None:
    readings = {
        "x": {"order": [{"want": "a.u"}], "weight": "0"},
        "y": {"order": [{"want": "a.v"}], "weight": "5"},
    }
    shares = first({"readings": readings}, Settings(readings={"a": "x"})).shares
    assert shares.preferring(0)[0b001] == 1


def test_readings_without_a_weight_share_what_is_left_of_100() -> None:
    readings = {
        "x": {"order": [{"want": "a.u"}], "weight": "30..50"},
        "y": {"order": [{"want": "a.v"}]},
        "z": {"order": [{"want": "b.w"}]},
    }
    shares = first({"readings": readings}).shares
    assert shares.best.tolist() == [40, 30, 30]
    assert shares.low.tolist() == [30, 30, 30]
    assert shares.high.tolist() == [50, 30, 30]


def test_a_statement_that_is_moved_moves_in_the_readings_that_have_it() -> None:
    case = made(OPTIONS, {"a": {"readings": {"x": ["a.u", "a.v"], "y": ["not a.u"]}}, "b": ["b.w"]})
    settings = Settings(shifts={"a": Shift(move=parse("a.v"), to="top")})
    said = stated(graph_form(case, "main", settings))[0]
    assert same_order(said.shares.ranks[0], lexicographic([["a.v"], ["a.u"]]))
    assert same_order(said.shares.ranks[1], lexicographic([["not a.u"]]))


def test_attitudes_are_devoted_to_oneself_and_indifferent_where_nothing_is_said() -> None:
    case = made(
        OPTIONS,
        {"a": ["a.u"], "b": ["b.w"]},
        attitudes={"b": {"a": "aggressive"}},
    )
    assert [s.attitudes for s in stated(graph_form(case, "main"))] == [
        ("devoted", "indifferent"),
        ("aggressive", "devoted"),
    ]
    assert [s.own for s in stated(graph_form(case, "main"))] == [0, 1]


def test_thresholds_and_strength_come_from_the_case() -> None:
    said = first({"readings": {"x": {"weights": {"a.u": 3}, "strong": 2}}, "threshold": 0.4})
    assert (said.threshold, said.strong) == (0.4, 2_000_000)
    assert said.amounts.tolist() == [0, 3_000_000] * 4


def test_only_feasible_states_are_told() -> None:
    said = first(["a.u"], rules=[{"require": "not (a.u and a.v)"}])
    assert said.ranks.shape == (6,)
    assert said.orders.shape == (1, 6)


@pytest.mark.parametrize("key", STRUCTURES)
def test_a_game_of_a_case_under_every_structure(key: str) -> None:
    """Nothing beyond ranks is stated in Cuba 1962, and there are no ties: the first variant is classical."""
    case = open_shipped("cuba-1962")
    plain, other = (game_with(case, "main", structure=k) for k in ("ranked", key))
    for concept in CLASSICAL.values():
        sets = [
            g.stable(concept.replies, countermoves=concept.countermoves) for g in (plain, other)
        ]
        assert np.array_equal(*sets)


def test_models_in_graph_form_state_rankings() -> None:
    form = graph_form(open_shipped("elmira-1991"), "literature")
    assert form_with(form, STRUCTURES["unknown"], "d").game.stable("none").all(axis=0).sum() == 3


def test_merged_states_are_judged_as_one() -> None:
    case = made(
        OPTIONS,
        {"a": wants("a.u", "a.v", unsure=(1,)), "b": ["b.w"]},
        merge=["b.w and a.u and a.v", "b.w and not a.u and not a.v"],
    )
    form = graph_form(case, "main")
    assert form_with(form, STRUCTURES["unknown"], "a").game.labels == form.game.labels
    torn = made(
        OPTIONS, {"a": wants("a.u", "a.v", unsure=(1,)), "b": ["true"]}, merge=["a.u iff not a.v"]
    )
    with pytest.raises(UsageError):
        form_with(graph_form(torn, "main"), STRUCTURES["unknown"], "a")


def test_names_of_structures() -> None:
    member, variants = read_structure("hybrid")
    assert (member.key, len(variants)) == ("hybrid", 8)
    assert read_structure(" Fuzzy:0.7 ")[1] == ("0.7",)
    assert read_structure("fuzzy")[1] == ("",)
    with pytest.raises(UnknownName, match="unknown preference structure: found `fuzy`"):
        read_structure("fuzy")
    with pytest.raises(UnknownName, match="variant of unknown preferences: found `e`"):
        read_structure("unknown:e")
