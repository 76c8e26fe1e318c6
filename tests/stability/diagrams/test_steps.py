"""A step leads where the moves of its decision maker lead, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.diagrams.twins import codes_of, drawn_games, set_of
from tests.stability.drawn import made_case

from detente.case import Case
from detente.kernels import reach
from detente.stability import Settings
from detente.stability.diagrams.sheet import Sheet
from detente.stability.diagrams.steps import Leap, Slide, permitted, step_of
from detente.stability.symbolic.game import read_game


def moves_of(graph, i, replies, s):
    """Return where decision maker i may go from a feasible state, by the graph on arrays."""
    reached = {int(q) for q in reach(s, graph.moves[i]) if graph.feasible[q] and q != s}
    ranks = graph.ranks[i]
    return {q for q in reached if replies == "moves" or ranks[q] > ranks[s]}


@pytest.mark.parametrize("replies", ["moves", "improvements"])
def test_the_states_from_which_one_move_leads_into_a_set(replies):
    kinds = set()
    for seed, (graph, game) in enumerate(drawn_games(3, 6, 4, 20)):
        rng = np.random.default_rng(seed)
        sheet = Sheet(game, rng.permutation(6).tolist())
        feasible = np.flatnonzero(graph.feasible).tolist()
        for i in range(3):
            step = step_of(sheet, i, replies)
            kinds.add(type(step))
            target = {s for s in feasible if rng.random() < 0.3}
            led = codes_of(sheet, step.into(set_of(sheet, target)))
            want = {s for s in feasible if moves_of(graph, i, replies, s) & target}
            if replies == "moves":  # staying counts as a move that can be taken back
                assert led - target == want - target
            else:
                assert led == want
    assert kinds == ({Slide, Leap} if replies == "moves" else {Leap})


@pytest.mark.parametrize("replies", ["moves", "improvements"])
@pytest.mark.parametrize("lasting", [(), ("b.y",)])
def test_no_step_starts_from_an_infeasible_state(replies, lasting):
    case = made_case({"a": ["a.x"], "b": ["b.y"]}, ["a.x", "b.y", "b.z"], ["b.y or a.x"])
    data = case.model_dump(mode="json", exclude_unset=True)
    data["models"]["main"]["status_quo"] = {"a.x": True}
    game = read_game(Case.model_validate(data), "main", Settings(irreversible=lasting))
    sheet = Sheet(game, [1, 2, 0])
    led = codes_of(sheet, step_of(sheet, 1, replies).into(set_of(sheet, [0b010, 0b011])))
    assert led - {0b010, 0b011} == {0b001, 0b101} | (
        {0b110, 0b111} if replies == "moves" else set()
    )


def test_moves_that_neither_enter_nor_leave_a_set():
    for seed, (graph, game) in enumerate(drawn_games(3, 6, 4, 12)):
        rng = np.random.default_rng(seed)
        sheet = Sheet(game, range(6))
        feasible = np.flatnonzero(graph.feasible).tolist()
        fence = {s for s in feasible if rng.random() < 0.5}
        target = {s for s in feasible if rng.random() < 0.5}
        for i in range(3):
            step = step_of(sheet, i, "improvements").within(set_of(sheet, fence))
            led = codes_of(sheet, step.into(set_of(sheet, target)))
            want = {
                s
                for s in feasible
                for q in moves_of(graph, i, "improvements", s) & target
                if (s in fence) == (q in fence)
            }
            assert led == want


def test_what_is_permitted_takes_nothing_lasting_back():
    lasting = 0
    for graph, game in drawn_games(2, 4, 3, 12):
        sheet = Sheet(game, range(4))
        for i, moves in enumerate(graph.moves):
            found = permitted(sheet, i)
            for start in range(16):
                at_start = found
                for bit in range(4):
                    value = sheet.then(bit) if start >> bit & 1 else ~sheet.then(bit)
                    at_start &= value
                pairs = sheet.diagrams.exists(at_start, sheet.diagrams.cube(range(1, 8, 2)))
                ends = codes_of(sheet, pairs)
                up = sum(1 << b for b in moves.up)
                down = sum(1 << b for b in moves.down)
                want = {
                    q
                    for q in np.flatnonzero(graph.feasible).tolist()
                    if not (start & ~q & up) and not (q & ~start & down)
                }
                assert ends == want
                lasting += len(want) < graph.feasible.sum()
    assert lasting > 20
