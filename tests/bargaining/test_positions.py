"""Positions: shapes, weights, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from detente.bargaining.positions import Positions
from detente.errors import UsageError


def test_weights_are_clout_times_salience_and_shares_add_up() -> None:
    found = Positions.of(["a", "b"], [0, 50], salience=[0.5, 1], clout=[2, 3])
    assert found.weights.tolist() == [1, 3]
    assert found.shares.tolist() == [0.25, 0.75]


def test_draws_lead_the_actors() -> None:
    found = Positions.of(["a", "b"], [[0, 50], [10, 60], [20, 70]], clout=[1, 3])
    assert found.at.shape == found.shares.shape == (3, 2)
    assert np.allclose(found.shares.sum(axis=1), 1)


@pytest.mark.parametrize(
    ("actors", "at", "salience", "clout", "said"),
    [
        ([], [], 1, 1, "name each actor once"),
        (["a", "a"], [1, 2], 1, 1, "name each actor once"),
        (["a", "b"], [1, 2, 3], 1, 1, "do not fit"),
        (["a", "b"], [1, 2], [1, 2, 3], 1, "do not fit"),
        (["a"], 3, 1, 1, "do not fit"),
        (["a", "b"], [1, np.nan], 1, 1, "`at` of a position"),
        (["a", "b"], [1, 2], [1, -1], 1, "`salience` of a position"),
        (["a", "b"], [1, 2], 1, [1, np.inf], "`clout` of a position"),
        (["a", "b"], [1, 2], [0, 1], [1, 0], "nobody has any weight"),
        (["a", "b"], [[1, 2], [1, 2]], [[1, 1], [0, 0]], 1, "nobody has any weight"),
    ],
)
def test_what_does_not_fit_is_refused(actors, at, salience, clout, said) -> None:
    with pytest.raises(UsageError, match=said):
        Positions.of(actors, at, salience, clout)


def test_an_actor_without_a_position_is_named() -> None:
    found = Positions.of(["a", "b"], [0, 50])
    assert found.place("b") == 1
    with pytest.raises(UsageError, match=r"`c`.*there are a, b"):
        found.place("c")
