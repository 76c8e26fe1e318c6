"""Paths: moves of one party, where self-interest leads, and answers that are as short as can be."""

from __future__ import annotations

import pytest
from tests.stability.drawn import worlds

from detente.stability import CLASSICAL, Concept
from detente.stability.analysis import Analysis
from detente.stability.definition import Conflict
from detente.stability.paths import improvement_paths, sanction_path, targets

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def test_targets_are_the_feasible_states_one_move_away():
    for plain, graph in worlds(40, 3, 5):
        for i, moves in enumerate(plain.game.conflict.moves):
            for s in plain.states:
                assert targets(graph, i, s).tolist() == sorted(moves[s])


def distances(conflict: Conflict, start: int) -> dict[int, int]:
    """Return how many improvements lead from a state to each that any lead to."""
    found, ring = {start: 0}, {start}
    while ring:
        near = {t for s in ring for i in conflict.everyone for t in conflict.improvements(i, s)}
        ring = near - set(found)
        found |= dict.fromkeys(ring, max(found.values()) + 1)
    return found


def test_self_interested_paths_are_improvements_and_shortest():
    longest = 0
    for plain, graph in worlds(60, 3, 4):
        conflict = plain.game.conflict
        for start in graph.states:
            found = improvement_paths(graph, start)
            assert {s.code: len(path) for s, path in found.items()} == distances(
                conflict, start.code
            )
            for state, path in found.items():
                at = start.code
                for step in path:
                    assert step.to.code in conflict.improvements(graph.decider(step.actor), at)
                    assert step.to == graph.state(step.to.code)
                    at = step.to.code
                assert at == state.code
                longest = max(longest, len(path))
    assert longest >= 4


def test_reachable_equilibria_are_those_with_a_path_from_the_status_quo():
    kinds = set()
    for plain, graph in worlds(60, 3, 4):
        steps = distances(plain.game.conflict, plain.status_quo)
        for equilibrium in Analysis(graph).equilibria("gmr"):
            assert equilibrium.reachable == (equilibrium.state.code in steps)
            if equilibrium.path is not None:
                assert len(equilibrium.path) == steps[equilibrium.state.code]
            kinds.add(None if equilibrium.path is None else len(equilibrium.path))
    assert kinds >= {None, 0, 1, 2}


def deters(conflict: Conflict, concept: Concept, i: int, s: int, q: int) -> bool:
    """Return whether q is no better than s for i, even after a counter-move where that counts."""
    counter = conflict.moves[i][q] if concept.countermoves else ()
    return all(conflict.at_least(i, s, t) for t in (q, *counter))


def fewest_replies(
    conflict: Conflict, concept: Concept, i: int, start: int, ends: set[int]
) -> int | None:
    """Return the length of a shortest legal sequence of replies that ends in one of some states."""
    steps = {
        "none": lambda j, q: (),
        "moves": lambda j, q: conflict.moves[j][q],
        "improvements": conflict.improvements,
    }
    step, length = steps[concept.replies], 0
    seen: set[tuple[int, int]] = set()
    ring = {(start, -1)}
    while ring:
        seen |= ring
        length += 1
        turns = [(q, j) for q, last in ring for j in conflict.others(i) if j != last]
        ring = {(t, j) for q, j in turns for t in step(j, q)} - seen
        if any(q in ends for q, _ in ring):
            return length
    return None


@every_concept
def test_an_answer_is_as_short_as_can_be(concept):
    lengths = set()
    for plain, graph in worlds(30, 3, 5):
        conflict, analysis = plain.game.conflict, Analysis(graph)
        for i in conflict.everyone:
            escape = analysis.escape(i)
            for s in plain.states:
                enough = {q for q in plain.states if deters(conflict, concept, i, s, q)}
                for t in conflict.improvements(i, s):
                    path = sanction_path(graph, concept, i, s, t, escape)
                    assert (len(path) or None) == fewest_replies(conflict, concept, i, t, enough)
                    lengths.add(len(path))
    assert lengths >= ({0} if concept.key == "nash" else {0, 1, 2})
