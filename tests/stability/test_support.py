"""What holds a state up: each statement deleted or reversed, against orders written anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.stability.drawn import worlds
from tests.stability.plain import Plain

from detente.stability import CLASSICAL, CONCEPTS
from detente.stability.support import support

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def holds_after(plain: Plain, concept: str, i: int, k: int, sign: int, s: int) -> bool:
    """Return whether a state is an equilibrium once one statement of i has another sign."""
    before = plain.unchanged(i)
    signs = (*before.signs[:k], sign, *before.signs[k + 1 :])
    profile = [plain.ranks(j) for j in range(len(plain.deciders))]
    profile[i] = plain.ranks(i, replace(before, signs=signs))
    conflict = plain.conflict(profile)
    return all(CONCEPTS[concept].holds(conflict, j, s) for j in conflict.everyone)


@every_concept
def test_each_statement_is_deleted_and_reversed_in_turn(concept):
    verdicts = set()
    for plain, graph in worlds(12, 3, 4):
        for state in graph.states[:4]:
            found = support(graph, state, [concept])
            assert [(f.actor, f.position, f.statement) for f in found] == [
                (actor, k, statement)
                for actor, order in zip(graph.deciders, graph.orders, strict=True)
                for k, statement in enumerate(order, 1)
            ]
            for f in found:
                place = (graph.decider(f.actor), f.position - 1)
                for result, sign in ((f.deleted, 0), (f.reversed, -1)):
                    expected = holds_after(plain, concept.key, *place, sign, state.code)
                    assert dict(result) == {concept.key: expected}
                    verdicts.add((sign, expected))
    assert verdicts == {(0, True), (0, False), (-1, True), (-1, False)}


def test_several_concepts_are_told_apart():
    for _, graph in worlds(10, 2, 3):
        both = support(graph, graph.status_quo, [CONCEPTS["nash"], CONCEPTS["gmr"]])
        alone = [support(graph, graph.status_quo, [CONCEPTS[key]]) for key in ("nash", "gmr")]
        for f, nash, gmr in zip(both, *alone, strict=True):
            assert f.deleted == {**nash.deleted, **gmr.deleted}
            assert f.reversed == {**nash.reversed, **gmr.reversed}


def test_the_graph_is_left_as_it_was():
    _, graph = next(worlds(1, 3, 4))
    before = graph.ranks.copy()
    support(graph, graph.status_quo, list(CLASSICAL.values()))
    assert (graph.ranks == before).all()
