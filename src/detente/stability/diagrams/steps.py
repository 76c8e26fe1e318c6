"""What one decision maker can do in reply: from which states it can bring about a set of states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from detente.kernels.thresholds import Replies
from detente.stability.diagrams.backend import Set
from detente.stability.diagrams.lexical import no_less
from detente.stability.diagrams.sheet import Sheet

__all__ = ["Leap", "Slide", "Step", "permitted", "step_of"]


class Step(Protocol):
    """The moves of one decision maker."""

    def into(self, target: Set) -> Set:
        """Return the feasible states from which one move leads into a set."""

    def within(self, found: Set) -> Step:
        """Return those moves only that stay in a set, or outside it."""


@dataclass(frozen=True)
class Slide:
    """Moves that can all be taken back: the states they connect can bring about the same."""

    sheet: Sheet
    own: Set

    def into(self, target: Set) -> Set:
        """Return the feasible states from which one move leads into a set."""
        return self.sheet.feasible & self.sheet.diagrams.exists(target, self.own)

    def within(self, found: Set) -> Slide:
        """Return the same moves: a set that others can force holds all that these connect."""
        return self


@dataclass(frozen=True)
class Leap:
    """Moves as pairs of feasible states that differ in some bits, those before at the start."""

    sheet: Sheet
    bits: tuple[int, ...]
    pairs: Set

    def into(self, target: Set) -> Set:
        """Return the feasible states from which one move leads into a set."""
        sheet = self.sheet
        starts = sheet.diagrams.exists_both(self.pairs, target, sheet.cube(self.bits))
        return sheet.after_all(starts, self.bits)

    def within(self, found: Set) -> Leap:
        """Return those moves only that stay in a set, or outside it."""
        crosses = found ^ self.sheet.at_start(found, self.bits)
        return replace(self, pairs=self.pairs & ~crosses)


def permitted(sheet: Sheet, i: int) -> Set:
    """Return the pairs of which the end is feasible and nothing lasting is taken back by i."""
    moves, found = sheet.game.movers[i].moves, sheet.feasible
    for bit in moves.up:
        found &= sheet.now(bit) | ~sheet.then(bit)
    for bit in moves.down:
        found &= ~sheet.now(bit) | sheet.then(bit)
    return found


def step_of(sheet: Sheet, i: int, replies: Replies) -> Step:
    """Return what decision maker i may do in reply: all its moves, or its improvements only."""
    moves = sheet.game.movers[i].moves
    if replies == "moves" and not (moves.up or moves.down):
        return Slide(sheet, sheet.cube(moves.bits))
    pairs = permitted(sheet, i) & sheet.at_start(sheet.feasible, moves.bits)
    if replies == "improvements":
        score = sheet.score(i)
        before = [sheet.at_start(wish, moves.bits) for wish in score]
        pairs &= ~no_less(before, score, sheet.diagrams.true)
    return Leap(sheet, moves.bits, pairs)
