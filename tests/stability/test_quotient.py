"""States that count as one: arcs united, loops dropped, and no preference lost on the way."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.graph_games import as_defined, drawn_graph

from detente.errors import UsageError
from detente.kernels.arcs import arcs_from
from detente.stability import CLASSICAL
from detente.stability.game import Game, Ranked
from detente.stability.quotient import quotient


def drawn(rng: np.random.Generator) -> tuple[Game, np.ndarray]:
    """A game in which nobody tells the states of a class apart, and the class of each state."""
    game = drawn_graph(rng, 3, 9)
    classes = np.unique(rng.integers(5, size=9), return_inverse=True)[1]
    ranks = [rng.integers(4, size=classes.max() + 1)[classes] for _ in range(3)]
    return game.under([Ranked(r) for r in ranks]), classes


def test_a_class_can_be_left_for_another_if_one_of_its_states_can() -> None:
    rng = np.random.default_rng(1)
    for _ in range(40):
        game, classes = drawn(rng)
        count = int(classes.max()) + 1
        merged = quotient(game, classes, [f"c{k}" for k in range(count)])
        for i, arcs in enumerate(game.arcs):
            expected = {
                (int(classes[s]), int(classes[t])) for s in range(9) for t in arcs.of(s).tolist()
            }
            found = {(k, t) for k in range(count) for t in merged.arcs[i].of(k).tolist()}
            assert found == {(a, b) for a, b in expected if a != b}
            assert all(
                merged.relations[i].ranks[classes[s]] == game.relations[i].ranks[s]
                for s in range(9)
            )


def test_what_holds_is_what_the_definitions_say_of_the_merged_conflict() -> None:
    rng = np.random.default_rng(2)
    for _ in range(15):
        game, classes = drawn(rng)
        merged = quotient(game, classes, list(map(str, range(int(classes.max()) + 1))))
        for concept in CLASSICAL.values():
            expected = as_defined(concept, merged.conflict(), merged.deciders)
            assert np.array_equal(concept.stable(merged), expected)


def test_any_relation_is_read_off_a_state_of_each_class() -> None:
    ranks = np.array([2, 1, 1, 0])

    class Vague:
        """Ranks, but never a move in reply; a relation of no known kind."""

        def tempts(self, s: int) -> np.ndarray:
            return ranks > ranks[s]

        def deters(self, s: int) -> np.ndarray:
            return ranks <= ranks[s]

        def gains(self, s: int) -> np.ndarray:
            return np.zeros(4, dtype=bool)

    game = Game(("a",), tuple("wxyz"), (arcs_from([(0, 1), (2, 3)], 4),), (Vague(),), 2)
    merged = quotient(game, np.array([0, 1, 1, 2]), ["w", "xy", "z"])
    relation = merged.relations[0]
    assert relation.tempts(1).tolist() == [True, False, False]
    assert relation.deters(1).tolist() == [False, True, True]
    assert relation.gains(1).tolist() == [False, False, False]
    assert (merged.labels, merged.today) == (("w", "xy", "z"), 1)


@pytest.mark.parametrize(
    ("ranks", "pair"),
    [([0, 0, 1, 0], "s2 and s3"), ([0, 1, 1, 2], "s1 and s4"), ([3, 0, 1, 3], "s2 and s3")],
)
def test_states_that_somebody_tells_apart_are_not_merged(ranks: list[int], pair: str) -> None:
    arcs = arcs_from([], 4), arcs_from([], 4)
    wants = Ranked(np.zeros(4, dtype=np.int64)), Ranked(np.array(ranks))
    game = Game(("a", "b"), ("s1", "s2", "s3", "s4"), arcs, wants)
    with pytest.raises(UsageError, match=f"b does not take two merged states .* `{pair}`"):
        quotient(game, np.array([0, 1, 1, 0]), ["x", "y"])


def test_a_difference_in_what_tempts_from_elsewhere_counts_too() -> None:
    class Partial:
        """Tempted by the third state from the first, but not by the second, which is its like."""

        def tempts(self, s: int) -> np.ndarray:
            return np.array([False, False, s == 0])

        def deters(self, s: int) -> np.ndarray:
            return np.ones(3, dtype=bool)

        gains = tempts

    class Moody:
        """Tempted by the first state from the second, but not from the third, which is its like."""

        def tempts(self, s: int) -> np.ndarray:
            return np.array([s == 1, False, False])

        def deters(self, s: int) -> np.ndarray:
            return np.ones(3, dtype=bool)

        gains = tempts

    moody = Game(("a",), tuple("xyz"), (arcs_from([], 3),), (Moody(),))
    with pytest.raises(UsageError, match="`y and z`"):
        quotient(moody, np.array([0, 1, 1]), ["x", "yz"])
    game = Game(("a",), tuple("xyz"), (arcs_from([], 3),), (Partial(),))
    with pytest.raises(UsageError, match="`y and z`"):
        quotient(game, np.array([0, 1, 1]), ["x", "yz"])
    assert quotient(game, np.array([0, 1, 2]), list("xyz")).labels == ("x", "y", "z")
