"""A model is read as `build_graph` reads it, but of any number of options."""

from __future__ import annotations

from itertools import product

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import made_case
from tests.stability.symbolic.pairs import drawn_pairs

from detente.errors import UnknownName, UsageError
from detente.stability import Settings, build_graph
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import at_least, better, read_game


def test_the_same_world():
    for graph, nash in drawn_pairs(3, 6, 5, 30):
        game = nash.game
        assert game.status_quo == graph.status_quo
        assert tuple(m.name for m in game.movers) == graph.deciders
        assert tuple(m.moves for m in game.movers) == graph.moves
        assert tuple(m.reading for m in game.movers) == graph.readings
        feasible = {s.code for s in graph.states}
        for code in range(1 << len(graph.options)):
            state = game.state(code)
            assert state == graph.state(code)
            assert bool(game.why_not(state)) == (code not in feasible)
            if code not in feasible:
                assert game.why_not(state) == graph.why_not(state)


def test_values_compare_as_ranks_do():
    for graph, nash in drawn_pairs(3, 5, 6, 20):
        for i, ranks in enumerate(graph.ranks):
            values = {s.code: nash.game.value(i, s.code) for s in graph.states}
            order = sorted(set(values.values()))
            assert all(order.index(v) == ranks[code] for code, v in values.items())


def test_a_mover_sets_its_own_bits_only():
    for graph, nash in drawn_pairs(3, 6, 5, 10):
        for i, moves in enumerate(graph.moves):
            moved = nash.game.moved(i, 0, (1 << len(graph.options)) - 1)
            assert moved == sum(1 << bit for bit in moves.bits)
            assert nash.game.moved(i, 0b101010, 0b010101) == (0b101010 & ~moved | 0b010101 & moved)


def test_a_score_is_better_on_the_first_level_that_differs():
    """Scores are made of facts, so every gate folds into its value."""
    circuit = Circuit(0)
    sizes = (2, 1, 3)
    numbers = list(product(*(range(n + 1) for n in sizes)))
    scores = {
        ns: [[circuit.constant(k < n) for k in range(m)] for n, m in zip(ns, sizes, strict=True)]
        for ns in numbers
    }
    for ours, theirs in product(numbers, repeat=2):
        found = better(circuit, scores[ours], scores[theirs])
        assert found == circuit.constant(ours > theirs)
        assert at_least(circuit, scores[ours], scores[theirs]) == circuit.constant(ours >= theirs)


def test_any_number_of_options():
    ids = [f"a.o{k}" for k in range(300)]
    game = read_game(made_case({"a": ids[:1]}, ids), "main")
    assert game.find([ids[299]]).code == 1 << 299


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"readings": {"ru": "nowhere"}}, UnknownName),
        ({"readings": {"xx": "stated"}}, UnknownName),
        ({"fix": {"ru.nothing": True}}, UnknownName),
        ({"context": {"e.nothing": True}}, UnknownName),
        ({"irreversible": ("ru.nothing",)}, UnknownName),
    ],
)
def test_unknown_names_are_refused_in_the_same_words(arguments, error):
    case = open_shipped("japan-russia")
    with pytest.raises(error) as by_graph:
        build_graph(case, "2018-05", Settings(**arguments))
    with pytest.raises(error) as by_game:
        read_game(case, "2018-05", Settings(**arguments))
    assert str(by_game.value) == str(by_graph.value)


def test_a_present_that_options_held_forbid_is_refused_in_the_same_words():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"], ["a.x iff a.y"])
    messages = []
    for build in (build_graph, read_game):
        with pytest.raises(UsageError, match="the status quo is not feasible") as error:
            build(case, "main", Settings(fix={"a.x": True}))
        messages.append(str(error.value))
    assert messages[0] == messages[1]


def test_a_state_that_is_held_otherwise_is_not_found():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"])
    game = read_game(case, "main", Settings(fix={"a.x": True}))
    assert game.find(["A.X", "a.y"]).on == ("a.x", "a.y")
    with pytest.raises(UsageError, match=r"held fixed: a\.x"):
        game.find(["a.y"])
