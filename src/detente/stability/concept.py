"""What a stability concept is: a definition to be read and trusted, and how it is computed.

The five classical concepts are thresholds: they say what the others may do in answer, and whether
the mover may answer back. Every other concept computes an `Outlook` on the game in graph form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.kernels.thresholds import Replies
from detente.stability.game import Game

__all__ = ["Concept", "Foreseen", "Outlook"]


class Foreseen(NamedTuple):
    """A move that a decision maker considers, where it may end, and whether that keeps it back.

    `ends` is empty where the concept names no end; more than one where ties leave it open.
    """

    to: int
    ends: tuple[int, ...]
    held: bool


@dataclass(frozen=True, eq=False)
class Outlook:
    """What a concept says of a game: `stable` has shape (decision makers, states).

    `foresee(i, s)` gives the moves that decision maker i considers in state s, each with what it
    expects of it; s is stable for i iff every one of them is held.
    """

    stable: NDArray[np.bool_]
    foresee: Callable[[int, int], Sequence[Foreseen]]


@dataclass(frozen=True)
class Concept:
    """One stability concept; a member of the shelf `detente.stability.concepts`.

    `holds(conflict, i, s)` is the definition, written naively: is state s stable for decision
    maker i? A threshold says the same to the kernel by `replies` and `countermoves`: what the
    others may do in answer, and whether a sanction must survive the mover's own best
    counter-move. Any other concept has an `outlook` instead. `helped` marks the concepts that ask
    what the others could do for the decision maker, not what it could do itself.
    """

    key: str
    name: str
    order: int
    meaning: str
    limits: str
    source: str
    holds: Callable[..., bool]
    replies: Replies | None = None
    countermoves: bool = False
    outlook: Callable[[Game], Outlook] | None = None
    helped: bool = False

    @property
    def usage(self) -> str:
        """How it is named: its key, and for a family an example of the parameter."""
        return self.key

    def of(self, deciders: Sequence[str]) -> tuple[Concept, ...]:
        """Return the concept that each decision maker goes by."""
        return (self,) * len(deciders)

    def stable(self, game: Game) -> NDArray[np.bool_]:
        """Return where each decision maker of a game in graph form is stable.

        Shape (decision makers, states). Raises what `of` and the computation raise.
        """
        parts = self.of(game.deciders)
        whole = {key: part._whole(game) for key, part in {p.key: p for p in parts}.items()}
        return np.stack([whole[part.key][i] for i, part in enumerate(parts)])

    def _whole(self, game: Game) -> NDArray[np.bool_]:
        if self.replies is not None:
            return game.stable(self.replies, countermoves=self.countermoves)
        return self.outlook_on(game).stable

    def outlook_on(self, game: Game) -> Outlook:
        """Return what the concept says of a game. Raises `UsageError` for a threshold."""
        if self.outlook is None:
            raise UsageError("this concept has a threshold, not an outlook", found=self.key)
        return self.outlook(game)

    def at_best(self) -> Concept:
        """Return a threshold with every reply allowed: what is unstable even so is unstable under it."""
        if self.replies != "improvements":
            return self
        return replace(self, key=f"{self.key}, at best", replies="moves")

    def as_threshold(self, purpose: str) -> Replies:
        """Return what the others may do in answer; raise `UsageError` where there is no threshold."""
        if self.replies is None:
            raise UsageError(
                f"{purpose} needs a concept that is a threshold",
                found=self.key,
                expected="one of nash, gmr, smr, seq or sseq",
            )
        return self.replies
