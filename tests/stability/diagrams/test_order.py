"""Options that conditions name together come close by, whatever names stand between."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.drawn import drawn_case, made_case

from detente.stability.diagrams.order import arranged, good_orders
from detente.stability.symbolic.game import read_game


def span(order, groups):
    places = {number: place for place, number in enumerate(order)}
    return sum(max(map(places.get, g)) - min(map(places.get, g)) for g in groups)


@pytest.mark.parametrize("many", [2, 7, 20, 40])
def test_a_chain_that_was_torn_apart_is_found_again(many):
    names = np.random.default_rng(many).permutation(many).tolist()
    links = [set(names[k : k + 2]) for k in range(many - 1)]
    order = arranged(many, [(link, 1.0) for link in links])[0]
    assert sorted(order) == list(range(many))
    assert span(order, links) <= 1.5 * len(links)


def test_what_weighs_more_stays_closer_together():
    groups = [({0, 1}, 8.0), ({1, 2}, 8.0), *(({k, 3 + k}, 0.01) for k in range(3))]
    order = arranged(6, groups)[0]
    assert span(order, [{0, 1}, {1, 2}]) == 2


def test_nothing_to_arrange():
    for groups in ([], [({1}, 1.0), (set(), 1.0)]):
        assert all(sorted(order) == [0, 1, 2] for order in arranged(3, groups))


def test_a_game_is_arranged_by_what_its_conditions_name_in_the_end():
    options = [f"{actor}.o{k}" for k in range(8) for actor in "ab"]
    far = [f"{options[k]} iff {options[15 - k]}" for k in range(8)]
    game = read_game(made_case({"a": far[:4], "b": far[4:]}, options), "main")
    order, *others = good_orders(game)
    pairs = [
        {game.options.index(options[k]), game.options.index(options[15 - k])} for k in range(8)
    ]
    assert sorted(order) == list(range(16))
    assert span(order, pairs) == 8
    assert [order, *others] == good_orders(game)
    assert all(span(other, pairs) >= 8 for other in others)


def test_rules_and_propositions_count_too():
    drawn = next(case for case in (drawn_case(s, 2, 6, 4) for s in range(99)) if case)
    game = read_game(drawn, "main")
    assert sorted(good_orders(game)[0]) == list(range(6))
    rules = [f"not (a.o{k} and b.o{k})" for k in range(6)]
    options = [f"{actor}.o{k}" for actor in "ab" for k in range(6)]
    game = read_game(made_case({"a": ["a.o0"], "b": ["b.o0"]}, options, rules), "main")
    pairs = [{game.options.index(f"a.o{k}"), game.options.index(f"b.o{k}")} for k in range(6)]
    assert span(good_orders(game)[0], pairs) == 6
