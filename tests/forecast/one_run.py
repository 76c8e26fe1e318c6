"""One run at a time, written as one reads it: dictionaries, one loop, nothing remembered."""

from __future__ import annotations

from math import exp, isnan, nan, tanh
from typing import Any

import numpy as np

from detente.forecast.calendar import BLOCK, Entry
from detente.forecast.plan import Plan
from detente.forecast.play import Play, Situation
from detente.kernels.pulses import GAIN

__all__ = ["log_of_one"]

ROUNDS = 4


def log_of_one(plan: Plan, number: int, seed: int) -> tuple[Entry, ...]:
    """Return the log of one run; parties have one reading each, and no statement is unsure."""
    case, calendar, network = plan.case, plan.calendar, plan.network
    block, row = divmod(number, BLOCK)

    def random(*purpose: int) -> np.random.Generator:
        return np.random.default_rng([seed, block, *purpose])

    strength = next(network.strengths(BLOCK, int(random(0).integers(1 << 62)), BLOCK))[row]
    drawn = random(1)
    rates = {
        id: drawn.uniform(s.rate.low, s.rate.high, BLOCK)[row] for id, s in case.shocks.items()
    }
    level = {n: calendar.levels.get(n, 0.0) for n in network.nodes}
    force, held = dict(level), dict.fromkeys(network.nodes, nan)
    options, bits, true, log = dict(plan.options), {}, set(), []
    for step in range(plan.steps):
        dice = random(3, step).random((len(rates), BLOCK))[:, row]
        for k, (id, shock) in enumerate(case.shocks.items()):
            if dice[k] < 1 - exp(-rates[id] * plan.years):
                log.append(Entry(step, "shock", id, shock.title))
                for node, push in shock.pushes.items():
                    force[node] += push
                for change in shock.changes:
                    bits |= change.context
                    options |= change.status_quo
        level = _later(network, strength, level, force, held, calendar.speed)
        facts: dict[str, bool] = dict(bits)
        for s in calendar.signals:
            if (s.above is None or level[s.node] > s.above) and (
                s.below is None or level[s.node] < s.below
            ):
                facts |= s.set
        choice = random(4, step).random((BLOCK, len(calendar.models)))[row]
        for k, model in enumerate(calendar.models):
            _move(plan, model, step, options, facts, choice[k], log)
        for id, watch in calendar.watch.items():
            on = [o for o in case.model(watch.model).options if options[o]]
            now = Play(case, watch.model, calendar.concept).true(watch.when, on)
            if now and id not in true:
                log.append(Entry(step, "event", id, watch.label))
            (true.add if now else true.discard)(id)
        for hold in calendar.holds:
            changed = options[hold.option] != plan.options[hold.option]
            value = hold.taken if options[hold.option] else hold.dropped
            held[hold.node] = value if changed else nan
    return tuple(log)


def _later(network: Any, strength: Any, level: Any, force: Any, held: Any, speed: float) -> Any:
    level = {n: v if isnan(held[n]) else held[n] for n, v in level.items()}
    for _ in range(ROUNDS):
        push = dict(force)
        for link, weight in zip(network.links, strength, strict=True):
            push[network.nodes[link.effect]] += GAIN * weight * level[network.nodes[link.cause]]
        level = {
            n: v + speed / ROUNDS * (tanh(push[n]) - v) if isnan(held[n]) else held[n]
            for n, v in level.items()
        }
    return level


def _move(
    plan: Plan, model: str, step: int, options: Any, facts: Any, choice: float, log: list[Entry]
) -> None:
    use = plan.case.model(model)
    situation = Situation(
        tuple((a, next(iter(p.readings))) for a, p in use.preferences.items()),
        tuple((o, v) for o, v in facts.items() if o in use.options),
        tuple((b, v) for b, v in facts.items() if b in use.context),
        frozenset(o for o in use.options if options[o]),
    )
    endings = Play(plan.case, model, plan.calendar.concept).endings(situation)
    if not endings:
        log.append(Entry(step, "unrest", model, "no equilibrium is reached"))
        return
    ending = endings[int(choice * len(endings))]
    movers: dict[str, str] = {}
    before = ending.start
    for move in ending.path:
        movers |= dict.fromkeys(before ^ set(move.to.on), f"move of {move.actor}")
        before = frozenset(move.to.on)
    for option in sorted(use.options):
        if options[option] != (option in ending.on):
            what = option if option in ending.on else f"not {option}"
            log.append(Entry(step, "move", what, movers.get(option, "set from outside")))
            options[option] = option in ending.on
