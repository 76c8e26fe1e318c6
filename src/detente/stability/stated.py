"""From a model to what it states of each party's preferences, and to a game under a structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from detente.case import Case, Statement
from detente.case.model import Attitude, Reading
from detente.errors import UsageError
from detente.kernels import lexicographic
from detente.stability.amounts import amounts_of, columns, levels_of, ranks_of, strong_of
from detente.stability.game import Game, Ranked, Relation, game_of
from detente.stability.graph import ConflictGraph, Settings
from detente.stability.graph_form import GraphForm, graph_form
from detente.stability.quotient import quotient
from detente.stability.settings import order_of
from detente.stability.structure import STRUCTURES, Shares, Stated, Structure

__all__ = ["form_with", "game_with", "read_structure", "stated"]


def game_with(
    case: Case, model: str, settings: Settings | None = None, structure: str = "ranked"
) -> Game:
    """Return a model as a game under a structure of preference, such as `unknown:a`.

    Raises as `form_with`.

    >>> from detente.case import open_case
    >>> game = game_with(open_case("japan-russia"), "treaty-menu", structure="strength:strong")
    >>> int(game.stable("moves").all(axis=0).sum())
    1
    """
    member, variants = read_structure(structure)
    return form_with(graph_form(case, model, settings), member, variants[0]).game


def form_with(form: GraphForm, structure: Structure, variant: str = "") -> GraphForm:
    """Return a model in graph form under a structure of preference, in its first variant or another.

    Raises `UnknownName` for an unknown variant, `UsageError` for numbers out of range, or where
    merged states are not alike to someone under the structure.
    """
    relations: Sequence[Relation] = [structure.relation(s, variant) for s in stated(form)]
    if form.options is not None and len(form.states) < len(form.classes):
        classes = np.array(list(form.classes.values()))
        apart = game_of(form.options).under(relations)
        relations = quotient(apart, classes, form.game.labels).relations
    return replace(form, game=form.game.under(relations))


def read_structure(text: str) -> tuple[Structure, tuple[str, ...]]:
    """Return the structure that a text such as `unknown:a` names, and its variants: one, or all.

    Raises `UnknownName` or `UsageError`.

    >>> member, variants = read_structure("unknown")
    >>> member.key, variants
    ('unknown', ('a', 'b', 'c', 'd'))
    """
    key, colon, variant = text.strip().partition(":")
    member = STRUCTURES[key.casefold()]
    return member, (member.checked(variant),) if colon else tuple(member.variants)


def stated(form: GraphForm) -> tuple[Stated, ...]:
    """Return what a model states of each decision maker, over the states of its options.

    A reading that was chosen stands alone; else all readings of a party count by their weights.
    Readings without one share what is left of 100; without any weight all count the same. A model
    without options states rankings alone.

    >>> from detente.case import open_case
    >>> form = graph_form(open_case("japan-russia"), "2017-11")
    >>> dict(zip(form.deciders, [len(s.shares.best) for s in stated(form)]))
    {'jp': 1, 'jf': 1, 'ru': 3, 'cn': 2}
    """
    if form.options is None:
        return tuple(Stated.plainly(r.ranks) for r in form.game.relations if isinstance(r, Ranked))
    graph = form.options
    everyone = graph.ranks[:, graph.feasible].astype(np.int64)
    return tuple(_one(graph, i, everyone) for i in range(len(graph.deciders)))


def _one(graph: ConflictGraph, i: int, everyone: NDArray[np.int64]) -> Stated:
    actor, where = graph.deciders[i], graph.feasible
    preference = graph.option_model.preferences[actor]
    reading, order = preference.readings[graph.readings[i]], graph.orders[i]
    return Stated(
        ranks=everyone[i],
        amounts=amounts_of(reading, order, graph.truths, where)[where],
        strong=strong_of(reading),
        orders=np.stack([everyone[i], *_exchanged(graph, order)]),
        shares=_shares(graph, actor),
        everyone=everyone,
        attitudes=_attitudes(graph, actor),
        own=i,
        threshold=preference.threshold,
    )


def _exchanged(graph: ConflictGraph, order: Sequence[Statement]) -> Iterator[NDArray[np.int64]]:
    """Yield the ranks under each exchange of an unsure statement with a neighbour, one at a time."""
    truth, levels = columns(order, graph.truths), levels_of(order)
    pairs = {
        (min(k, j), max(k, j))
        for k, statement in enumerate(order)
        for j in (k - 1, k + 1)
        if statement.unsure and 0 <= j < len(order) and levels[j] != levels[k]
    }
    for k, j in sorted(pairs):
        places = list(range(len(order)))
        places[k], places[j] = j, k
        ranks = lexicographic(truth[places], graph.feasible, levels)
        yield ranks[graph.feasible].astype(np.int64)


def _shares(graph: ConflictGraph, actor: str) -> Shares:
    readings = graph.option_model.preferences[actor].readings
    chosen = graph.settings.readings.get(actor)
    used = {n: r for n, r in readings.items() if chosen in (None, n)}
    weights = np.array(list(_weights(list(used.values()))))
    ranks = np.stack([_ranks(graph, actor, name, reading) for name, reading in used.items()])
    return Shares(ranks, weights[:, 0], weights[:, 1], weights[:, 2])


def _ranks(graph: ConflictGraph, actor: str, name: str, reading: Reading) -> NDArray[np.int64]:
    order = reading.order
    settings = replace(graph.settings, readings={actor: name})
    with suppress(UsageError):  # a statement that is moved in another reading is none of this one
        order = order_of(graph.option_model, actor, settings)[1]
    ranks = ranks_of(reading, order, graph.truths, graph.feasible)
    return ranks[graph.feasible].astype(np.int64)


def _weights(readings: Sequence[Reading]) -> Iterator[tuple[float, float, float]]:
    """Yield the least, best and greatest weight of each reading; one alone counts whatever it has."""
    if len(readings) == 1:
        yield 1.0, 1.0, 1.0
        return
    given = [r.weight for r in readings if r.weight is not None]
    without = len(readings) - len(given)
    left = max(0.0, 100 - sum(w.best for w in given)) / without if without else 0.0
    for reading in readings:
        weight = reading.weight
        yield (left, left, left) if weight is None else (weight.low, weight.best, weight.high)


def _attitudes(graph: ConflictGraph, actor: str) -> tuple[Attitude, ...]:
    towards = graph.option_model.attitudes.get(actor, {})
    usual: dict[bool, Attitude] = {True: "devoted", False: "indifferent"}
    return tuple(towards.get(other, usual[other == actor]) for other in graph.deciders)
