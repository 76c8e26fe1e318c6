"""Small games with known answers: where a common shortcut fails, and whole families of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from tests.casebook.shipped import game_of
from tests.contracts.games import Game, by_definition, by_kernel, equilibria, once_each

from detente.stability import CONCEPTS
from detente.stability.definition import Conflict

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
both_forms = pytest.mark.parametrize("form", [by_kernel, by_definition])


def game_from(owners: tuple[int, ...], best_to_worst: list[list[int]]) -> Game:
    """Return a reversible game with every state feasible, from its rankings."""
    size = 1 << len(owners)
    ranks = np.array([[size - 1 - order.index(s) for s in range(size)] for order in best_to_worst])
    return Game(owners, ("free",) * len(owners), np.ones(size, dtype=bool), ranks.astype(np.int32))


class OnceOnly(Conflict):
    """A wrong reading of joint moves: nobody may move a second time."""

    def gladly(self, i: int, s: int) -> frozenset[int]:
        return once_each(self.others(i), s, self.improvements)


@pytest.fixture
def smallest() -> Game:
    """The smallest conflict in which the wrong reading loses an equilibrium."""
    orders = ["84576231", "75624183", "64281573"]
    return game_from((0, 1, 2), [[int(s) - 1 for s in order] for order in orders])


@both_forms
def test_the_smallest_counterexample_has_four_sequential_equilibria(form, smallest):
    found = equilibria(form(CONCEPTS["seq"], smallest), smallest)
    assert [s + 1 for s in found] == [2, 4, 6, 7]


def test_an_engine_that_lets_each_opponent_move_once_loses_one(smallest):
    wrong = OnceOnly(smallest.conflict.states, smallest.conflict.moves, smallest.conflict.ranks)
    seq = CONCEPTS["seq"]
    found = [s + 1 for s in wrong.states if all(seq.holds(wrong, i, s) for i in wrong.everyone)]
    assert found == [2, 6, 7]


@pytest.mark.parametrize(
    ("concept", "count"), [("nash", 240), ("seq", 384), ("gmr", 384), ("smr", 300)]
)
class TestSyriaFree:
    """Syria and Iraq 1975: for how many of Syria's 720 strict rankings does state 2 hold?"""

    TARGET = 0b001  # water released, nobody escalates or attacks

    @pytest.fixture
    def profiles(self) -> Game:
        game = game_of("syria-iraq-1975", "main")
        ranks = np.full((2, 720, 8), -1, dtype=np.int32)
        ranks[0][:, game.feasible] = list(permutations(range(6)))
        ranks[1] = game.ranks[1]
        return game.with_ranks(ranks)

    def test_in_one_batch(self, profiles, concept, count):
        stable = np.all(by_kernel(CONCEPTS[concept], profiles), axis=0)
        assert stable[:, profiles.states.index(self.TARGET)].sum() == count

    def test_by_definition(self, profiles, concept, count):
        holds, held = CONCEPTS[concept].holds, 0
        moves = profiles.with_ranks(profiles.ranks[:, 0]).conflict.moves
        for k in range(720):
            ranks = [{s: int(own[k, s]) for s in profiles.states} for own in profiles.ranks]
            conflict = Conflict(profiles.states, moves, ranks)
            held += all(holds(conflict, i, self.TARGET) for i in (0, 1))
        assert held == count


CELLS = ["a11", "a12", "a21", "a22"]
CODES = [0b00, 0b10, 0b01, 0b11]  # bit 0: the row's second strategy, bit 1: the column's
COLUMNS = {
    "nash": "pure_nash_nashpy",
    "gmr": "eq_GMR_by_definition",
    "smr": "eq_SMR_by_definition",
    "seq": "eq_SEQ_by_definition",
}


def rows(name: str) -> list[dict[str, str]]:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"validation data are not at hand: {path}")
    with path.open(newline="") as text:
        return list(csv.DictReader(text))


def two_by_two(payoffs: list[tuple[list[int], list[int]]]) -> Game:
    """Return 2x2 games as one batch, from the payoffs of row and column in each cell."""
    ranks = np.zeros((2, len(payoffs), 4), dtype=np.int32)
    ranks[..., CODES] = np.array(payoffs).swapaxes(0, 1)
    return Game((0, 1), ("free", "free"), np.ones(4, dtype=bool), ranks)


def cells_of(games: Game, concept: str) -> Iterator[set[str]]:
    for stable in np.all(by_kernel(CONCEPTS[concept], games), axis=0):
        yield {cell for cell, code in zip(CELLS, CODES, strict=True) if stable[code]}


@pytest.mark.parametrize("concept", COLUMNS)
def test_the_strict_ordinal_games_of_rapoport_and_guyer(concept):
    table = rows("games_2x2_rapoport_guyer.csv")
    pairs = [[row[c].split(",") for c in CELLS] for row in table]
    games = two_by_two([([int(a) for a, _ in p], [int(b) for _, b in p]) for p in pairs])
    expected = [set(filter(None, row[COLUMNS[concept]].split("|"))) for row in table]
    assert list(cells_of(games, concept)) == expected
    for k in range(len(table)):
        alone = games.with_ranks(games.ranks[:, k])
        held = equilibria(by_definition(CONCEPTS[concept], alone), alone)
        assert {CELLS[CODES.index(s)] for s in held} == expected[k]


def test_nash_on_all_576_strict_two_by_two_matrices():
    table = rows("games_2x2_all576_nash.csv")
    games = two_by_two([(list(map(int, r["row"])), list(map(int, r["col"]))) for r in table])
    found = list(cells_of(games, "nash"))
    assert found == [set(filter(None, r["pure_nash"].split("|"))) for r in table]
    assert [sum(len(f) == n for f in found) for n in (1, 2, 0)] == [432, 72, 72]


def test_how_many_of_the_576_have_an_equilibrium_needs_no_data():
    orders = [list(p) for p in permutations((1, 2, 3, 4))]
    found = list(cells_of(two_by_two([(r, c) for r in orders for c in orders]), "nash"))
    assert [sum(len(f) == n for f in found) for n in (1, 2, 0)] == [432, 72, 72]
