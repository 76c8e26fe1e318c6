"""Readings by order, weights and ranking: the ranks they make, told state by state."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stability.preferences.made import made

from detente.case import Statement, parse
from detente.case.model import Reading
from detente.case.states import Truths
from detente.errors import UsageError
from detente.judgement.inquiry import CHECKS
from detente.stability import CLASSICAL, CONCEPTS, build_graph
from detente.stability.amounts import amounts_of, columns, levels_of, ranks_of, strong_of
from detente.stability.assessment import assess_model
from detente.stability.symbolic.game import read_game
from detente.stability.unlock import unlock

OPTIONS = ["a.u", "a.v", "b.w"]
NOTHING = {"b": ["true"]}


def truths(**model: object) -> Truths:
    return Truths(made(OPTIONS, {"a": ["a.u"], **NOTHING}, **model).models["main"])


ALL = np.ones(8, dtype=bool)


@given(
    st.dictionaries(
        st.sampled_from([*OPTIONS, "both"]),
        st.decimals(-99, 99, places=2).map(float),
        min_size=1,
    )
)
def test_weights_are_added_up(weights: dict[str, float]) -> None:
    known = truths(propositions={"both": {"when": "a.u and b.w"}})
    ranks = ranks_of(Reading(weights=weights), (), known, ALL)
    total = [sum(round(100 * w) for n, w in weights.items() if known.name(n)[s]) for s in range(8)]
    order = sorted(set(total))
    assert ranks.tolist() == [order.index(t) for t in total]


def test_weights_that_add_up_to_the_same_are_a_tie() -> None:
    """0.1 + 0.2 is 0.3, though not in floats."""
    reading = Reading(weights={"a.u": 0.1, "a.v": 0.2, "b.w": 0.3})
    ranks = ranks_of(reading, (), truths(), ALL)
    assert ranks[0b011] == ranks[0b100]
    reading = Reading(weights={"a.u": 2.01, "a.v": 2, "b.w": 0.01})
    ranks = ranks_of(reading, (), truths(), ALL)
    assert ranks[0b001] == ranks[0b110]


@given(
    st.lists(
        st.lists(st.sampled_from([*OPTIONS, "not a.u", "true"]), min_size=1, max_size=2),
        min_size=1,
        max_size=4,
    )
)
def test_a_ranking_takes_the_first_place_that_fits(places: list[list[str]]) -> None:
    known = truths()
    reading = Reading(ranking=tuple(tuple(map(parse, p)) for p in places))
    first = [
        next(
            (k for k, p in enumerate(places) if any(known.of(parse(c))[s] for c in p)), len(places)
        )
        for s in range(8)
    ]
    ranks = ranks_of(reading, (), known, ALL)
    assert all((ranks[s] > ranks[q]) == (first[s] < first[q]) for s in range(8) for q in range(8))


def test_infeasible_states_have_no_rank_and_take_no_place() -> None:
    feasible = ALL.copy()
    feasible[[0, 7]] = False
    ranks = ranks_of(Reading(weights={"a.u": 1}), (), truths(), feasible)
    assert ranks[0] == ranks[7] == -1
    assert sorted(set(ranks.tolist())) == [-1, 0, 1]


def test_the_graph_takes_readings_of_every_form() -> None:
    case = made(
        OPTIONS,
        {
            "a": {"weights": {"a.u": 2, "a.v": 1}},
            "b": {"ranking": ["b.w and a.u", ["not a.u", "a.v"]]},
        },
    )
    graph = build_graph(case, "main")
    assert graph.ranks[0].tolist() == [0, 2, 1, 3, 0, 2, 1, 3]
    assert graph.ranks[1].tolist() == [1, 0, 1, 1, 1, 2, 1, 2]
    assert graph.orders == ((), ())
    assert [t.shape for t in graph.truth] == [(0, 8), (0, 8)]


@pytest.mark.parametrize("strong", [1, 2, 3])
def test_strong_levels_of_an_order_are_the_first(strong: int) -> None:
    order = [
        Statement(want=parse("a.u")),
        Statement(want=parse("a.v"), about_equal=True),
        Statement(want=parse("b.w")),
        Statement(want=parse("a.u and b.w")),
    ]
    reading, known = Reading(order=tuple(order), strong=strong), truths()
    assert levels_of(order) == [0, 0, 1, 2]
    assert strong_of(reading) == 1
    amounts = amounts_of(reading, order, known, ALL)
    table = columns(order, known).astype(int)
    sums = [
        tuple(table[[k for k, lv in enumerate([0, 0, 1, 2]) if lv == m]].sum(axis=0))
        for m in range(3)
    ]
    keys = [tuple(row[s] for row in sums[:strong]) for s in range(8)]
    for s in range(8):
        for q in range(8):
            assert (amounts[s] > amounts[q]) == (keys[s] > keys[q])


def test_strong_differences_of_weights_and_places() -> None:
    weighed = Reading(weights={"a.u": 1, "a.v": 0.5, "b.w": 0.25}, strong=0.75)
    amounts, known = amounts_of(weighed, (), truths(), ALL), truths()
    assert amounts[0b110] - amounts[0] == strong_of(weighed)
    ranked = Reading(ranking=((parse("a.u"),), (parse("a.v"),), (parse("b.w"),)), strong=2)
    assert strong_of(ranked) == 2
    places = amounts_of(ranked, (), known, ALL)
    assert [int(places[s]) for s in (0b001, 0b010, 0b100, 0)] == [3, 2, 1, 0]
    assert all(a - b == 1 for a, b in pairwise(int(places[s]) for s in (1, 2, 4, 0)))


def test_nothing_is_strong_where_nothing_is_said() -> None:
    assert strong_of(Reading(weights={"a.u": 1})) is None
    order = (Statement(want=parse("a.u")),)
    assert strong_of(Reading(order=order)) is None


# What needs statements, where a party has none ------------------------------------------------


def mixed(b: object = None):
    """a weighs, b states an order unless told otherwise; what each wants is left to the other."""
    return made(
        ["a.u", "b.w"],
        {"a": {"weights": {"b.w": 2, "a.u": 1}}, "b": b or ["not b.w", "a.u"]},
        outcomes={"both": {"when": "a.u and b.w"}},
    )


def test_only_those_with_statements_are_asked_to_change() -> None:
    graph = build_graph(mixed(), "main")
    found = unlock(graph, "both", CONCEPTS["nash"])
    assert found.by == ("b",)
    assert {e.actor for s in found.solutions for e in s.edits} == {"b"}
    assert found.edits == 1


def test_preferences_without_statements_stay_as_they_are_in_the_search() -> None:
    """a would have to want less of a.u; nothing that b changes does that."""
    graph = build_graph(mixed(), "main")
    found = unlock(graph, "b.w and not a.u", CONCEPTS["nash"])
    assert (found.edits, found.complete) == (None, True)


@pytest.mark.parametrize("concept", ["nash", "seq", "sseq"])
def test_weights_and_the_order_that_they_amount_to_are_searched_alike(concept: str) -> None:
    """4, 2 and 1 rank states as three statements do; only what b may change is looked for."""
    options, b = ["a.u", "a.v", "b.w", "b.x"], ["not b.w if a.u", "a.v", "b.x iff a.u"]
    weighed, ordered = (
        build_graph(made(options, {"a": a, "b": b}), "main")
        for a in ({"weights": {"b.w": 4, "a.u": 2, "b.x": 1}}, ["b.w", "a.u", "b.x"])
    )
    assert np.array_equal(weighed.ranks, ordered.ranks)
    edits = set()
    for target in ("a.v and b.w", "b.x and not a.u", "not a.u and not a.v", "a.u and not b.x"):
        known = [
            unlock(g, target, CONCEPTS[concept], by=["b"], at_most=2) for g in (weighed, ordered)
        ]
        for one, other in pairwise(known):
            assert (one.edits, one.complete) == (other.edits, other.complete)
            for solution in one.solutions:
                if all(e.operation != "add" for e in solution.edits):
                    assert solution in other.solutions
        edits.add(known[0].edits)
    assert len(edits) > 1


@pytest.mark.parametrize("by", [["a"], ["a", "b"]])
def test_who_has_no_statements_cannot_be_asked_to_change(by: list[str]) -> None:
    with pytest.raises(UsageError, match="only statements in an order can be edited") as error:
        unlock(build_graph(mixed(), "main"), "both", CONCEPTS["nash"], by=by)
    assert error.value.found == "weights or a ranking of a"


def test_where_nobody_has_statements() -> None:
    graph = build_graph(mixed({"ranking": ["a.u", "b.w"]}), "main")
    with pytest.raises(UsageError, match="only statements"):
        unlock(graph, "both", CONCEPTS["nash"])


@pytest.mark.parametrize("b", [None, {"ranking": ["a.u and not b.w", "not b.w"]}])
def test_a_model_is_assessed_whatever_its_readings(b: object) -> None:
    found = assess_model(mixed(b), "main", list(CLASSICAL.values()))
    (prospect,) = found.prospects
    assert prospect.blockers == ()
    assert set(prospect.alone) == ({"b"} if b is None else set())
    assert (prospect.unlocking is None) == (b is not None)
    assert {s.actor for s in found.supports} == ({"b"} if b is None else set())
    assert {u.actor for u in found.unmet} == ({"b"} if b is None else set())


def test_the_sat_engine_refuses_what_it_cannot_read() -> None:
    with pytest.raises(UsageError, match="statements in an order") as error:
        read_game(mixed(), "main")
    assert error.value.found == "the reading `stated` of a"


def test_places_before_and_after_a_reply_are_those_of_the_ranks() -> None:
    asked = {"actor": "a", "change": {"a.u": True}, "replier": "b", "model": "main"}
    (row,) = CHECKS["reply"].run(mixed(), CHECKS["reply"].arguments.model_validate(asked))
    assert (row["before"], row["after"], row["of"]) == (4, 3, 4)
    with pytest.raises(UsageError, match="no such statements"):
        list(
            CHECKS["reply"].run(
                mixed(), CHECKS["reply"].arguments.model_validate({**asked, "swap": [1, 2]})
            )
        )
