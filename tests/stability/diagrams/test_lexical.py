"""Scores compare as the tuples that they stand for."""

from __future__ import annotations

import pytest

from detente.stability.diagrams.backend import Diagrams
from detente.stability.diagrams.lexical import no_less, worse

DIAGRAMS = Diagrams(6)
OURS, THEIRS = [DIAGRAMS.level(k) for k in range(3)], [DIAGRAMS.level(k) for k in range(3, 6)]


def value(number):
    return tuple(bool(number >> k & 1) for k in range(6))


def holds(found, values):
    point = DIAGRAMS.true
    for level, on in enumerate(values):
        point &= DIAGRAMS.level(level) if on else ~DIAGRAMS.level(level)
    return point & found != DIAGRAMS.false


@pytest.mark.parametrize("equal", [True, False])
def test_no_less(equal):
    found = no_less(OURS, THEIRS, DIAGRAMS.true if equal else DIAGRAMS.false)
    for values in map(value, range(64)):
        ours, theirs = values[:3], values[3:]
        assert holds(found, values) == (ours > theirs or (equal and ours == theirs))


def test_worse():
    found = worse(OURS, THEIRS, DIAGRAMS.true)
    for values in map(value, range(64)):
        assert tuple(holds(part, values) for part in found) == min(values[:3], values[3:])


def test_nothing_to_tell_apart():
    assert no_less([], [], DIAGRAMS.true) == DIAGRAMS.true
    assert no_less([], [], DIAGRAMS.false) == DIAGRAMS.false
