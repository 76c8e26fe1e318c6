"""Best, worst and stable as the definitions say, for one decision maker after the other."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.diagrams.twins import codes_of, drawn_games
from tests.stability.symbolic.pairs import stable

from detente.kernels import reach
from detente.stability import CLASSICAL
from detente.stability.definition import joint_moves
from detente.stability.diagrams.sheet import Sheet
from detente.stability.diagrams.stable import best_own, stable_set, worst_forced
from detente.stability.diagrams.steps import step_of

SIZES = [(2, 4, 5, 12), (3, 5, 4, 10), (4, 6, 5, 4)]


def values_of(sheet, score, states):
    parts = [codes_of(sheet, part & sheet.feasible) for part in score]
    return {s: tuple(s in part for part in parts) for s in states}


def targets(graph, i, s):
    return {int(q) for q in reach(s, graph.moves[i]) if graph.feasible[q]} - {s}


@pytest.mark.parametrize(("deciders", "options", "longest", "many"), SIZES)
def test_the_best_that_is_within_reach(deciders, options, longest, many):
    for graph, game in drawn_games(deciders, options, longest, many):
        sheet = Sheet(game, range(options))
        states = np.flatnonzero(graph.feasible).tolist()
        for i in range(deciders):
            other = sheet.score((i + 1) % deciders)
            value = values_of(sheet, other, states)
            best = values_of(sheet, best_own(sheet, i, other), states)
            assert best == {s: max(value[q] for q in targets(graph, i, s) | {s}) for s in states}


@pytest.mark.parametrize("replies", ["moves", "improvements"])
@pytest.mark.parametrize(("deciders", "options", "longest", "many"), SIZES)
def test_the_worst_that_the_others_can_force(deciders, options, longest, many, replies):
    for graph, game in drawn_games(deciders, options, longest, many):
        sheet = Sheet(game, range(options))
        states = np.flatnonzero(graph.feasible).tolist()

        def go(j, s, graph=graph):
            ranks = graph.ranks[j]
            ends = targets(graph, j, s)
            return [q for q in ends if replies == "moves" or ranks[q] > ranks[s]]

        for i in range(deciders):
            others = [j for j in range(deciders) if j != i]
            score = sheet.score(i)
            value = values_of(sheet, score, states)
            steps = [step_of(sheet, j, replies) for j in others]
            worst = values_of(sheet, worst_forced(sheet, steps, score), states)
            assert worst == {
                s: min(value[q] for q in joint_moves(others, s, go) | {s}) for s in states
            }


@pytest.mark.parametrize("concept", CLASSICAL)
def test_stable_for_one(concept):
    member, answers = CLASSICAL[concept], set()
    for deciders, options, longest, many in SIZES:
        for graph, game in drawn_games(deciders, options, longest, many):
            sheet, want = Sheet(game, range(options)[::-1]), stable(graph, concept)
            for i in range(deciders):
                found = stable_set(sheet, i, member.replies, countermoves=member.countermoves)
                codes = codes_of(sheet, found)
                assert codes == set(np.flatnonzero(want[i] & graph.feasible).tolist())
                answers.add(len(codes))
    assert len(answers) > 10
