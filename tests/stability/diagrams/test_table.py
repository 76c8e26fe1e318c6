"""A table answers as a list of the same states would."""

from __future__ import annotations

from collections import Counter
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stability.diagrams.twins import table_of

from detente.stability.diagrams.backend import Diagrams
from detente.stability.diagrams.table import Table


@st.composite
def tables(draw):
    many = draw(st.integers(1, 5))
    bits = tuple(draw(st.permutations(range(many))))
    codes = draw(st.sets(st.integers(0, (1 << many) - 1)))
    return table_of(bits, codes), codes, many


@given(tables())
def test_membership_count_and_what_is_taken(drawn):
    table, codes, many = drawn
    assert {code for code in range(1 << many) if code in table} == codes
    assert table.count == len(codes)
    assert table.taken == {bit: sum(code >> bit & 1 for code in codes) for bit in range(many)}


@given(tables(), st.data())
def test_counts_with_some_bits_held(drawn, data):
    table, codes, many = drawn
    held = data.draw(st.dictionaries(st.integers(0, many - 1), st.booleans()))
    want = [c for c in codes if all(bool(c >> bit & 1) == v for bit, v in held.items())]
    assert table.with_held(held) == len(want)


@given(tables())
def test_every_rank_is_another_state_in_order(drawn):
    table, codes, _ = drawn
    ranked = [table.ranked(rank) for rank in range(table.count)]
    assert set(ranked) == codes
    assert len(ranked) == len(codes)
    assert ranked == sorted(ranked, key=lambda code: [code >> bit & 1 for bit in table.bits])
    for rank in (-1, table.count):
        with pytest.raises(IndexError):
            table.ranked(rank)


@given(tables())
def test_the_nearest_differs_in_the_fewest_bits(drawn):
    table, codes, many = drawn
    for code in range(1 << many):
        found = table.nearest(code)
        if not codes:
            assert found is None
        else:
            assert found in codes
            assert (found ^ code).bit_count() == min((c ^ code).bit_count() for c in codes)


def test_numbers_beyond_any_machine_word():
    table = table_of(tuple(range(120)), [])
    assert (table.count, table.nearest(5)) == (0, None)
    every = table_of((0,), [0, 1])
    assert every.count == 2
    thin = table_of(tuple(range(100)), [0, (1 << 100) - 1])
    assert (thin.count, thin.taken[50], thin.nearest(0b111)) == (2, 1, 0)
    assert thin.ranked(1) == (1 << 100) - 1


def test_many_states_are_counted_not_listed():
    diagrams = Diagrams(90)
    found = diagrams.level(10) & ~diagrams.level(50) | ~diagrams.level(10) & diagrams.level(80)
    table = Table(tuple(range(90)), *diagrams.nodes(found).T)
    assert table.count == 1 << 89
    assert [table.taken[bit] for bit in (0, 10, 80)] == [1 << 88, 1 << 88, 3 << 87]
    assert table.with_held({10: True, 50: True}) == 0
    assert table.with_held({10: False, 0: True}) == 1 << 87
    states = {table.ranked(rank) for rank in (0, 1, 1 << 70, (1 << 89) - 1)}
    assert len(states) == 4
    assert all(state in table for state in states)


def test_the_ranks_of_a_uniform_draw_fall_evenly():
    table = table_of((2, 0, 1), [0b000, 0b011, 0b101, 0b110, 0b111])
    rng = Random(4)
    drawn = Counter(table.ranked(rng.randrange(5)) for _ in range(5000))
    assert set(drawn) == {0b000, 0b011, 0b101, 0b110, 0b111}
    assert all(900 < number < 1100 for number in drawn.values())


def test_every_table_of_two_options():
    for truths in product([False, True], repeat=4):
        codes = {code for code, true in enumerate(truths) if true}
        table = table_of((1, 0), codes)
        assert table.count == len(codes)
        assert [code in table for code in range(4)] == list(truths)
