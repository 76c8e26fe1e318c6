"""Every strict ordinal 2 x 2 game, made here, and the games whose results the books tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import permutations

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.contracts.graph_games import as_defined

from detente.kernels.arcs import arcs_from
from detente.stability import CLASSICAL, build_graph, concept_named
from detente.stability.analysis import Analysis
from detente.stability.game import Game, Ranked

Order = tuple[int, ...]
Pair = tuple[Order, Order]

FREE = tuple(arcs_from([(s, s ^ bit) for s in range(4)], 4) for bit in (1, 2))
TURNED = [0, 2, 1, 3]  # the state in which row and column have changed places
ORDERS = list(permutations(range(4)))
HORIZONS = range(1, 7)
NAMES = [
    *CLASSICAL,
    *[f"lh:{h}" for h in HORIZONS],
    *["nm", "stackelberg:row", "stackelberg:column", "sim", "policy", "berge"],
    *["mr:4", "mr:5", "cmr:4", "lcc:2", "lci:2"],
]


def game_of(pair: Pair) -> Game:
    """Bit 0 is the row's second strategy, bit 1 the column's; higher ranks are better."""
    relations = tuple(Ranked(np.array(order)) for order in pair)
    return Game(("row", "column"), ("s0", "s1", "s2", "s3"), FREE, relations, codes=np.arange(4))


def renamed(pair: Pair) -> Iterator[Pair]:
    """Yield the game under other names of its strategies and of its players."""
    for mask in range(4):
        row, column = (tuple(order[s ^ mask] for s in range(4)) for order in pair)
        yield row, column
        yield tuple(column[s] for s in TURNED), tuple(row[s] for s in TURNED)


@cache
def all_games() -> dict[Pair, set[Pair]]:
    """Every game once, with all its names."""
    pairs = [(row, column) for row in ORDERS for column in ORDERS]
    return {min(renamed(p)): set(renamed(p)) for p in pairs}


def equilibria(name: str, pair: Pair) -> int:
    return int(concept_named(name).stable(game_of(pair)).all(axis=0).sum())


def test_there_are_seventy_eight() -> None:
    games = all_games()
    assert (len(games), sum(map(len, games.values()))) == (78, 576)
    agreed = [p for p in games if p[0].index(3) == p[1].index(3)]
    assert (len(agreed), len(games) - len(agreed)) == (21, 57)


def test_how_many_have_no_one_or_two_nash_equilibria() -> None:
    games, matrices = Counter[int](), Counter[int]()
    for pair, names in all_games().items():
        games[equilibria("nash", pair)] += 1
        matrices[equilibria("nash", pair)] += len(names)
    assert matrices == {0: 72, 1: 432, 2: 72}
    assert games == {0: 9, 1: 57, 2: 12}


@pytest.mark.parametrize("name", NAMES)
def test_computed_as_defined(name: str) -> None:
    concept = concept_named(name)
    for pair in all_games():
        game = game_of(pair)
        expected = as_defined(concept, game.conflict(), game.deciders)
        assert np.array_equal(concept.stable(game), expected), pair


@pytest.mark.parametrize("name", [n for n in NAMES if "stackelberg" not in n])
def test_names_of_strategies_and_players_do_not_matter(name: str) -> None:
    for names in list(all_games().values())[::7]:
        assert len({equilibria(name, pair) for pair in names}) == 1


@pytest.mark.parametrize("leader", [0, 1])
def test_the_leader_takes_the_follower_into_account(leader: int) -> None:
    """With strict preferences the one who leads chooses where the other's best answer suits it."""
    follower, own, others = 1 - leader, 1 << leader, 2 >> leader
    for pair in all_games():
        answers = [max((s, s ^ others), key=lambda q: pair[follower][q]) for s in (0, own)]
        best = max(answers, key=lambda q: pair[leader][q])
        led = concept_named(f"stackelberg:{('row', 'column')[leader]}")
        found = np.flatnonzero(led.stable(game_of(pair)).all(axis=0))
        assert found.tolist() == [best]


def test_every_game_has_a_general_metarational_and_a_sequential_state() -> None:
    assert all(equilibria(name, pair) for pair in all_games() for name in ("gmr", "seq", "policy"))


def test_foresight_comes_round() -> None:
    """Non-myopic stability is limited-move stability at every horizon of one round."""
    for pair in all_games():
        game = game_of(pair)
        long = [concept_named(f"lh:{h}").stable(game) for h in range(12, 25)]
        assert np.array_equal(concept_named("nm").stable(game), np.all(long, axis=0)), pair


# Two games of the books: C cooperates or gives way, D does not; row first -----------------

CC, DC, CD, DD = range(4)
DILEMMA: Pair = ((2, 3, 0, 1), (2, 0, 3, 1))
CHICKEN: Pair = ((2, 3, 1, 0), (2, 1, 3, 0))
TOLD = [
    (DILEMMA, "nash", {DD}),
    *[(DILEMMA, name, {CC, DD}) for name in ("gmr", "smr", "seq", "nm")],
    (DILEMMA, "lh:1", {DD}),
    *[(DILEMMA, f"lh:{h}", {CC, DD}) for h in range(2, 12)],
    *[(DILEMMA, f"stackelberg:{leader}", {DD}) for leader in ("row", "column")],
    *[(CHICKEN, name, {CD, DC}) for name in ("nash", "seq", "lh:1")],
    *[(CHICKEN, name, {CC, CD, DC}) for name in ("gmr", "smr")],
    (CHICKEN, "lh:2", set()),
    *[(CHICKEN, f"lh:{h}", {CC}) for h in range(3, 12)],
    (CHICKEN, "nm", {CC}),
    (CHICKEN, "stackelberg:row", {DC}),
    (CHICKEN, "stackelberg:column", {CD}),
    # the Berge equilibrium of the dilemma is cooperation, by both
    (DILEMMA, "berge", {CC}),
]


@pytest.mark.parametrize(("pair", "name", "states"), TOLD, ids=str)
def test_what_is_told_of_the_dilemma_and_of_chicken(pair, name, states) -> None:
    concept, game = concept_named(name), game_of(pair)
    assert set(np.flatnonzero(concept.stable(game).all(axis=0)).tolist()) == states
    defined = as_defined(concept, game.conflict(), game.deciders)
    assert set(np.flatnonzero(defined.all(axis=0)).tolist()) == states


# The cases of the literature --------------------------------------------------------------

SMALL = ["chicken", "cuba-1962", "elmira-1991", "prisoners-dilemma", "syria-iraq-1975"]


@pytest.mark.parametrize("case", SMALL)
def test_shipped_cases_are_computed_as_defined(case) -> None:
    graph = build_graph(open_shipped(case), "main")
    analysis = Analysis(graph)
    leaders = [f"stackelberg:{d}" for d in graph.deciders]
    two = [*leaders, "nm", *[f"lh:{h}" for h in HORIZONS]] if len(graph.deciders) == 2 else []
    for name in [*two, "sim", "mr:4", "mr:5", "cmr:4", "lcc:3", "lci:3", "berge"]:
        concept = concept_named(name)
        expected = as_defined(concept, analysis.game.conflict(), graph.deciders)
        assert np.array_equal(analysis.stable(concept)[:, graph.feasible], expected), name
        assert not analysis.stable(concept)[:, ~graph.feasible].any()


@pytest.mark.parametrize("case", SMALL)
def test_the_ladder_of_metarationality_on_the_cases(case) -> None:
    analysis = Analysis(build_graph(open_shipped(case), "main"))
    pairs = zip(("mr:1", "mr:2", "mr:3", "cmr:2"), ("nash", "gmr", "smr", "seq"), strict=True)
    for rung, classical in pairs:
        found, known = (analysis.stable(concept_named(n)) for n in (rung, classical))
        assert np.array_equal(found, known), rung
