"""What one party would have to want, in any game in graph form."""

from __future__ import annotations

from tests.stability.inverse.wanted import drawn_games, stable

from detente.stability import CLASSICAL
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.inverse.conditions import conditions_of
from detente.stability.inverse.parts import parts_of
from detente.stability.inverse.shares import share_of


def test_everyone_is_asked_and_met_is_what_the_definition_says():
    seen = set()
    for n, game in enumerate(drawn_games(31, 12, 3, 5)):
        for concept in CLASSICAL.values():
            parts = parts_of(game, n % 5, concept)
            assert [p.actor for p in parts] == list(game.deciders)
            for i, part in enumerate(parts):
                assert part.met == stable(game, concept, i, n % 5)
                assert part.share == share_of(conditions_of(game, n % 5, i, concept))
                assert part.swaps is None
                seen.add(part.met)
    assert seen == {True, False}


def test_some_are_asked_or_the_members_of_a_coalition():
    (game,) = drawn_games(32, 1, 3, 5)
    assert [p.actor for p in parts_of(game, 0, CLASSICAL["nash"], [2])] == ["c"]
    for concept in COALITION_CONCEPTS.values():
        parts = parts_of(game, 0, concept, group=[0, 2])
        assert [p.actor for p in parts] == ["a", "c"]
        assert {p.met for p in parts} == {stable(game, concept, 0, 0, (0, 2))}
        (one,) = parts_of(game, 0, concept, [2], [0, 2])
        assert one.actor == "c"
