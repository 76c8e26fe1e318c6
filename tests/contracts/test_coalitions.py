"""What every concept of coalition stability must keep: two equal forms, order, single members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from tests.contracts.games import Game, draw, games, sketch

from detente.kernels import Coalition
from detente.stability import CONCEPTS
from detente.stability.coalition_definitions import (
    COALITION_CONCEPTS,
    CoalitionConcept,
    coalition_improvements,
    coalition_moves,
    coalition_replies,
    coalitions_among,
    cseq,
    universally_stable,
)

every_concept = pytest.mark.parametrize(
    "concept", COALITION_CONCEPTS.values(), ids=list(COALITION_CONCEPTS)
)
REFINES = [
    ("cnash", "csmr"),
    ("cnash", "cseq"),
    ("csmr", "cgmr"),
    ("cseq", "cgmr"),
]
Group = tuple[int, ...]


def groups(game: Game) -> Iterator[tuple[Group, Coalition]]:
    for group in coalitions_among(range(len(game.ranks))):
        yield group, Coalition(group, game.feasible, game.moves, game.ranks)


def answers(concept: CoalitionConcept, coalition: Coalition, s: int) -> dict[int, int]:
    return coalition.answers(s, concept.replies, countermoves=concept.countermoves)


def by_kernel(concept: CoalitionConcept, game: Game) -> dict[tuple[Group, int], bool]:
    return {
        (group, s): -1 not in answers(concept, coalition, s).values()
        for group, coalition in groups(game)
        for s in game.states
    }


def by_definition(concept: CoalitionConcept, game: Game) -> dict[tuple[Group, int], bool]:
    every = coalitions_among(range(len(game.ranks)))
    return {
        (group, s): concept.holds(game.conflict, group, s) for group in every for s in game.states
    }


def dense(seed: int, count: int, deciders: int, most: int, spare: bool = False) -> Iterator[Game]:
    rng = np.random.default_rng([seed, deciders, most])
    for _ in range(count):
        yield draw(rng, deciders, int(rng.integers(deciders, most + 1)), spare=spare)


@every_concept
@pytest.mark.parametrize(
    ("deciders", "most", "count", "spare"),
    [
        (2, 4, 100, False),
        (2, 5, 30, False),
        (3, 4, 80, False),
        (3, 5, 25, True),
        (4, 5, 10, False),
    ],
)
def test_the_kernel_equals_the_definition(
    concept: CoalitionConcept, deciders: int, most: int, count: int, spare: bool
) -> None:
    for number, game in enumerate(dense(1, count, deciders, most, spare)):
        assert by_kernel(concept, game) == by_definition(concept, game), (number, game)


@every_concept
@given(game=games(deciders=3, options=4))
@settings(deadline=None, max_examples=60)
def test_kernel_and_definition_agree_on_games_that_shrink(
    concept: CoalitionConcept, game: Game
) -> None:
    assert by_kernel(concept, game) == by_definition(concept, game)


def test_each_sanction_named_is_one_by_definition() -> None:
    named: Counter[str] = Counter()
    for game in dense(2, 30, 3, 4):
        conflict = game.conflict
        for group, coalition in groups(game):
            others = [j for j in conflict.everyone if j not in group]
            for s in game.states:
                for key, concept in COALITION_CONCEPTS.items():
                    found = answers(concept, coalition, s)
                    assert set(found) == coalition_improvements(conflict, group, s)
                    reach = coalition_replies if key == "cseq" else coalition_moves
                    for x, y in found.items():
                        named[key] += y >= 0
                        assert y < 0 or y in reach(conflict, others, x)
                        assert y < 0 or any(conflict.at_least(i, s, y) for i in group)
    assert min(named[key] for key in ("cgmr", "csmr", "cseq")) > 50
    assert not named["cnash"]


@pytest.mark.parametrize(("strong", "weak"), REFINES)
def test_a_stronger_concept_implies_a_weaker_one(strong: str, weak: str) -> None:
    proper = 0
    for game in dense(3, 30, 3, 4):
        narrow = by_kernel(COALITION_CONCEPTS[strong], game)
        wide = by_kernel(COALITION_CONCEPTS[weak], game)
        assert all(wide[place] for place, held in narrow.items() if held)
        proper += narrow != wide
    assert proper, f"{weak} never allowed more than {strong}: the games are too tame"


@every_concept
@given(game=games())
@settings(deadline=None, max_examples=60)
def test_a_coalition_of_one_is_a_decision_maker(concept: CoalitionConcept, game: Game) -> None:
    """Under CSEQ others may answer as a coalition, so with three or more it is only implied."""
    individual, conflict = CONCEPTS[concept.individual], game.conflict
    for i in conflict.everyone:
        for s in game.states:
            alone, together = individual.holds(conflict, i, s), concept.holds(conflict, [i], s)
            if concept.key == "cseq" and len(game.ranks) > 2:
                assert together or not alone
            else:
                assert together == alone


def test_others_may_answer_as_a_coalition() -> None:
    """2 and 3 can only hurt 1 together: the first step, to state 2, costs whoever takes it."""
    ranks = [[1, 2, 1, 0], [0, 1, 0, 2], [0, 1, 0, 2]]
    conflict = sketch(ranks, [(0, 1)], [(1, 2)], [(2, 3)])
    assert not CONCEPTS["seq"].holds(conflict, 0, 0)
    assert cseq(conflict, [0], 0)


@every_concept
def test_universal_stability_is_stability_for_every_coalition(concept: CoalitionConcept) -> None:
    seen = set()
    for game in dense(4, 20, 3, 4):
        held = by_kernel(concept, game)
        for s in game.states:
            every = all(ok for (_, t), ok in held.items() if t == s)
            assert universally_stable(concept.holds, game.conflict, s) == every
            seen.add(every)
    assert seen == {True, False}


@every_concept
def test_a_concept_says_what_it_is(concept: CoalitionConcept) -> None:
    assert COALITION_CONCEPTS[concept.key] is concept
    assert concept.holds.__name__ == concept.key
    assert concept.meaning.endswith(".")
    assert concept.limits.endswith(".")
    assert any(c.isdigit() for c in concept.source)
    assert concept.individual in CONCEPTS
    assert concept.name.startswith("Coalition ")
    assert CONCEPTS[concept.individual].countermoves == concept.countermoves
    assert CONCEPTS[concept.individual].replies == concept.replies
