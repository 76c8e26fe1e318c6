"""Attitudes: total relational preference of Inohara, Hipel & Walker told pair by pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, Moves, Told, every, game, told

from detente.stability import STRUCTURES
from detente.stability.game import Ranked
from detente.stability.preferences.attitudes import Relational, no_worse
from detente.stability.structure import Stated

MEMBER = STRUCTURES["attitudes"]
FEELINGS = ["devoted", "indifferent", "aggressive"]


def relations(ranks: list[np.ndarray], feelings: list[list[str]]) -> list[Relational]:
    return [Relational([no_worse(r) for r in ranks], e) for e in feelings]


def as_read(ranks: list[np.ndarray], feelings: list[str]) -> Told:
    """q TRP s: for every j, q ⪰_j s where devoted, not q ⪰_j s where aggressive."""

    def trp(q: int, s: int) -> bool:
        for own, feeling in zip(ranks, feelings, strict=True):
            if feeling == "devoted" and not own[q] >= own[s]:
                return False
            if feeling == "aggressive" and own[q] >= own[s]:
                return False
        return True

    return Told(
        lambda s, q: q != s and trp(q, s),
        lambda s, q: q == s or not trp(q, s),
        lambda s, q: q != s and trp(q, s),
    )


def stable(steps: Moves, own: list, concept: str) -> np.ndarray:
    replies, counter = CLASSES[concept]
    return game(steps, own).stable(replies, countermoves=counter)


@pytest.mark.parametrize("concept", CLASSES)
def test_the_kernel_equals_the_paper(concept: str) -> None:
    for rng, steps in every(19, 40):
        ranks = [rng.integers(4, size=len(steps[0])) for _ in steps]
        feelings = [[str(rng.choice(FEELINGS)) for _ in steps] for _ in steps]
        found = stable(steps, relations(ranks, feelings), concept)
        assert found.tolist() == told(steps, [as_read(ranks, e) for e in feelings], concept)


def test_devoted_to_oneself_alone_is_classical_where_there_are_no_ties() -> None:
    for rng, steps in every(20, 30):
        ranks = [rng.permutation(len(steps[0])) for _ in steps]
        own = [
            ["devoted" if j == i else "indifferent" for j in range(len(steps))]
            for i in range(len(steps))
        ]
        for concept in CLASSES:
            plain = stable(steps, [Ranked(r) for r in ranks], concept)
            assert np.array_equal(stable(steps, relations(ranks, own), concept), plain)


def test_under_totally_neutral_attitudes_two_pairs_of_concepts_are_one() -> None:
    """RNash equals RSMR, and RGMR equals RSEQ; the pairs differ from each other."""
    apart = 0
    for rng, steps in every(21, 60):
        ranks = [rng.integers(4, size=len(steps[0])) for _ in steps]
        neutral = relations(ranks, [["indifferent"] * len(steps) for _ in steps])
        nash, gmr, smr, seq = (stable(steps, neutral, c) for c in ("nash", "gmr", "smr", "seq"))
        assert np.array_equal(nash, smr)
        assert np.array_equal(gmr, seq)
        apart += int((nash != gmr).sum())
    assert apart > 0


def test_ties_tempt() -> None:
    relation = MEMBER.relation(Stated.plainly(np.array([1, 1, 0])))
    assert relation.tempts(0).tolist() == [False, True, False]
    assert relation.deters(0).tolist() == [True, False, True]


def test_what_is_stated() -> None:
    everyone = np.array([[0, 1], [1, 0]])
    said = replace(
        Stated.plainly(everyone[1]),
        everyone=everyone,
        attitudes=("indifferent", "devoted"),
        own=1,
    )
    assert not MEMBER.given(said)
    assert MEMBER.relation(said).tempts(0).tolist() == [False, False]
    fond = replace(said, attitudes=("devoted", "indifferent"))
    assert MEMBER.given(fond)
    assert MEMBER.relation(fond).tempts(0).tolist() == [False, True]
