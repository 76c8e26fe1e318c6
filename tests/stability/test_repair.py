"""The search for one state: all sets of edits of the smallest number, and how it ends."""

from __future__ import annotations

from itertools import chain

import pytest
from tests.stability.drawn import World as Drawn
from tests.stability.drawn import only, worlds
from tests.stability.oracle import Oracle

from detente.stability import CLASSICAL, CONCEPTS, Concept, repair
from detente.stability.edits import EditedOrder, Wishes, vocabulary
from detente.stability.repair import Repairs
from detente.stability.world import World

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def repairs_of(drawn: Drawn, concept: Concept, frozen: tuple[int, ...] = ()) -> Repairs:
    graph = drawn[1]
    said = vocabulary(graph)
    wishes = [Wishes(graph, i, said, frozenset()) for i in range(len(graph.deciders))]
    base = [w.keys([EditedOrder()])[0] for w in wishes]
    return Repairs(World(graph), [None if w.i in frozen else w for w in wishes], concept, base)


def never() -> None:
    """Do nothing: the search may take its time."""


def signs(orders: repair.Orders) -> list[tuple[int, ...]]:
    return [(o.size, *sorted(o.reversed), -1, *sorted(o.deleted)) for o in orders]


@every_concept
def test_each_state_is_repaired_with_the_fewest_edits(concept):
    edits = set()
    for plain, graph in worlds(12, 2, 3, 3):
        repairs, oracle = repairs_of((plain, graph), concept), Oracle(plain, concept)
        for place, s in enumerate(plain.states):
            fewest, solutions = oracle.answer(only(plain, s))
            for budget in range(2 if fewest is None else fewest):
                assert list(repairs.search(place, budget, never)) == []
            if fewest is not None:
                found = list(repairs.search(place, fewest, never))
                assert len(set(found)) == len(found) == len(solutions)
                assert {sum(o.size for o in orders) for orders in found} == {fewest}
            edits.add(fewest)
    assert edits >= {0, 1, 2}


@every_concept
def test_parties_left_alone_keep_their_order(concept):
    repaired = 0
    for plain, graph in worlds(10, 3, 4, 3):
        repairs = repairs_of((plain, graph), concept, frozen=(0, 2))
        for place in range(len(plain.states)):
            for budget in (0, 1):
                found = list(repairs.search(place, budget, never))
                repaired += budget * len(found)
                assert all(o[0] == o[2] == EditedOrder() for o in found)
                if found:
                    break
    assert repaired


@every_concept
def test_what_is_remembered_changes_nothing(concept, monkeypatch):
    """A full memory once dropped rows that were still wanted."""
    drawn = list(worlds(8, 2, 4, 4))
    plenty = [_everything(d, concept) for d in drawn]
    monkeypatch.setattr(repair, "_REMEMBERED", 2)
    assert [_everything(d, concept) for d in drawn] == plenty


def _everything(drawn: Drawn, concept: Concept) -> list[object]:
    repairs = repairs_of(drawn, concept)
    found: list[object] = []
    for place in range(len(drawn[0].states)):
        for budget in range(3):
            sets = list(repairs.search(place, budget, never))
            found.append((place, budget, sorted(map(signs, sets))))
            if sets:
                break
    return found


def test_the_search_asks_at_every_step_whether_to_go_on():
    drawn = next(worlds(1, 2, 4))
    steps = []

    def stop() -> None:
        steps.append(1)
        if len(steps) == 5:
            raise TimeoutError

    repairs = repairs_of(drawn, CONCEPTS["nash"])
    places = range(len(drawn[0].states))
    searches = chain.from_iterable(repairs.search(place, 2, stop) for place in places)
    with pytest.raises(TimeoutError):
        list(searches)
    assert len(steps) == 5
