"""Covers of Boolean arrays: exact, and without a case too many."""

import numpy as np
import pytest

from detente.kernels.cover import cover


def holds(cases, shape):
    """Return where one of the cases holds."""
    found = np.zeros(shape, dtype=bool)
    for case in cases:
        where = [slice(None)] * len(shape)
        for axis, value in case:
            where[axis] = slice(int(value), int(value) + 1)
        found[tuple(where)] = True
    return found


def test_nothing_and_everything():
    assert cover(np.zeros((2, 2), dtype=bool)) == []
    assert cover(np.ones((2, 2), dtype=bool)) == [()]
    assert cover(np.array(True)) == [()]


def test_an_axis_on_which_nothing_depends_is_not_named():
    truth = np.broadcast_to(np.array([False, True])[:, None], (2, 2, 2))
    assert cover(truth) == [((1, True),)]


@pytest.mark.parametrize("seed", range(200))
def test_covers_are_exact_and_no_case_can_be_left_out(seed):
    rng = np.random.default_rng(seed)
    truth = rng.random((2,) * int(rng.integers(1, 7))) < rng.choice([0.2, 0.5, 0.8])
    cases = cover(truth)
    assert (holds(cases, truth.shape) == truth).all()
    for k in range(len(cases)):
        assert (holds([*cases[:k], *cases[k + 1 :]], truth.shape) != truth).any()
    assert all(list(case) == sorted(case) for case in cases)
