"""Limited foresight: where a decision maker expects a conflict to end, so many moves ahead.

Whoever is on the move looks at the end that it expects of each of its moves, and takes a move whose
end it likes best, if it likes it better than the state it is in; else it stays, which ends the
matter. Where several ends are equally good for the one who chooses, the books leave open which it
is. Here every end is kept that some way of breaking ties, at each point anew, would lead to; a
state is stable if its owner stays however ties are broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import numpy as np

from detente.errors import TooLarge, UsageError
from detente.kernels.arcs import joint_reach
from detente.kernels.choices import Ends, agreed, best, selfish
from detente.stability.concept import Foreseen, Outlook
from detente.stability.game import Game, Ranked

__all__ = ["among_many", "cooperating", "individualistic", "limited", "non_myopic"]

MOST_HORIZONS = 10_000
"""The search for a cycle gives up after so many."""

Expected = tuple[tuple[Ends, ...], ...]
Rule = Callable[[int, Mapping[int, Ends]], Ends]


def limited(moves: int) -> Callable[[Game], Outlook]:
    """Return how limited-move stability of two decision makers is computed, so many moves ahead."""

    def outlook(game: Game) -> Outlook:
        board = _Board(game, two=True)
        ends = board.here
        for _ in range(moves - 1):
            ends = board.further(ends)
        return board.outlook(ends[::-1])

    return outlook


def non_myopic(game: Game) -> Outlook:
    """Return what holds for two decision makers from some horizon on, however far they look.

    What they expect at one horizon follows from the one before, so once it repeats it goes round
    for ever. Raises `UsageError` as `limited` does, `TooLarge` where nothing has repeated within
    10,000 horizons.
    """
    board = _Board(game, two=True)
    seen: dict[Expected, int] = {}
    ends = board.here
    while ends not in seen:
        if len(seen) == MOST_HORIZONS:
            raise TooLarge(
                "what is expected did not begin to repeat",
                found=f"{MOST_HORIZONS:,} horizons",
                hint="ask for one horizon: lh:N",
            )
        seen[ends] = len(seen)
        ends = board.further(ends)
    cycle = list(seen)[seen[ends] :]
    after = [_ever(level[1 - i] for level in cycle) for i in board.everyone]
    return board.outlook(after)


def _ever(levels: Iterable[Sequence[Ends]]) -> list[Ends]:
    """Return every end that a state has on some level."""
    return [frozenset().union(*ends) for ends in zip(*levels, strict=True)]


def among_many(rule: Callable[[Game, int], Rule], moves: int) -> Callable[[Game], Outlook]:
    """Return how foresight is computed where all others move together; `rule` is their choice."""

    def outlook(game: Game) -> Outlook:
        board = _Board(game)
        return board.outlook([board.after(i, rule(game, i), moves - 1) for i in board.everyone])

    return outlook


def cooperating(game: Game, i: int) -> Rule:
    """Return the choice of all but i where they act as one and each must gain."""
    ranks = [r for j, r in enumerate(_ranks(game)) if j != i]
    return lambda here, offers: agreed(ranks, here, offers)


def individualistic(game: Game, i: int) -> Rule:
    """Return the choice of all but i where each looks to itself and only the movers must gain."""
    others = [j for j in range(len(game.arcs)) if j != i]
    ranks = [_ranks(game)[j] for j in others]
    reach = cache(lambda group: joint_reach([game.arcs[others[k]] for k in sorted(group)]))
    return lambda here, offers: selfish(
        ranks, here, offers, lambda group, t: bool(reach(group)[here, t])
    )


def _ranks(game: Game) -> list[list[int]]:
    found = []
    for relation in game.relations:
        if not isinstance(relation, Ranked):
            raise UsageError(
                "to look moves ahead every state must have a rank",
                found="preferences that are not ranks",
                hint="ask for nash, gmr, smr, seq or sseq",
            )
        found.append(relation.ranks.tolist())
    return found


class _Board:
    """Ranks and moves of a game as plain lists, and what is expected, one move further ahead."""

    def __init__(self, game: Game, *, two: bool = False) -> None:
        self.everyone = range(len(game.arcs))
        if two and len(self.everyone) != 2:
            raise UsageError(
                "limited-move stability is defined for two decision makers",
                found=len(self.everyone),
                hint="for more ask for lcc:N or lci:N",
            )
        self.game, self.ranks, self.states = game, _ranks(game), range(len(game.labels))
        self.targets = [[a.of(s).tolist() for s in self.states] for a in game.arcs]
        self.stay = tuple(frozenset({s}) for s in self.states)
        self.here: Expected = tuple(self.stay for _ in self.everyone)

    def choice(self, i: int, after: Sequence[Ends]) -> tuple[Ends, ...]:
        """Return where i, on the move, expects each state to end, given what follows its move."""
        rank, targets = self.ranks[i], self.targets[i]
        return tuple(best(rank, s, [after[q] for q in targets[s]]) for s in self.states)

    def further(self, ends: Expected) -> Expected:
        """Return what each of two expects, on the move, given the same for one move fewer."""
        return tuple(self.choice(i, ends[1 - i]) for i in self.everyone)

    def after(self, i: int, rule: Rule, moves: int) -> tuple[Ends, ...]:
        """Return where each state ends with the others on the move and so many moves left."""
        replies = self.game.replies(i, "moves")
        empty: list[int] = []
        joint = [
            empty if replies is None else replies[q].nonzero()[0].tolist() for q in self.states
        ]

        def reply(ends: Sequence[Ends]) -> tuple[Ends, ...]:
            return tuple(rule(q, {t: ends[t] for t in joint[q]}) for q in self.states)

        ends = reply(self.stay) if moves % 2 else self.stay
        for _ in range(moves // 2):
            ends = reply(self.choice(i, ends))
        return ends

    def outlook(self, after: Sequence[Sequence[Ends]]) -> Outlook:
        """Return what follows if i, having moved to q, expects `after[i][q]`."""

        def foresee(i: int, s: int) -> list[Foreseen]:
            rank, found = self.ranks[i], []
            for q in self.targets[i][s]:
                held = all(rank[e] <= rank[s] for e in after[i][q])
                if not held or rank[q] > rank[s]:
                    found.append(Foreseen(q, tuple(sorted(after[i][q])), held))
            return found

        stable = [[all(f.held for f in foresee(i, s)) for s in self.states] for i in self.everyone]
        return Outlook(np.array(stable), foresee)
