"""In which order a diagram asks for the options: those that conditions name together, close by.

The size of a diagram depends on the order more than on anything else, and the best one is hard to
find. Here options are pulled to the middle of the conditions that name them (FORCE: Aloul, Markov
& Sakallah 2003, as recalled), then moved one by one to where fewest conditions are cut in two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.case import Formula
from detente.case.formula import names
from detente.stability.symbolic.game import Game

__all__ = ["arranged", "good_orders"]

Weights = NDArray[np.float64]
Order = NDArray[np.intp]

_FADE = 0.85  # the weight of a statement beside that of the one above it
_STARTS, _PULLS, _SIFTS = 4, 60, 4
_SEED = 1986


def good_orders(game: Game) -> list[tuple[int, ...]]:
    """Return some orders of the bits of the options of a game, from top to bottom, the best first.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> sorted(good_orders(read_game(open_case("elmira-1991"), "main"))[0])
    [0, 1, 2, 3, 4]
    """
    conditions: list[tuple[Formula, float]] = [(r.require, 1.0) for r in game.option_model.rules]
    for mover in game.movers:
        for place, level in enumerate(mover.levels):
            conditions += [(want, _FADE**place) for want in level]
    bits = {option: bit for bit, option in enumerate(game.options)}
    spoken = [({bits[n] for n in _options(c, game.named) if n in bits}, w) for c, w in conditions]
    return arranged(len(bits), spoken)


def _options(condition: Formula, named: Mapping[str, Formula]) -> set[str]:
    """Return what a condition names in the end, names that stand for conditions looked up."""
    found: set[str] = set()
    pending = [name.id for name in names(condition)]
    while pending:
        id = pending.pop()
        if id not in found:
            found.add(id)
            pending += [name.id for name in names(named[id])] if id in named else []
    return found


def arranged(many: int, groups: Iterable[tuple[Iterable[int], float]]) -> list[tuple[int, ...]]:
    """Return the numbers 0 to `many` - 1 in orders that keep weighed groups together, best first.

    >>> arranged(6, [({0, 5}, 1.0), ({5, 2}, 1.0), ({1, 3}, 1.0), ({3, 4}, 1.0)])[0]
    (1, 3, 4, 0, 5, 2)
    """
    several = [(sorted(group), weight) for group, weight in groups]
    several = [(group, weight) for group, weight in several if len(group) > 1]
    member = np.zeros((len(several), many))
    for row, (group, _) in enumerate(several):
        member[row, group] = 1
    weights = np.array([weight for _, weight in several])
    rng = np.random.default_rng(_SEED)
    starts = [np.arange(many), *(rng.permutation(many) for _ in range(_STARTS - 1))]
    tried = [_sifted(member, weights, _pulled(member, weights, start)) for start in starts]
    return sorted(map(tuple, tried), key=lambda order: _cost(member, weights, order))


def _cost(member: Weights, weights: Weights, order: Order | Sequence[int]) -> float:
    """Return what an order costs: 2 to the weight that is cut, summed over all cuts."""
    above = np.cumsum(member[:, order], axis=1)
    return float(np.exp2(weights @ ((above > 0) & (above < above[:, -1:]))).sum())


def _pulled(member: Weights, weights: Weights, order: Order) -> Order:
    """Return the best order met while every number goes to the middle of its groups."""
    tried, pull = [order], weights @ member
    for _ in range(_PULLS):
        place = np.empty(len(order))
        place[order] = np.arange(len(order))
        middle = weights * (member @ place) / member.sum(axis=1)
        goal = np.where(pull > 0, (middle @ member) / np.where(pull > 0, pull, 1), place)
        order = np.argsort(goal, kind="stable")
        tried.append(order)
    return min(tried, key=lambda order: _cost(member, weights, order))


def _sifted(member: Weights, weights: Weights, start: Order) -> list[int]:
    """Return an order in which no number alone has a much better place."""
    order: list[int] = start.tolist()
    cost = _cost(member, weights, order)
    for _ in range(_SIFTS):
        before = cost
        for number in np.argsort(-(weights @ member), kind="stable").tolist():
            rest = [other for other in order if other != number]
            place = _best_place(member[:, rest], member[:, number] > 0, weights)
            order = [*rest[:place], number, *rest[place:]]
        cost = _cost(member, weights, order)
        if cost > 0.99 * before:
            break
    return order


def _best_place(rest: Weights, has: NDArray[np.bool_], weights: Weights) -> int:
    """Return before how many of the rest a number costs least; `has` are the groups it is in."""
    above = np.concatenate([np.zeros((len(rest), 1)), np.cumsum(rest, axis=1)], axis=1)
    whole = above[:, -1:]
    alone = (above > 0) & (above < whole)
    still_to_come = np.where(has[:, None], above > 0, alone)
    been = np.where(has[:, None], above < whole, alone)
    left, right = np.exp2(weights @ still_to_come), np.exp2(weights @ been)
    costs = np.cumsum(left) + np.cumsum(right[::-1])[::-1]
    return int(np.argmin(costs))
