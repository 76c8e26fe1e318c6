"""Moves: sweeps along bits against trying every pair of states."""

from __future__ import annotations

from functools import partial
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contracts.games import TURNS

from detente.kernels import Moves, best_elsewhere, reach, spread
from detente.kernels.moves import settings as settings_of

EXTREMES = {np.maximum: max, np.minimum: min}


@st.composite
def movers(draw: st.DrawFn, most: int = 5) -> tuple[int, Moves]:
    """The number of options, and the moves of one decision maker that owns some of them."""
    kinds = draw(st.lists(st.sampled_from([*TURNS, "others"]), min_size=1, max_size=most))
    bits = [tuple(b for b, k in enumerate(kinds) if k == turn) for turn in TURNS]
    return len(kinds), Moves(*bits)


def reached(state: int, options: int, moves: Moves) -> set[int]:
    """Where a mover gets from a state, by trying every other one."""
    kept = [b for b in range(options) if b not in moves.bits]
    return {
        q
        for q in range(1 << options)
        if q != state
        and all(state >> b & 1 == q >> b & 1 for b in kept)
        and all(state >> b & 1 <= q >> b & 1 for b in moves.up)
        and all(state >> b & 1 >= q >> b & 1 for b in moves.down)
    }


@given(movers())
@settings(deadline=None)
def test_reach_finds_each_state_once_and_no_other(mover):
    options, moves = mover
    for state in range(1 << options):
        found = list(reach(state, moves))
        assert set(found) == reached(state, options, moves)
        assert len(found) == len(set(found))


@pytest.mark.parametrize("best", EXTREMES)
@given(movers(), st.data())
@settings(deadline=None)
def test_spread_is_the_best_of_a_state_and_all_it_leads_to(best, mover, data):
    options, moves = mover
    values = data.draw(tables(options))
    found = [{s, *reached(s, options, moves)} for s in range(1 << options)]
    expected = [[EXTREMES[best](row[q] for q in states) for states in found] for row in values]
    assert spread(values, moves, best).tolist() == expected


@given(movers(), st.data(), st.integers(-9, 0))
@settings(deadline=None)
def test_best_elsewhere_leaves_the_state_itself_out(mover, data, nothing):
    options, moves = mover
    values = data.draw(tables(options))
    found = [reached(s, options, moves) for s in range(1 << options)]
    expected = [[max((row[q] for q in f), default=nothing) for f in found] for row in values]
    assert best_elsewhere(values, moves, nothing).tolist() == expected


@pytest.mark.parametrize(
    "sweep", [*(partial(spread, best=best) for best in EXTREMES), best_elsewhere]
)
@given(movers(), st.data())
@settings(deadline=None)
def test_sweeps_keep_their_input_and_its_type_and_take_any_layout(sweep, mover, data):
    options, moves = mover
    values = data.draw(tables(options)).astype(data.draw(st.sampled_from([np.int32, np.int64])))
    before = values.copy()
    found = sweep(values, moves)
    assert (values == before).all()
    assert found.dtype == values.dtype
    assert (sweep(np.asfortranarray(values), moves) == found).all()
    assert (sweep(values[:, None], moves)[:, 0] == found).all()


def test_the_order_of_bits_does_not_matter():
    values = np.random.default_rng(0).integers(99, size=32)
    first, *rest = (best_elsewhere(values, Moves(free)) for free in permutations((0, 2, 3)))
    assert all((first == other).all() for other in rest)


@given(st.lists(st.integers(0, 7), max_size=4, unique=True))
@settings(deadline=None)
def test_settings_count_upwards_with_the_first_bit_fastest(bits):
    codes = settings_of(tuple(bits))
    values = [[code >> b & 1 for b in bits] for code in codes.tolist()]
    assert values == [[n >> k & 1 for k in range(len(bits))] for n in range(1 << len(bits))]
    assert not (codes & ~sum(1 << b for b in bits)).any()
    assert not codes.flags.writeable  # they are shared


def test_bits_lists_every_kind():
    assert Moves((4,), (0, 2), (1,)).bits == (4, 0, 2, 1)
    assert Moves().bits == ()


def tables(options: int) -> st.SearchStrategy[np.ndarray]:
    """Batches of zero to three rows of values."""
    row = st.lists(st.integers(0, 9), min_size=1 << options, max_size=1 << options)
    rows = st.lists(row, max_size=3)
    return rows.map(lambda r: np.array(r, dtype=np.int64).reshape(-1, 1 << options))
