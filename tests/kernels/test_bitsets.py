"""Sets of states as bits: against lists of their numbers."""

from __future__ import annotations

import numpy as np
import pytest

from detente.kernels import bitsets
from detente.kernels.bitsets import count, has, least, pack, taken


@pytest.fixture(params=[1, 7, 1 << 14])
def block(request, monkeypatch):
    monkeypatch.setattr(bitsets, "BLOCK", request.param)


def drawn(options: int, share: float):
    rng = np.random.default_rng([options, int(share * 100)])
    truth = rng.random(1 << options) < share
    return truth, np.flatnonzero(truth).tolist()


@pytest.mark.usefixtures("block")
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 1.0])
@pytest.mark.parametrize("options", [0, 1, 3, 5, 6, 7, 8, 11])
def test_a_set_is_the_list_of_its_members(options, share):
    truth, members = drawn(options, share)
    words = pack(truth)
    assert words.shape == (max(1, truth.size // 64),)
    assert words.dtype == np.uint64
    assert count(words) == len(members)
    assert [s for s in range(truth.size) if has(words, s)] == members
    assert taken(words, options) == [sum(s >> b & 1 for s in members) for b in range(options)]


@pytest.mark.usefixtures("block")
@pytest.mark.parametrize("most", [0, 1, 5, 1000])
@pytest.mark.parametrize("share", [0.0, 0.05, 0.7])
def test_the_least_come_first_and_ties_by_number(share, most):
    truth, members = drawn(10, share)
    for key in (lambda s: s % 7, lambda s: -s, lambda s: s * 0):
        found = least(pack(truth), key, most).tolist()
        assert found == sorted(members, key=lambda s: (key(s), s))[:most]


def test_truth_is_packed_along_its_last_axis():
    truth = np.random.default_rng(1).random((2, 1, 70)) < 0.5
    words = pack(truth)
    assert words.shape == (2, 1, 2)
    assert (words[1, 0] == pack(truth[1, 0])).all()
    assert has(words[1, 0], 69) == truth[1, 0, 69]
