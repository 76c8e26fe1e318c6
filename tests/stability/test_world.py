"""The world of a search: moves and replies over feasible states, against plain sets."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from tests.stability.drawn import worlds
from tests.stability.plain import Plain

from detente.stability import CLASSICAL, Concept
from detente.stability.world import World

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def pairs(many: int, deciders: int = 3, options: int = 5) -> Iterator[tuple[Plain, World]]:
    kinds = set()
    for plain, graph in worlds(many, deciders, options):
        kinds.add((any(m.up or m.down for m in graph.moves), bool(graph.feasible.all())))
        yield plain, World(graph)
    assert len(kinds) == 4, "one-way moves and infeasible states must occur, and not always"


def places(plain: Plain, states: object) -> list[int]:
    return [plain.states.index(s) for s in sorted(states)]  # type: ignore[call-overload]


def test_targets_are_the_moves():
    for plain, world in pairs(60):
        for i in world.deciders:
            for place, s in enumerate(plain.states):
                assert world.targets(i, place).tolist() == places(
                    plain, plain.game.conflict.moves[i][s]
                )


def test_replies_are_the_joint_moves_of_the_others_and_the_state_itself():
    for plain, world in pairs(60):
        for i in world.deciders:
            for place, s in enumerate(plain.states):
                expected = places(plain, plain.game.conflict.replies(i, s) | {s})
                assert world.replies(i, place).tolist() == expected


def least(plain: Plain, concept: Concept, i: int, key: list[int], s: int) -> int:
    """Return the least that i can be left with at s or after any replies, as the words say."""
    conflict = plain.game.conflict
    value = dict(zip(plain.states, key, strict=True))
    if concept.replies == "none":
        return value[s]
    if not concept.countermoves:
        return min(value[q] for q in conflict.replies(i, s) | {s})
    kept = {q: max(value[t] for t in conflict.moves[i][q] | {q}) for q in plain.states}
    return min(value[s], *(kept[q] for q in conflict.replies(i, s) | {s}))


@every_concept
@pytest.mark.parametrize("deciders", [1, 3])
def test_the_floor_is_the_least_that_any_reply_leaves(concept, deciders):
    rng = np.random.default_rng(3)
    for plain, world in pairs(40, deciders, 4):
        keys = rng.integers(0, 1 << 50, size=(3, len(plain.states))).astype(np.float64)
        for i in world.deciders:
            found = world.floor(i, keys, concept)
            for key, row in zip(keys, found, strict=True):
                expected = [least(plain, concept, i, key.tolist(), s) for s in plain.states]
                assert row.tolist() == expected


def test_the_closure_of_improvements_is_what_others_gladly_do():
    for plain, world in pairs(60):
        conflict = plain.game.conflict

        def improving(j: int, place: int, plain: Plain = plain) -> list[int]:
            own = plain.game.conflict
            return places(plain, own.improvements(j, plain.states[place]))

        for i in world.deciders:
            for place, s in enumerate(plain.states):
                found = world.closure(i, place, improving)
                assert sorted(found) == places(plain, conflict.gladly(i, s) | {s})
                for wanted in found - {place}:
                    assert wanted in world.closure(i, place, improving, wanted.__eq__)
                assert world.closure(i, place, improving, lambda q: False) == found


def test_a_search_that_may_stop_does():
    """Else every reply would be looked at, though one is enough."""
    for plain, world in pairs(60):
        for place in range(len(plain.states)):
            found = world.closure(0, place, world.targets, lambda q: True)
            assert len(found) <= 2
