"""Runs of the coupled system along the calendar: shocks, levels, facts, moves, and what is logged.

In every step of a run: shocks strike by their yearly rates; levels go part of the way to what pushes
them; levels beyond a threshold set facts and options; in each model the parties move, each to its
own advantage, until they come to rest; options that changed hold levels; what is watched is logged.

Runs are drawn in blocks of a fixed size, each with random numbers of its own, so that results do
not depend on who computes which block, nor on how many runs follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from detente.case.dynamics import Signal
from detente.forecast.plan import Plan
from detente.forecast.play import Ending, Play, Situation
from detente.forecast.uncertain import uncertain
from detente.kernels.levels import relax

__all__ = ["BLOCK", "Entry", "Run", "run_block"]

BLOCK = 256
"""So many runs share one stream of random numbers."""


@dataclass(frozen=True)
class Entry:
    """One line of the log of a run: when, what kind of thing, what, and why.

    Kinds are `shock`, `move` (an option taken, or `not` taken), `event` (something watched comes
    true) and `unrest` (in a model, no equilibrium is reached and everything stays as it is).
    """

    step: int
    kind: str
    what: str
    because: str = ""


@dataclass(frozen=True)
class Run:
    """One run: the readings it drew, and its log in the order of time.

    `swapped` names by model and party the places (from 0) of statements marked `unsure` that this
    run puts below the next level of their reading.
    """

    number: int
    readings: Mapping[str, Mapping[str, str]]
    log: tuple[Entry, ...]
    swapped: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)

    def first(self, kind: str, what: str) -> int | None:
        """Return the step in which something is first logged, or None."""
        return next((e.step for e in self.log if (e.kind, e.what) == (kind, what)), None)


def run_block(plan: Plan, block: int, count: int, seed: int) -> list[Run]:
    """Return the first `count` runs of a block; runs are numbered from block * BLOCK."""
    return _Block(plan, block, seed).runs(count)


class _Block:
    """The state of the runs of one block while they are played; arrays have shape (BLOCK, ...)."""

    def __init__(self, plan: Plan, block: int, seed: int) -> None:
        self.plan, self.block, self.seed = plan, block, seed
        nodes = len(plan.network.nodes)
        self.levels = np.zeros((BLOCK, nodes))
        for node, level in plan.calendar.levels.items():
            self.levels[:, plan.places[node]] = level
        self.forcing = self.levels.copy()
        self.held = np.full((BLOCK, nodes), np.nan)
        self.weights = self._strengths()
        self.rates = self._rates()
        self.options = [dict(plan.options) for _ in range(BLOCK)]
        self.bits: list[dict[str, bool]] = [{} for _ in range(BLOCK)]
        self.readings = self._readings()
        self.swapped = self._swapped()
        self.logs: list[list[Entry]] = [[] for _ in range(BLOCK)]
        self.true: list[set[str]] = [set() for _ in range(BLOCK)]

    def _random(self, *purpose: int) -> np.random.Generator:
        return np.random.default_rng([self.seed, self.block, *purpose])

    def _strengths(self) -> NDArray[np.float64]:
        seed = int(self._random(0).integers(1 << 62))
        return next(self.plan.network.strengths(BLOCK, seed, BLOCK))

    def _rates(self) -> NDArray[np.float64]:
        """Return the chance of each shock in one step, for each run."""
        random = self._random(1)
        shocks = self.plan.case.shocks.values()
        rates = [
            uncertain(s.rate).at(random.random(BLOCK)) if s.rate else np.zeros(BLOCK)
            for s in shocks
        ]
        yearly = np.stack(rates) if rates else np.zeros((0, BLOCK))
        chance: NDArray[np.float64] = 1 - np.exp(-yearly * self.plan.years)
        return chance

    def _readings(self) -> list[dict[str, dict[str, str]]]:
        """Draw one reading for every actor of every model, by the weights that are given."""
        random = self._random(2)
        found: list[dict[str, dict[str, str]]] = [{} for _ in range(BLOCK)]
        for model in self.plan.calendar.models:
            for actor, preference in self.plan.case.option_form(model).preferences.items():
                names = list(preference.readings)
                weights = _weights(list(preference.readings.values()), random)
                drawn = (random.random(BLOCK)[:, None] > weights.cumsum(axis=1)).sum(axis=1)
                for run, k in enumerate(np.minimum(drawn, len(names) - 1)):
                    found[run].setdefault(model, {})[actor] = names[k]
        return found

    def _swapped(self) -> list[dict[str, dict[str, tuple[int, ...]]]]:
        """Draw which unsure statements stand below the next one: each in half of the runs."""
        random = self._random(5)
        found: list[dict[str, dict[str, tuple[int, ...]]]] = [{} for _ in range(BLOCK)]
        for model in self.plan.calendar.models:
            for actor, preference in self.plan.case.option_form(model).preferences.items():
                for name, reading in preference.readings.items():
                    unsure = [k for k, s in enumerate(reading.order) if s.unsure]
                    below = random.random((BLOCK, len(unsure))) < 0.5
                    for run in range(BLOCK) if unsure else ():
                        places = tuple(k for k, low in zip(unsure, below[run], strict=True) if low)
                        if places and self.readings[run][model][actor] == name:
                            found[run].setdefault(model, {})[actor] = places
        return found

    def runs(self, count: int) -> list[Run]:
        """Play every step and return the runs."""
        for step in range(self.plan.steps):
            self._shocks(step)
            self._relax()
            signals = self._signals()
            choice = self._random(4, step).random((BLOCK, len(self.plan.plays)))
            for run in range(count):
                held = dict(self.bits[run])
                for signal, on in signals:
                    if on[run]:
                        held |= signal.set
                for k, (model, play) in enumerate(self.plan.plays.items()):
                    self._moves(step, run, model, play, held, choice[run, k])
                self._watch(step, run)
                self._hold(run)
        first = self.block * BLOCK
        return [
            Run(first + run, self.readings[run], tuple(self.logs[run]), self.swapped[run])
            for run in range(count)
        ]

    def _shocks(self, step: int) -> None:
        struck = self._random(3, step).random(self.rates.shape) < self.rates
        for k, (id, shock) in enumerate(self.plan.case.shocks.items()):
            runs = np.flatnonzero(struck[k])
            for node, push in shock.pushes.items():
                self.forcing[runs, self.plan.places[node]] += push
            for run in runs.tolist():
                self.logs[run].append(Entry(step, "shock", id, shock.title))
                for change in shock.changes:
                    self.bits[run] |= change.context
                    self.options[run] |= change.status_quo

    def _relax(self) -> None:
        network = self.plan.network
        self.levels = relax(
            network.wiring,
            self.weights,
            self.levels,
            self.forcing,
            self.held,
            self.plan.calendar.speed,
        )

    def _signals(self) -> list[tuple[Signal, list[bool]]]:
        """Return every signal, and in which runs its node lies where it speaks."""
        found = []
        for signal in self.plan.calendar.signals:
            level = self.levels[:, self.plan.places[signal.node]]
            low = -np.inf if signal.above is None else signal.above
            high = np.inf if signal.below is None else signal.below
            found.append((signal, ((level > low) & (level < high)).tolist()))
        return found

    def _moves(
        self, step: int, run: int, model: str, play: Play, held: Mapping[str, bool], choice: float
    ) -> None:
        options = self.options[run]
        situation = Situation(
            tuple(sorted(self.readings[run][model].items())),
            tuple(sorted((o, v) for o, v in held.items() if o in play.options)),
            tuple(sorted((b, v) for b, v in held.items() if b in play.bits)),
            frozenset(o for o in play.options if options[o]),
            tuple(sorted(self.swapped[run].get(model, {}).items())),
        )
        endings = play.endings(situation)
        if not endings:
            self.logs[run].append(Entry(step, "unrest", model, "no equilibrium is reached"))
            return
        ending = endings[min(int(choice * len(endings)), len(endings) - 1)]
        self._log_moves(step, run, situation, ending)
        options |= {o: o in ending.on for o in play.options}

    def _log_moves(self, step: int, run: int, situation: Situation, ending: Ending) -> None:
        """Log each option that changed: by whose move, or by which level it was set."""
        mover: dict[str, str] = {}
        before = ending.start
        for move in ending.path:
            for option in before ^ set(move.to.on):
                mover[option] = move.actor
            before = frozenset(move.to.on)
        for option in sorted(situation.on ^ ending.on):
            what = option if option in ending.on else f"not {option}"
            why = f"move of {mover[option]}" if option in mover else "set from outside"
            self.logs[run].append(Entry(step, "move", what, why))

    def _watch(self, step: int, run: int) -> None:
        for id, watch in self.plan.calendar.watch.items():
            play = self.plan.plays[watch.model]
            true = play.true(watch.when, [o for o in play.options if self.options[run][o]])
            if true and id not in self.true[run]:
                self.logs[run].append(Entry(step, "event", id, watch.label))
            (self.true[run].add if true else self.true[run].discard)(id)

    def _hold(self, run: int) -> None:
        for hold in self.plan.calendar.holds:
            now, then = self.options[run][hold.option], self.plan.options[hold.option]
            level = np.nan if now == then else hold.taken if now else hold.dropped
            self.held[run, self.plan.places[hold.node]] = level


def _weights(readings: Sequence[object], random: np.random.Generator) -> NDArray[np.float64]:
    """Draw the weight of each reading for every run; without any weight the first counts alone."""
    given = [getattr(r, "weight", None) for r in readings]
    drawn = np.stack(
        [uncertain(w).at(random.random(BLOCK)) if w else np.zeros(BLOCK) for w in given], axis=1
    )
    if not any(given):
        drawn[:, 0] = 1.0
    total: NDArray[np.float64] = drawn / drawn.sum(axis=1, keepdims=True)
    return total
