"""Random conflicts in graph form, and stability told in plain Python, pair by pair.

A structure of preference is told by three questions about two states: does a decision maker leave
s for q, does q keep it in s, does it move from s to q in reply? Nothing here uses a relation, an
array operation or a kernel of the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from detente.kernels.arcs import arcs_from
from detente.stability.game import Game, Relation

__all__ = ["CLASSES", "Moves", "Pair", "Told", "every", "game", "moves", "symbols", "told"]

Moves = list[dict[int, list[int]]]
"""For each decision maker, where it can go from each state."""

Pair = Callable[[int, int], bool]

CLASSES = {
    "nash": ("none", False),
    "gmr": ("moves", False),
    "smr": ("moves", True),
    "seq": ("improvements", False),
    "sseq": ("improvements", True),
}
"""Each classical concept: what may answer a move, and whether the mover may answer back."""


@dataclass(frozen=True)
class Told:
    """One decision maker: `leaves(s, q)`, `keeps(s, q)` and `joins(s, q)`."""

    leaves: Pair
    keeps: Pair
    joins: Pair


def moves(rng: np.random.Generator, deciders: int, states: int, share: float) -> Moves:
    """Draw moves that are neither transitive nor reversible, some of them common."""
    return [
        {s: [q for q in range(states) if q != s and rng.random() < share] for s in range(states)}
        for _ in range(deciders)
    ]


def symbols(
    rng: np.random.Generator, states: int, kinds: Sequence[tuple[str, str]]
) -> list[list[str]]:
    """Draw a relation of pairs: each of the kinds gives how s stands to q, and q to s; no loops."""
    table = [["="] * states for _ in range(states)]
    for s in range(states):
        for q in range(s + 1, states):
            table[s][q], table[q][s] = kinds[int(rng.integers(len(kinds)))]
    return table


def game(steps: Moves, relations: Sequence[Relation]) -> Game:
    """Return the same moves as a game."""
    size = len(steps[0])
    arcs = (arcs_from([(s, q) for s, qs in own.items() for q in qs], size) for own in steps)
    names = tuple(f"d{i}" for i in range(len(steps)))
    return Game(names, tuple(f"s{k}" for k in range(size)), tuple(arcs), tuple(relations))


def told(steps: Moves, everyone: Sequence[Told], concept: str) -> list[list[bool]]:
    """Return where each decision maker is stable, as the definition of a concept reads."""
    return [
        [_stable(steps, everyone, concept, i, s) for s in range(len(steps[0]))]
        for i in range(len(steps))
    ]


def _stable(steps: Moves, everyone: Sequence[Told], concept: str, i: int, s: int) -> bool:
    return all(
        any(_sanctions(steps, everyone[i], concept, i, s, s2) for s2 in answers)
        for s1 in steps[i][s]
        if everyone[i].leaves(s, s1)
        for answers in [_answers(steps, everyone, concept, i, s1)]
    )


def _sanctions(steps: Moves, own: Told, concept: str, i: int, s: int, s2: int) -> bool:
    if not own.keeps(s, s2):
        return False
    return concept not in ("smr", "sseq") or all(own.keeps(s, s3) for s3 in steps[i][s2])


def _answers(steps: Moves, everyone: Sequence[Told], concept: str, i: int, start: int) -> set[int]:
    """Walk all legal sequences of the others: pairs of a state and who moved there last."""
    if concept == "nash":
        return set()
    others = [j for j in range(len(steps)) if j != i]
    seen: set[tuple[int, int]] = set()
    pending = [(start, -1)]
    while pending:
        q, last = pending.pop()
        for j in others:
            for t in steps[j][q] if j != last else []:
                willing = concept in ("gmr", "smr") or everyone[j].joins(q, t)
                if willing and (t, j) not in seen:
                    seen.add((t, j))
                    pending.append((t, j))
    return {q for q, _ in seen}


def every(seed: int, count: int, most: int = 6) -> Iterator[tuple[np.random.Generator, Moves]]:
    """Yield draws of moves: two to four decision makers, sparse and dense."""
    rng = np.random.default_rng([20, seed])
    for _ in range(count):
        deciders, states = int(rng.integers(2, 5)), int(rng.integers(2, most + 1))
        yield rng, moves(rng, deciders, states, float(rng.choice([0.2, 0.4, 0.7])))
