"""What is chosen among open ends, against every selection of one end for each offer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
import pytest

from detente.kernels.choices import Ends, agreed, best, selfish

Offers = Mapping[int, Ends]


def selections(offers: Offers) -> Iterator[dict[int, int]]:
    """Yield every way to settle which end each offer has."""
    for picked in product(*offers.values()):
        yield dict(zip(offers, picked, strict=True))


def drawn(seed: int, members: int) -> Iterator[tuple[list[list[int]], int, Offers]]:
    rng = np.random.default_rng([seed, members])
    for _ in range(300):
        ranks = [rng.integers(4, size=6).tolist() for _ in range(members)]
        offers = {
            int(t): frozenset(rng.choice(6, size=rng.integers(1, 4)).tolist())
            for t in rng.choice(9, size=rng.integers(0, 5), replace=False)
        }
        yield ranks, int(rng.integers(6)), offers


def test_one_chooses_the_best_if_it_gains() -> None:
    sizes = set()
    for (rank,), here, offers in drawn(1, 1):
        expected = set()
        for ends in selections(offers):
            top = max((rank[e] for e in ends.values()), default=-1)
            better = {e for e in ends.values() if rank[e] == top > rank[here]}
            expected |= better or {here}
        assert best(rank, here, offers.values()) == expected
        sizes.add(len(expected))
    assert {1, 2, 3} <= sizes


@pytest.mark.parametrize("members", [1, 2, 3])
def test_a_group_agrees_on_what_none_of_its_ends_beats(members: int) -> None:
    for ranks, here, offers in drawn(2, members):
        expected = set()
        for ends in selections(offers):
            good = [e for e in ends.values() if all(r[e] > r[here] for r in ranks)]
            chosen = {e for e in good if not any(_beats(ranks, f, e) for f in good)}
            expected |= chosen or {here}
        assert agreed(ranks, here, offers) == expected


def _beats(ranks: list[list[int]], f: int, e: int) -> bool:
    return all(r[f] >= r[e] for r in ranks) and any(r[f] > r[e] for r in ranks)


@pytest.mark.parametrize("members", [1, 2, 3])
def test_each_of_a_group_leads_to_what_is_best_for_itself(members: int) -> None:
    rng = np.random.default_rng(3)
    for ranks, here, offers in drawn(3, members):
        needed = {
            t: set(rng.choice(members, size=rng.integers(members + 1)).tolist()) for t in offers
        }

        def able(group: Ends, t: int, needed: dict[int, set[int]] = needed) -> bool:
            return needed[t] <= group

        expected = set()
        for ends in selections(offers):
            chosen = set()
            gainers = {
                t: frozenset(k for k, r in enumerate(ranks) if r[e] > r[here])
                for t, e in ends.items()
            }
            open_ = [t for t in ends if gainers[t] and able(gainers[t], t)]
            for k, rank in enumerate(ranks):
                mine = [ends[t] for t in open_ if k in gainers[t]]
                chosen |= {e for e in mine if rank[e] == max(rank[f] for f in mine)}
            expected |= chosen or {here}
        assert selfish(ranks, here, offers, able) == expected


def test_one_alone_chooses_the_same_by_any_rule() -> None:
    for ranks, here, offers in drawn(4, 1):
        chosen = best(ranks[0], here, offers.values())
        assert agreed(ranks, here, offers) == chosen
        assert selfish(ranks, here, offers, lambda group, t: True) == chosen


def test_with_nothing_on_offer_one_stays() -> None:
    assert best([0, 1], 0, []) == agreed([[0, 1]], 0, {}) == {0}
    assert selfish([[0, 1]], 0, {}, lambda group, t: True) == {0}
