"""The bootstrap draws whole cases."""

from __future__ import annotations

import numpy as np
import pytest

from detente.errors import UsageError
from detente.forecast.scores.clusters import Interval, bootstrap_means, interval


def test_every_resample_is_made_of_whole_cases() -> None:
    values = np.array([[0.0], [0.0], [6.0], [1.0]])
    means = bootstrap_means(values, ["a", "a", "b", "c"], 500)
    sums, sizes = {"a": 0, "b": 6, "c": 1}, {"a": 2, "b": 1, "c": 1}
    names = "abc"
    possible = {
        round(sum(sums[n] for n in trio) / sum(sizes[n] for n in trio), 9)
        for trio in ((x, y, z) for x in names for y in names for z in names)
    }
    assert {round(m, 9) for m in means.ravel()} <= possible
    assert len({round(m, 9) for m in means.ravel()}) == len(possible)


def test_columns_share_their_resamples_and_the_seed_decides() -> None:
    values = np.random.default_rng(0).random((30, 1))
    cases = [str(i % 7) for i in range(30)]
    both = bootstrap_means(np.hstack([values, 2 * values]), cases, 50, seed=3)
    assert both[:, 1] == pytest.approx(2 * both[:, 0])
    assert (both[:, :1] == bootstrap_means(values, cases, 50, seed=3)).all()
    assert (both[:, :1] != bootstrap_means(values, cases, 50, seed=4)).any()


def test_clusters_make_intervals_wider() -> None:
    random = np.random.default_rng(1)
    values = np.repeat(random.random(20), 10)[:, None]
    cases = [str(i // 10) for i in range(200)]
    alone = [str(i) for i in range(200)]
    wide = interval(bootstrap_means(values, cases), cases)
    narrow = interval(bootstrap_means(values, alone), alone)
    assert wide is not None
    assert narrow is not None
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


def test_the_interval_holds_the_middle_nine_tenths() -> None:
    assert interval(np.arange(101.0), ["a", "b"]) == Interval(5.0, 95.0)
    assert interval(np.arange(101.0), ["a", "a"]) is None


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(UsageError):
        bootstrap_means(np.zeros((2, 1)), ["a"])
    with pytest.raises(UsageError):
        bootstrap_means(np.zeros((0, 1)), [])
