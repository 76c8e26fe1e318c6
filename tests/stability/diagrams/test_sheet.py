"""A sheet says of every state what the graph on arrays says of it."""

from __future__ import annotations

import numpy as np
from tests.stability.diagrams.twins import codes_of, drawn_games, set_of

from detente.stability.diagrams.sheet import Sheet


def test_feasible_states_and_scores_are_those_of_the_graph():
    ties = 0
    for seed, (graph, game) in enumerate(drawn_games(3, 6, 6, 16)):
        order = np.random.default_rng(seed).permutation(len(game.options)).tolist()
        sheet = Sheet(game, order)
        everywhere = set(np.flatnonzero(graph.feasible).tolist())
        assert codes_of(sheet, sheet.feasible) == everywhere
        assert sheet.states(sheet.feasible) == len(everywhere)
        for i, mover in enumerate(game.movers):
            score = [codes_of(sheet, wish & sheet.feasible) for wish in sheet.score(i)]
            assert len(score) == sum(map(len, mover.levels))
            ties += any(len(level) > 1 for level in mover.levels)
            reached = {s: tuple(s in wish for wish in score) for s in everywhere}
            places = {value: rank for rank, value in enumerate(sorted(set(reached.values())))}
            assert {s: places[v] for s, v in reached.items()} == {
                s: int(graph.ranks[i, s]) for s in everywhere
            }
    assert ties > 5


def test_named_conditions_and_bits_are_read():
    for graph, game in drawn_games(2, 5, 3, 10):
        sheet = Sheet(game, range(5))
        for text in ("deal", "goal", "e.bit", "not deal and e.bit"):
            found = sheet.of(graph.formula(text)) & sheet.feasible
            assert codes_of(sheet, found) == set(np.flatnonzero(graph.where(text)).tolist())


def test_states_at_the_start_of_a_move_are_told_from_those_now():
    _, game = next(drawn_games(2, 4, 3, 1))
    sheet = Sheet(game, [2, 0, 3, 1])
    found = set_of(sheet, [0b0011, 0b0110])
    before = sheet.at_start(found, [0, 2])
    assert before != found
    assert before == (
        sheet.now(1)
        & ~sheet.now(3)
        & (sheet.then(0) & ~sheet.then(2) | ~sheet.then(0) & sheet.then(2))
    )
    assert sheet.after_all(before, [0, 2]) == found
    assert sheet.diagrams.exists(found, sheet.cube([0, 2])) == sheet.now(1) & ~sheet.now(3)
