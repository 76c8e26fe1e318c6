"""The Nash equilibria of models with up to 2**36 states, counted without a rank of any state.

Statements are worked through as sets of states, 64 states to a word, on the options that they
depend on. One set with a bit for each state is kept: 128 MB for 30 options, 2 GB for 34. The count is
exact; irreversible options, infeasible states and statements that count equally included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from detente.case import Case, Formula
from detente.case.formula import Name, names
from detente.case.states import Truths
from detente.kernels.bitsets import WORD, Words, count, has, least, pack, taken
from detente.kernels.refine import ALL, keep_best
from detente.stability.findings import Equilibrium
from detente.stability.memory import refuse_beyond
from detente.stability.settings import Settings
from detente.stability.survey import SHOWN, Progress, Summary, Survey
from detente.stability.symbolic.game import Game, read_game

__all__ = ["count_nash"]


def count_nash(
    case: Case,
    model: str,
    settings: Settings | None = None,
    *,
    shown: int = SHOWN,
    most_bytes: int | None = None,
    progress: Progress | None = None,
) -> Survey:
    """Count and sum up the Nash equilibria of a model, from its statements alone.

    At most `shown` are given in full, those first that change the fewest options of the status
    quo; whether moves lead there is not looked at. Raises what `read_game` raises, and `TooLarge`
    where the set of states does not fit into memory, before any is taken.

    >>> from detente.case import open_case
    >>> found = count_nash(open_case("japan-russia"), "2016-12")
    >>> found.states, found.summaries["nash"].count, found.summaries["nash"].today
    (2304, 1, True)
    """
    tell = progress or (lambda text: None)
    game = read_game(case, model, settings)
    options = len(game.options)
    refuse_beyond((1 << options) // 4, most_bytes, options=options)
    table = _Sets(game)
    tell("feasible states")
    kept = table.full(table.feasible())
    states = count(kept)
    for mover in game.movers:
        tell(f"nash: {mover.name}")
        own = {game.options[b] for b in mover.moves.bits}
        rules = [table.of(f) for f in table.rules() if table.about(f, own)]
        levels = [
            [table.of(f) for f in level]
            for level in mover.levels
            if any(table.about(f, own) for f in level)
        ]
        keep_best(kept, mover.moves, rules, levels)
    words = kept.reshape(-1)
    tell("what the equilibria share")
    readings = tuple(mover.reading for mover in game.movers)
    summary = _summary(table, words, shown)
    return Survey(game, readings, states, {"nash": summary}, {"nash": words})


class _Sets:
    """The sets of states that the conditions of a game stand for, compact and in words."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.truths = Truths(game.option_model, game.settings.context)
        *high, run = self.truths.shape
        self.shape = (*high, -(-run // WORD))

    def of(self, formula: Formula) -> Words:
        """Return where a condition is true."""
        return self._packed(self.truths.compact(formula))

    def _packed(self, truth: NDArray[np.bool_]) -> Words:
        run = self.truths.shape[-1]
        if truth.shape[-1] == 1 and run % WORD == 0:
            return truth * ALL
        return pack(np.broadcast_to(truth, (*truth.shape[:-1], run)))

    def full(self, words: Words) -> Words:
        """Return a set that has room for any other."""
        return np.broadcast_to(words, self.shape).copy()

    def rules(self) -> Iterator[Formula]:
        """Yield every rule, but not the options held."""
        return (rule.require for rule in self.game.option_model.rules)

    def feasible(self) -> Words:
        """Return the states that meet every rule and have the options held."""
        truth = self.truths.allowed()
        for option, value in self.game.settings.fix.items():
            truth = truth & (self.truths.compact(Name(option)) == value)
        return self._packed(truth)

    def about(self, formula: Formula, options: Iterable[str]) -> bool:
        """Return whether a condition names one of some options, itself or by another name."""
        pending, seen = [formula], set[str]()
        while pending:
            for name in names(pending.pop()):
                if name.id not in seen:
                    seen.add(name.id)
                    pending += [self.game.named[name.id]] if name.id in self.game.named else []
        return not seen.isdisjoint(options)


def _summary(table: _Sets, words: Words, shown: int) -> Summary:
    game = table.game
    today = game.status_quo.code
    first = least(words, lambda states: np.bitwise_count(states ^ today).astype(np.int64), shown)
    outcomes = {
        o: count(words.reshape(table.shape) & table.of(named.when))
        for o, named in game.option_model.outcomes.items()
    }
    return Summary(
        concept="nash",
        count=count(words),
        today=has(words, today),
        stable={},
        taken=dict(zip(game.options, taken(words, len(game.options)), strict=True)),
        outcomes=outcomes,
        reachable=None,
        first=tuple(
            Equilibrium(game.state(code), "nash", None, table.truths.outcomes_at(code))
            for code in first.tolist()
        ),
    )
