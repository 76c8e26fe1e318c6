"""The same model by the diagrams and by the definition on arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from tests.stability.symbolic.pairs import drawn_pairs

from detente.stability import ConflictGraph
from detente.stability.diagrams.answers import StateSet
from detente.stability.diagrams.backend import Diagrams, Set
from detente.stability.diagrams.sheet import Sheet
from detente.stability.diagrams.table import Table
from detente.stability.symbolic.game import Game

__all__ = ["codes_of", "drawn_games", "set_of", "states_of", "table_of"]


def drawn_games(
    deciders: int, options: int, longest: int, many: int
) -> Iterator[tuple[ConflictGraph, Game]]:
    """Yield drawn models, every second one under drawn settings, as each engine reads it."""
    for graph, equilibria in drawn_pairs(deciders, options, longest, many):
        yield graph, equilibria.game


def states_of(found: StateSet) -> set[int]:
    """Return every state of a small set, by asking for each number."""
    return {code for code in range(1 << len(found.game.options)) if code in found.table}


def codes_of(sheet: Sheet, found: Set) -> set[int]:
    """Return the states of a set of a sheet, for which levels at the start must not matter."""
    level, high, low = sheet.diagrams.nodes(found).T
    assert not (level[2:] % 2).any()
    table = Table(sheet.bits, level // 2, high, low)
    return {code for code in range(1 << len(sheet.bits)) if code in table}


def set_of(sheet: Sheet, codes: Iterable[int]) -> Set:
    """Return a set of a sheet from the numbers of its states."""
    found = sheet.diagrams.false
    for code in codes:
        one = sheet.diagrams.true
        for bit in sheet.bits:
            one &= sheet.now(bit) if code >> bit & 1 else ~sheet.now(bit)
        found |= one
    return found


def table_of(bits: tuple[int, ...], codes: Iterable[int]) -> Table:
    """Return a table from the numbers of its states."""
    diagrams = Diagrams(len(bits), 1 << 16)
    found = diagrams.false
    for code in codes:
        one = diagrams.true
        for place, bit in enumerate(bits):
            one &= diagrams.level(place) if code >> bit & 1 else ~diagrams.level(place)
        found |= one
    return Table(bits, *np.ascontiguousarray(diagrams.nodes(found).T))
