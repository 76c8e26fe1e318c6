"""Edits of orders: the vocabulary, what a changed order prefers, and the steps a search may take."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import World, made_case, worlds
from tests.stability.oracle import orders_of
from tests.stability.plain import Changed, Plain

from detente.errors import TooLarge
from detente.stability import build_graph
from detente.stability.edits import Edit, EditedOrder, Wishes, vocabulary


def wishes_of(world: World, i: int, kept: frozenset[int] = frozenset()) -> Wishes:
    return Wishes(world[1], i, vocabulary(world[1]), kept)


def changed_by(plain: Plain, i: int, order: EditedOrder) -> Changed:
    """Return what an edited order is in plain Python."""
    signs = dict.fromkeys(order.reversed, -1) | dict.fromkeys(order.deleted, 0)
    every = plain.vocabulary
    return Changed(
        tuple(every[c] for c in order.added),
        tuple(signs.get(k, 1) for k in range(len(plain.orders[i]))),
    )


def random_orders(
    rng: np.random.Generator, plain: Plain, i: int, many: int
) -> Iterator[EditedOrder]:
    most = len(plain.vocabulary)
    for _ in range(many):
        added = rng.permutation(most)[: rng.integers(0, 3)].tolist()
        kinds = rng.choice(3, size=len(plain.orders[i]), p=[0.6, 0.2, 0.2])
        yield EditedOrder(
            tuple(added),
            frozenset(np.flatnonzero(kinds == 1).tolist()),
            frozenset(np.flatnonzero(kinds == 2).tolist()),
        )


def test_the_vocabulary_is_what_the_parties_talk_about():
    for plain, graph in worlds(60, 3, 4):
        found = vocabulary(graph)
        assert [tuple(column.tolist()) for _, column in found] == plain.vocabulary
        assert [plain.column(str(formula)) for formula, _ in found] == plain.vocabulary


def test_the_vocabulary_leaves_outcomes_out_and_prefers_the_shortest_name():
    graph = build_graph(open_shipped("japan-russia"), "2016-12")
    said = [str(formula) for formula, _ in vocabulary(graph)]
    assert said[:4] == ["jp.econ", "not jp.econ", "jp.partial", "not jp.partial"]
    assert {"carve_out", "not carve_out", "two_island_deal", "ru.outreach iff not us.reset"} <= set(
        said
    )
    assert not {"drift", "two_islands", "not not ru.return2"} & set(said)


def test_keys_compare_as_the_changed_order_does():
    rng = np.random.default_rng(1)
    for plain, graph in worlds(60, 3, 4):
        for i in range(len(plain.deciders)):
            orders = list(random_orders(rng, plain, i, 12))
            keys = wishes_of((plain, graph), i).keys(orders)
            for order, key in zip(orders, keys, strict=True):
                ranks = np.unique(key, return_inverse=True)[1]
                assert ranks.tolist() == plain.ranks(i, changed_by(plain, i, order))


def test_an_order_unchanged_ranks_as_the_graph_does():
    for case in ("japan-russia", "elmira-1991"):
        for model in open_shipped(case).models:
            graph = build_graph(open_shipped(case), model)
            for i, ranks in enumerate(graph.ranks):
                wishes = Wishes(graph, i, vocabulary(graph), frozenset())
                key = wishes.keys([EditedOrder()])[0]
                assert np.array_equal(np.unique(key, return_inverse=True)[1], ranks[graph.feasible])


def one_further(plain: Plain, i: int, order: EditedOrder, found: list[EditedOrder]) -> set[Changed]:
    """Return the orders found in plain Python; each must be one edit further than `order`."""
    for one in found:
        rest = [c for c in one.added if c in order.added]
        assert (one.size, tuple(rest)) == (order.size + 1, order.added)
        assert order.reversed <= one.reversed
        assert order.deleted <= one.deleted
    assert len(set(found)) == len(found)
    return {changed_by(plain, i, one) for one in found}


def part_of(less: Changed, more: Changed) -> bool:
    """Return whether all edits of an order are among those of another, additions in its order."""
    kept = [column for column in more.added if column in less.added]
    signs = zip(less.signs, more.signs, strict=True)
    return kept == list(less.added) and all(a in (1, b) for a, b in signs)


def test_any_set_of_edits_that_lifts_a_state_holds_a_repair():
    """The promise that makes a search without a find a proof."""
    rng = np.random.default_rng(2)
    lifted = 0
    for plain, graph in worlds(30, 2, 3, 3):
        every = [c for size in (1, 2, 3) for c in orders_of(plain, 0, size)]
        for order in (EditedOrder(), *random_orders(rng, plain, 0, 3)):
            less = changed_by(plain, 0, order)
            now, want = np.array(plain.ranks(0, less)), int(rng.integers(len(plain.states)))
            against = np.flatnonzero((now >= now[want]) & (np.arange(len(now)) != want))
            repairs = one_further(
                plain, 0, order, wishes_of((plain, graph), 0).repairs(order, want, against)
            )
            for pick in rng.integers(len(every), size=200):
                more = merged(less, every[pick])
                then = np.array(plain.ranks(0, more))
                before, after = (np.sign(r[against] - r[want]) for r in (now, then))
                if (after < before).any():
                    lifted += 1
                    assert any(part_of(repair, more) for repair in repairs)
    assert lifted > 1000


def merged(less: Changed, other: Changed) -> Changed:
    """Return an order with further edits: additions above those there are, signs where free."""
    rest = tuple(c for c in other.added if c not in less.added)
    signs = tuple(a if a != 1 else b for a, b in zip(less.signs, other.signs, strict=True))
    return Changed((*rest, *less.added), signs)


def test_no_edit_is_tried_that_changes_nothing_between_two_states():
    """Statements below the level that tells two states apart, or that both fulfil, are left alone."""
    rng = np.random.default_rng(3)
    tried = 0
    for plain, graph in worlds(40, 2, 3, 4):
        wishes, levels = wishes_of((plain, graph), 0), [level for _, level in plain.orders[0]]
        for order in (EditedOrder(), *random_orders(rng, plain, 0, 5)):
            scores = plain.scores(0, changed_by(plain, 0, order))
            want, other = rng.integers(len(scores), size=2).tolist()
            apart = [a != b for a, b in zip(scores[want], scores[other], strict=True)]
            if scores[want] > scores[other] or True not in apart:
                continue
            deciding = apart.index(True) - len(order.added)
            for one in wishes.repairs(order, want, np.array([other])):
                for k in (one.reversed | one.deleted) - (order.reversed | order.deleted):
                    tried += 1
                    assert levels[k] <= deciding
                    assert plain.truth[0][k][want] != plain.truth[0][k][other]
    assert tried > 30


def test_kept_statements_are_not_edited_and_nothing_goes_above_them():
    graph = build_graph(open_shipped("japan-russia"), "2016-12")
    i, today = (
        graph.decider("ru"),
        int((np.flatnonzero(graph.feasible) == graph.status_quo.code).argmax()),
    )
    worst = np.delete(np.arange(len(graph.states)), today)
    free = Wishes(graph, i, vocabulary(graph), frozenset()).repairs(EditedOrder(), today, worst)
    kept = Wishes(graph, i, vocabulary(graph), frozenset({1})).repairs(EditedOrder(), today, worst)
    assert any(o.added for o in free)
    assert {k for o in free for k in o.reversed | o.deleted} == set(range(11))
    assert not any(o.added for o in kept)
    assert {k for o in kept for k in o.reversed | o.deleted} == set(range(11)) - {1}


def test_edits_in_words():
    graph = build_graph(open_shipped("japan-russia"), "1956")
    said = vocabulary(graph)
    wishes = Wishes(graph, 0, said, frozenset())
    order = EditedOrder((2, 0), frozenset({3}), frozenset({0, 1}))
    assert order.size == 5
    assert wishes.edits(order) == (
        Edit("jp", "add", 0, str(said[2][0])),
        Edit("jp", "add", 0, str(said[0][0])),
        Edit("jp", "reverse", 4, "not jp.accept2"),
        Edit("jp", "delete", 1, "not jp.accept2 if us.pressure"),
        Edit("jp", "delete", 2, "deal"),
    )


def test_an_order_too_long_for_exact_keys_is_refused():
    case = made_case({"a": ["a.x", "a.y"] * 30}, ["a.x", "a.y"])
    graph = build_graph(case, "main")
    wishes = Wishes(graph, 0, vocabulary(graph), frozenset())
    with pytest.raises(TooLarge, match="60 statements"):
        wishes.keys([EditedOrder()])
