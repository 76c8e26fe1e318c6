"""Evolution: what is said of each state reached is what walks one by one say."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.graph_games import drawn_graph
from tests.kernels.strolling import Moves, legal_walks, loops, onward, shortest_lengths
from tests.stability.drawn import worlds

from detente.stability.definition import Conflict
from detente.stability.evolution import By, Evolution
from detente.stability.evolve import evolve, evolve_game

every_kind = pytest.mark.parametrize("by", ["improvements", "moves"])


def moves_of(conflict: Conflict, by: By) -> Moves:
    """Return the moves that count, over states from 0 on, whether they are feasible or not."""
    size = max(conflict.states) + 1
    step = conflict.improvements if by == "improvements" else lambda i, s: conflict.moves[i][s]
    return [
        {s: frozenset(step(i, s)) if s in conflict.states else frozenset() for s in range(size)}
        for i in conflict.everyone
    ]


def compare(found: Evolution[object], conflict: Conflict, start: int, by: By) -> None:
    moves, names = moves_of(conflict, by), list(found.deciders)
    defined = shortest_lengths(moves, start)
    fewest = {s: min(n for (_, t), n in defined.items() if t == s) for _, s in defined}
    fewest[start] = 0
    assert {r.number: r.moves for r in found.reached} == fewest
    assert found.reached[0].number == start
    assert [r.moves for r in found.reached] == sorted(fewest.values())
    for r in found.reached:
        last = {names[j]: n for (j, s), n in defined.items() if s == r.number}
        assert dict(r.last) == last
        gains = [names[i] for i in conflict.everyone if conflict.improvements(i, r.number)]
        assert list(r.leavers) == gains
        assert r.stops == (not gains)


def ends(found: Evolution[object], number: int) -> set[tuple[str, object]]:
    return {(s.actor, s.before) for s in found.last_steps(number)}


def check_ways(found: Evolution[object], conflict: Conflict, start: int, by: By) -> None:
    moves, names = moves_of(conflict, by), list(found.deciders)
    label = {r.number: r.state for r in found.reached}
    for r in found.reached:
        walks = legal_walks(moves, start, r.moves)
        ways = [w for w in walks if not w or w[-1][1] == r.number]
        told = {tuple((names[j], label[s]) for j, s in w) for w in ways}
        assert {tuple((s.actor, s.after) for s in w) for w in found.ways(r.number)} == told
        assert len(found.ways(r.number, 1)) == 1
        for way in found.ways(r.number):
            states = [found.start, *(s.after for s in way)]
            assert [s.before for s in way] == states[:-1]
        before = {(names[w[-1][0]], label[w[-2][1] if w[1:] else start]) for w in ways if w}
        assert ends(found, r.number) == before


@every_kind
def test_option_form(by: By) -> None:
    far = 0
    for plain, graph in worlds(30, 3, 4):
        found = evolve(graph, by=by)
        compare(found, plain.game.conflict, plain.status_quo, by)
        check_ways(found, plain.game.conflict, plain.status_quo, by)
        assert found.complete
        assert found.start == graph.status_quo
        assert [r.state for r in found.reached] == [graph.state(r.number) for r in found.reached]
        far = max(far, found.reached[-1].moves)
    assert far >= 3


@every_kind
def test_graph_form_with_moves_that_are_not_transitive(by: By) -> None:
    held_back = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        game = drawn_graph(rng, int(rng.integers(2, 4)), 6)
        conflict, start = game.conflict(), int(rng.integers(6))
        found = evolve_game(game, start, by)
        compare(found, conflict, start, by)
        check_ways(found, conflict, start, by)
        moves = moves_of(conflict, by)
        anyhow, pending = {start}, [start]
        while pending:
            s = pending.pop()
            fresh = {t for own in moves for t in own[s]} - anyhow
            anyhow |= fresh
            pending += fresh
        held_back += len(anyhow) > len(found.reached)
    assert held_back, "the rule of succession never mattered"


@every_kind
def test_cycles_of_improvements_that_walks_lead_into(by: By) -> None:
    sizes, ends = set[int](), set[bool]()
    for seed in range(60):
        game = drawn_graph(np.random.default_rng([seed, 3]), 3, 7)
        conflict, found = game.conflict(), evolve_game(game, 0, by)
        gains = moves_of(conflict, "improvements")
        among = set(shortest_lengths(moves_of(conflict, by), 0))
        defined: dict[tuple[int, ...], bool] = {}
        for loop in loops(gains, among):
            states = tuple(sorted({s for _, s in loop}))
            out = any(onward(gains, node) - loop for node in loop)
            defined[states] = defined.get(states, True) and not out
        told = [(tuple(map(game.labels.index, c.states)), c.closed) for c in found.cycles]
        assert told == sorted(defined.items())
        sizes |= set(map(len, defined))
        ends |= set(defined.values())
    assert len(sizes) > 2
    assert ends == {True, False}


def test_cut_off() -> None:
    cut = 0
    for _, graph in worlds(20, 3, 4):
        whole, part = evolve(graph, by="moves"), evolve(graph, by="moves", within=1)
        assert [r.number for r in part.reached] == [r.number for r in whole.reached if r.moves <= 1]
        assert all(set(r.last.values()) <= {1} for r in part.reached)
        cut += not part.complete
    assert cut
