"""The parts of an answer come in their order, and stop with None where nodes run out."""

from __future__ import annotations

import pickle

import pytest
from benchmarks.beyond import conflict
from tests.stability.diagrams.twins import drawn_games
from tests.stability.symbolic.pairs import stable

from detente.stability.diagrams.solve import Job, solve
from detente.stability.diagrams.table import Table
from detente.stability.symbolic.game import read_game


def test_feasible_then_each_then_all():
    for graph, game in drawn_games(3, 5, 4, 8):
        feasible, *tables = solve(Job(game, (("moves", False),) * 3))
        assert feasible == graph.feasible.sum()
        codes = [{code for code in range(32) if code in table} for table in tables]
        assert len(codes) == 4
        want = stable(graph, "gmr") & graph.feasible
        assert [len(own) for own in codes[:3]] == want.sum(axis=1).tolist()
        assert codes[3] == codes[0] & codes[1] & codes[2]


@pytest.mark.parametrize(("nodes", "least"), [(100, 0), (3000, 1)])
def test_what_is_settled_before_nodes_run_out_stays(nodes, least):
    game = read_game(conflict(60, 6), "main")
    parts = list(solve(Job(game, (("improvements", False),) * 6, nodes)))
    assert parts[-1] is None
    assert least <= len(parts) - 1 <= 7
    assert all(isinstance(part, int | Table) for part in parts[:-1])


def test_a_job_goes_to_another_process_and_back():
    _, game = next(drawn_games(3, 5, 4, 1))
    job = Job(game, (("none", False),) * 3)
    (one, *tables), (other, *same) = solve(job), solve(pickle.loads(pickle.dumps(job)))
    assert one == other
    assert [t.count for t in tables] == [t.count for t in same]
