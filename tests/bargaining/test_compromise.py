"""The compromise: hand examples, exact sensitivities, and how it must behave."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers, positions

from detente.bargaining.compromise import compromise, pulls
from detente.bargaining.positions import Positions


def test_by_hand() -> None:
    found = Positions.of(["a", "b", "c"], [0, 50, 100], [1, 0.5, 0.5], [1, 2, 2])
    assert compromise(found) == pytest.approx(50)
    assert pulls(found)[0].without == pytest.approx(75)


def test_one_actor_has_its_way() -> None:
    (only,) = pulls(Positions.of(["a"], [30], [0.2], [0.3]))
    assert compromise(Positions.of(["a"], [30])) == 30
    assert (only.position, only.salience, only.clout, only.without) == (1, 0, 0, None)


def test_an_actor_without_weight_moves_nothing() -> None:
    found = pulls(Positions.of(["a", "b"], [30, 90], clout=[1, 0]))[1]
    assert (found.position, found.salience, found.without) == (0, 0, 30)
    assert found.clout == pytest.approx(60)  # a first bit of clout would count


@settings(max_examples=40)
@given(positions())
def test_sensitivities_are_those_of_finite_differences(found: Positions) -> None:
    step = 1e-6
    for k, pull in enumerate(pulls(found)):
        for field, exact in (
            ("at", pull.position),
            ("salience", pull.salience),
            ("clout", pull.clout),
        ):
            ends = []
            for sign in (1, -1):
                values = getattr(found, field).copy()
                values[k] += sign * step * 0.1
                ends.append(float(compromise(replace(found, **{field: values}))))
            slope = (ends[0] - ends[1]) / (2 * step * 0.1)
            assert slope == pytest.approx(exact, rel=1e-3, abs=1e-3)


@settings(max_examples=40)
@given(positions(), numbers(0.1, 5), numbers(-50, 50))
def test_scale_and_origin_do_not_matter(found: Positions, scale: float, shift: float) -> None:
    moved = Positions.of(found.actors, found.at * scale + shift, found.salience, found.clout)
    assert compromise(moved) == pytest.approx(float(compromise(found)) * scale + shift, abs=1e-9)
    louder = Positions.of(found.actors, found.at, found.salience, found.clout * scale)
    assert compromise(louder) == pytest.approx(float(compromise(found)), abs=1e-9)


@settings(max_examples=40)
@given(positions(least=2), st.randoms(use_true_random=False))
def test_the_order_of_actors_does_not_matter(found: Positions, random) -> None:
    order = random.sample(range(len(found.actors)), len(found.actors))
    names = [found.actors[k] for k in order]
    other = Positions.of(names, found.at[order], found.salience[order], found.clout[order])
    assert compromise(other) == pytest.approx(float(compromise(found)))


@settings(max_examples=40)
@given(positions(least=2), numbers(0, 1))
def test_more_clout_pulls_towards_its_owner(found: Positions, more: float) -> None:
    before = float(compromise(found))
    assume(abs(found.at[0] - before) > 1e-6)
    clout = found.clout.copy()
    clout[0] += more
    after = float(compromise(Positions.of(found.actors, found.at, found.salience, clout)))
    assert (after - before) * (found.at[0] - before) >= -1e-9
    assert abs(after - found.at[0]) <= abs(before - found.at[0]) + 1e-9


def test_draws_are_taken_one_by_one() -> None:
    found = Positions.of(["a", "b"], [[0, 100], [50, 100]], clout=[[1, 1], [3, 1]])
    assert np.allclose(compromise(found), [50, 62.5])
