"""What every concept that is no threshold must keep: computed as defined, and in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from tests.contracts.games import by_definition, by_kernel, draw, games
from tests.contracts.graph_games import as_defined, drawn_graph, in_graph_form

from detente.errors import UsageError
from detente.stability import CLASSICAL, CONCEPTS, Concept, concept_named
from detente.stability.definition import Conflict
from detente.stability.families import Family
from detente.stability.game import Game, Ranked

FOR_TWO = ["lh:1", "lh:2", "lh:3", "lh:4", "nm", "stackelberg:a", "stackelberg:b"]
FOR_ANY = [
    *["mr:1", "mr:2", "mr:3", "mr:4", "mr:5", "cmr:1", "cmr:2", "cmr:3", "cmr:4", "cmr:5"],
    *["lcc:1", "lcc:2", "lcc:3", "lci:1", "lci:2", "lci:3", "policy", "berge"],
]
NAMES = [*FOR_TWO, *FOR_ANY, "sim"]
MIXED = ["a=nash,seq", "a=mr:3,b=berge,policy", "a=gmr,b=lcc:2,smr"]

Case = tuple[Game, Conflict]


def dense(seed: int, count: int, name: str, most: int = 4) -> Iterator[Case]:
    """Yield games in option form, each with its conflict; by states numbered from 0."""
    rng = np.random.default_rng([seed, *name.encode()])
    while count:
        deciders = 2 if name in FOR_TWO else int(rng.integers(1, 6))
        game = in_graph_form(
            draw(rng, deciders, int(rng.integers(deciders, max(most, deciders) + 1)))
        )
        if _within_reach(name, game):
            yield game, game.conflict()
            count -= 1


def arbitrary(seed: int, count: int, name: str) -> Iterator[Case]:
    """Yield games that only a graph can tell."""
    rng = np.random.default_rng([seed, *name.encode()])
    while count:
        deciders = 2 if name in FOR_TWO else int(rng.integers(1, 5))
        game = drawn_graph(rng, deciders, int(rng.integers(3, 9)))
        if _within_reach(name, game):
            yield game, game.conflict()
            count -= 1


def _within_reach(name: str, game: Game) -> bool:
    """Whether the definition can be worked out soon: it tries every policy, or every tie broken."""
    conflict = game.conflict()
    if name == "policy" or "policy" in name:
        sizes = [
            prod(1 + len(conflict.replies(i, q) - {q}) for q in conflict.states)
            for i in conflict.everyone
        ]
        return max(sizes) <= 3000
    if name[:3] in ("lcc", "lci"):
        return len(conflict.states) <= 8
    return True


def remembered(conflict: Conflict) -> Conflict:
    """Return the conflict with each set of replies worked out only once."""
    for name in ("improvements", "replies", "gladly"):
        object.__setattr__(conflict, name, cache(getattr(conflict, name)))
    return conflict


def agree(name: str, game: Game, conflict: Conflict) -> bool:
    concept = concept_named(name)
    expected = as_defined(concept, remembered(conflict), game.deciders)
    return np.array_equal(concept.stable(game), expected)


def test_every_concept_is_named_here() -> None:
    named = {name.partition(":")[0] for name in NAMES}
    assert named | set(CLASSICAL) == set(CONCEPTS)


@pytest.mark.parametrize("name", NAMES)
def test_computed_as_defined(name: str) -> None:
    kinds = set()
    for number, (game, conflict) in enumerate(dense(1, 25, name)):
        assert agree(name, game, conflict), number
        kinds |= set(concept_named(name).stable(game).ravel().tolist())
    assert kinds == {True, False}


@pytest.mark.parametrize("name", [n for n in NAMES if n != "sim"])
def test_computed_as_defined_where_moves_are_any_arcs(name: str) -> None:
    for number, (game, conflict) in enumerate(arbitrary(2, 15, name)):
        assert agree(name, game, conflict), number


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_computed_as_defined_on_many_games(name: str) -> None:
    for number, (game, conflict) in enumerate(dense(3, 200, name)):
        assert agree(name, game, conflict), number
    if name != "sim":
        for number, (game, conflict) in enumerate(arbitrary(4, 200, name)):
            assert agree(name, game, conflict), number


@pytest.mark.parametrize("key", CLASSICAL)
def test_a_threshold_is_the_same_in_graph_form(key: str) -> None:
    rng = np.random.default_rng([5, *key.encode()])
    for number in range(30):
        game = draw(rng, 3, int(rng.integers(3, 5)))
        assert np.array_equal(
            CLASSICAL[key].stable(in_graph_form(game)), by_kernel(CLASSICAL[key], game)
        )
        graph, conflict = next(arbitrary(number, 1, key))
        assert agree(key, graph, conflict), number


@pytest.mark.slow
def test_thresholds_are_as_defined_on_many_games_that_only_a_graph_can_tell() -> None:
    rng = np.random.default_rng(23)
    for number in range(1500):
        game = drawn_graph(rng, int(rng.integers(1, 6)), int(rng.integers(3, 9)))
        conflict = remembered(game.conflict())
        for key, concept in CLASSICAL.items():
            expected = as_defined(concept, conflict, game.deciders)
            assert np.array_equal(concept.stable(game), expected), (key, number)


@given(game=games(deciders=3, options=3))
@settings(deadline=None, max_examples=30)
def test_on_games_that_shrink(game) -> None:
    graph = in_graph_form(game)
    for name in (
        "sim",
        "mr:4",
        "cmr:4",
        "lcc:2",
        "lci:2",
        "berge",
        *(FOR_TWO if len(graph.deciders) == 2 else ()),
    ):
        assert agree(name, graph, graph.conflict()), name


@pytest.mark.parametrize("name", MIXED)
def test_each_goes_by_its_own_part(name: str) -> None:
    concept = concept_named(name)
    for game, conflict in arbitrary(6, 10, "policy"):
        if len(game.deciders) < 2:
            continue
        found = concept.stable(game)
        assert np.array_equal(found, as_defined(concept, conflict, game.deciders))
        for i, part in enumerate(concept.of(game.deciders)):
            assert np.array_equal(found[i], part.stable(game)[i])


# How the concepts stand to one another ----------------------------------------------------

SAME = [
    *[("mr:1", "nash"), ("mr:2", "gmr"), ("mr:3", "smr")],
    *[("cmr:1", "nash"), ("cmr:2", "seq"), ("cmr:3", "sseq")],
    *[("lh:1", "nash"), ("lcc:1", "nash"), ("lci:1", "nash")],
    *[(f"{many}:{h}", f"lh:{h}") for many in ("lcc", "lci") for h in (2, 3, 4)],
]
WITHIN = [
    *[("mr:1", "mr:3"), ("mr:3", "mr:5"), ("mr:5", "policy"), ("policy", "mr:6")],
    *[("mr:6", "mr:4"), ("mr:4", "mr:2"), ("mr:5", "mr:4")],
    *[("cmr:1", "cmr:3"), ("cmr:3", "cmr:5"), ("cmr:5", "cmr:4"), ("cmr:4", "cmr:2")],
    *[(f"cmr:{h}", f"mr:{h}") for h in (1, 2, 3, 4, 5)],
    *[(f"lh:{h}", f"mr:{h}") for h in (2, 3, 4, 5)],
    ("nash", "sim"),
]


def any_game(rng: np.random.Generator, pair: tuple[str, str]) -> Game:
    two = any(name.startswith("lh") for name in pair)
    deciders = 2 if two else int(rng.integers(1, 5))
    if "sim" in pair or rng.random() < 0.5:
        return in_graph_form(draw(rng, deciders, int(rng.integers(deciders, 5))))
    return drawn_graph(rng, deciders, int(rng.integers(3, 12)))


@pytest.mark.parametrize("pair", SAME, ids=":".join)
def test_two_names_for_the_same(pair: tuple[str, str]) -> None:
    rng = np.random.default_rng([7, *pair[0].encode()])
    one, other = map(concept_named, pair)
    for number in range(25):
        game = any_game(rng, pair)
        assert np.array_equal(one.stable(game), other.stable(game)), number


@pytest.mark.parametrize("pair", WITHIN, ids=":".join)
def test_the_stronger_implies_the_weaker(pair: tuple[str, str]) -> None:
    rng = np.random.default_rng([8, *pair[0].encode()])
    strong, weak = map(concept_named, pair)
    for number in range(35):
        game = any_game(rng, pair)
        assert not (strong.stable(game) & ~weak.stable(game)).any(), number


@pytest.mark.parametrize("rung", ["mr", "cmr"])
def test_the_rungs_of_the_ladder_differ(rung: str) -> None:
    rng = np.random.default_rng(9)
    seen = set()
    for _ in range(80):
        game = drawn_graph(rng, 2, 9)
        stable = [concept_named(f"{rung}:{h}").stable(game) for h in (1, 2, 3, 4, 5)]
        seen |= {h for h in (3, 4, 5) if (stable[h - 1] != stable[h - 3]).any()}
    assert seen == {3, 4, 5}


def test_policy_stability_is_the_limit_of_even_trees_and_not_of_odd_ones() -> None:
    rng, apart = np.random.default_rng(10), 0
    for _ in range(150):
        game = drawn_graph(rng, int(rng.integers(1, 4)), 7)
        policy = concept_named("policy").stable(game)
        assert np.array_equal(policy, concept_named("mr:30").stable(game))
        apart += bool((policy != concept_named("mr:31").stable(game)).any())
    assert apart, "going round for ever made no difference: the games are too tame"


@pytest.mark.parametrize("name", ["lcc", "lci"])
@pytest.mark.parametrize("moves", [2, 3, 4])
def test_against_opponents_of_one_mind_foresight_is_the_maximin(name: str, moves: int) -> None:
    """As Soares, Rêgo & Vieira state of their concepts."""
    rng = np.random.default_rng([11, moves])
    for number in range(25):
        game = drawn_graph(rng, 3, int(rng.integers(3, 9)))
        own = game.relations[0].ranks
        against = game.under([Ranked(own), Ranked(-own), Ranked(-own)])
        found = concept_named(f"{name}:{moves}").stable(against)[0]
        assert np.array_equal(found, concept_named(f"mr:{moves}").stable(against)[0]), number


def test_the_two_coalitions_differ() -> None:
    rng, seen = np.random.default_rng(12), set()
    for _ in range(60):
        game = drawn_graph(rng, 3, 6)
        one, other = (concept_named(f"{k}:2").stable(game) for k in ("lcc", "lci"))
        seen |= {bool((one & ~other).any()), 2 + bool((other & ~one).any())}
    assert seen == {0, 1, 2, 3}


def test_berge_is_nash_with_tastes_exchanged() -> None:
    """Two decision makers: each is as well served as if the other had its wishes."""
    rng = np.random.default_rng(13)
    for _ in range(40):
        game = drawn_graph(rng, 2, 7)
        swapped = game.under(game.relations[::-1])
        assert np.array_equal(
            concept_named("berge").stable(game)[::-1], CONCEPTS["nash"].stable(swapped)
        )


def test_non_myopic_stability_is_that_of_every_long_horizon() -> None:
    rng = np.random.default_rng(14)
    for _ in range(30):
        game = drawn_graph(rng, 2, int(rng.integers(2, 7)))
        long = [concept_named(f"lh:{h}").stable(game) for h in range(31, 55)]
        assert np.array_equal(concept_named("nm").stable(game), np.all(long, axis=0))


def test_only_the_order_of_ranks_counts() -> None:
    for name in NAMES:
        for game, _ in dense(15, 6, name):
            stretched = game.under([Ranked(r.ranks**3 - 7) for r in game.relations])
            concept = concept_named(name)
            assert np.array_equal(concept.stable(game), concept.stable(stretched)), name


# What is foreseen -------------------------------------------------------------------------


@pytest.mark.parametrize("name", [n for n in NAMES if "stackelberg" not in n])
def test_a_state_is_stable_iff_every_move_considered_is_held(name: str) -> None:
    for game, _ in dense(16, 12, name):
        outlook = concept_named(name).outlook_on(game)
        for (i, s), stable in np.ndenumerate(outlook.stable):
            foreseen = outlook.foresee(i, s)
            assert stable == all(f.held for f in foreseen)
            tempting = set(game.tempting[i].of(s).tolist())
            found = {f.to for f in foreseen}
            if name != "berge":
                assert tempting <= found <= set(game.arcs[i].of(s).tolist())
            if name.startswith(("mr", "cmr", "sim", "policy")):
                assert found == tempting
                assert all(bool(f.ends) == f.held for f in foreseen)
                assert all(game.relations[i].deters(s)[e] for f in foreseen for e in f.ends)


@pytest.mark.parametrize("name", ["lh:1", "lh:2", "lh:3", "lcc:2", "lci:3", "nm"])
def test_a_move_is_held_iff_no_end_of_it_is_better(name: str) -> None:
    open_ends = 0
    for game, _ in dense(17, 25, name):
        outlook = concept_named(name).outlook_on(game)
        for i, s in np.ndindex(outlook.stable.shape):
            rank = game.relations[i].ranks
            for f in outlook.foresee(i, s):
                assert f.ends
                assert f.held == all(rank[e] <= rank[s] for e in f.ends)
                open_ends += len(f.ends) > 1
    assert bool(open_ends) == (name != "lh:1")


# What is refused --------------------------------------------------------------------------


def test_no_foresight_without_ranks() -> None:
    game = drawn_graph(np.random.default_rng(18), 2, 4)

    class Vague:
        """Preferences that are no ranks: nothing tempts, nothing deters."""

        tempts = deters = gains = staticmethod(lambda s: np.zeros(4, dtype=bool))

    vague = game.under([Vague(), Vague()])
    for name in ("lh:2", "nm", "lcc:2", "lci:2"):
        with pytest.raises(UsageError, match="every state must have a rank"):
            concept_named(name).stable(vague)
        with pytest.raises(UsageError, match="every state must have a rank"):
            as_defined(concept_named(name), vague.conflict(), game.deciders)
    assert concept_named("mr:3").stable(vague).all()


@pytest.mark.parametrize("name", FOR_TWO)
def test_two_decision_makers_only(name: str) -> None:
    game = drawn_graph(np.random.default_rng(19), 3, 4)
    with pytest.raises(UsageError, match="two decision makers"):
        concept_named(name).stable(game)
    with pytest.raises(UsageError, match="two decision makers"):
        as_defined(concept_named(name), game.conflict(), game.deciders)


def test_simultaneous_moves_need_options() -> None:
    game = next(g for g, _ in arbitrary(20, 40, "sim") if not CONCEPTS["nash"].stable(g).all())
    with pytest.raises(UsageError, match="in option form only"):
        CONCEPTS["sim"].stable(game)


@pytest.mark.parametrize(
    "family", [c for c in CONCEPTS.values() if isinstance(c, Family)], ids=lambda c: c.key
)
def test_a_family_alone_cannot_be_asked(family: Family) -> None:
    game = drawn_graph(np.random.default_rng(21), 2, 4)
    with pytest.raises(UsageError, match=f"for example {family.usage}"):
        family.stable(game)


def test_games_in_option_form_are_the_same_told_either_way() -> None:
    """`in_graph_form` keeps what counts: the classical definitions agree on both."""
    rng = np.random.default_rng(22)
    for _ in range(20):
        game = draw(rng, 2, 3)
        for concept in CLASSICAL.values():
            assert np.array_equal(by_definition(concept, game), concept.stable(in_graph_form(game)))


def test_the_concept_is_told_by_its_parameter() -> None:
    assert isinstance(CONCEPTS["mr"], Concept)
    assert concept_named("mr:04").key == "mr:4"
