"""Edits of preference orders: what can be changed, and what a changed order makes of the states.

The vocabulary of a model is what its parties already talk about: its options, its propositions and
the statements of every party, each affirmed and denied. Conditions that mean the same in every
feasible state count once. Outcomes are left out: they are the analyst's names for results.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.case import Formula
from detente.case.formula import Name, negate
from detente.errors import TooLarge
from detente.stability.graph import ConflictGraph, levels_of

__all__ = ["Edit", "EditedOrder", "Wishes", "vocabulary"]

Operation = Literal["reverse", "delete", "add"]


@dataclass(frozen=True, order=True)
class Edit:
    """One change of one party's order; `position` is the statement's, from 1, or 0 for an addition."""

    actor: str
    operation: Operation
    position: int
    statement: str


@dataclass(frozen=True)
class EditedOrder:
    """An order after edits: additions on top (first is highest), statements reversed or deleted.

    `added` holds columns of the vocabulary; `reversed` and `deleted` statement numbers from 0.
    """

    added: tuple[int, ...] = ()
    reversed: frozenset[int] = frozenset()
    deleted: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many edits it took."""
        return len(self.added) + len(self.reversed) + len(self.deleted)


def vocabulary(graph: ConflictGraph) -> list[tuple[Formula, NDArray[np.bool_]]]:
    """Return every condition that may be added on top, with where it is true among feasible states.

    Each condition and its denial, in the order in which the model names them; constants and
    repetitions of meaning are left out.
    """
    model = graph.option_model
    named: list[Formula] = [Name(n) for n in (*graph.options, *model.propositions)]
    spoken = [s.want for order in graph.orders for s in order]
    found: dict[bytes, tuple[Formula, NDArray[np.bool_]]] = {}
    for formula in [x for f in (*named, *spoken) for x in (f, negate(f))]:
        column = graph.truths.of(formula)[graph.feasible]
        if column.any() and not column.all():
            found.setdefault(column.tobytes(), (formula, column))
    return list(found.values())


class Wishes:
    """One party's statements and the vocabulary as columns over the feasible states.

    `columns` has shape (statements + vocabulary, F). Keys computed from an order are whole numbers
    whose comparison is the preference: exact, since they stay below 2**53.
    """

    def __init__(
        self,
        graph: ConflictGraph,
        i: int,
        words: list[tuple[Formula, NDArray[np.bool_]]],
        kept: frozenset[int],
    ) -> None:
        self.graph, self.i, self.kept = graph, i, kept
        self.count = len(graph.orders[i])
        self.levels = levels_of(graph.orders[i])
        self.words = words
        own = graph.truth[i][:, graph.feasible]
        self.columns = np.concatenate([own, np.array([w[1] for w in words])]).astype(np.float64)

    def keys(self, orders: list[EditedOrder]) -> NDArray[np.float64]:
        """Return the key of every feasible state under each order; shape (orders, F)."""
        weights = np.zeros((len(orders), len(self.columns)))
        for row, order in zip(weights, orders, strict=True):
            self._weigh(row, order)
        keys: NDArray[np.float64] = weights @ self.columns
        return keys

    def _weigh(self, row: NDArray[np.float64], order: EditedOrder) -> None:
        weight, members, level = 1, 0, -1
        for k in reversed([k for k in range(self.count) if k not in order.deleted]):
            if self.levels[k] != level:
                weight, members, level = weight * (members + 1), 0, self.levels[k]
            members += 1
            row[k] = -weight if k in order.reversed else weight
        weight *= members + 1
        for column in reversed(order.added):
            row[self.count + column] += weight
            weight *= 2
        if weight > 1 << 52:
            raise TooLarge(
                "the order has too many statements for an exact search",
                found=f"{self.count} statements",
                expected="50 at most",
            )

    def repairs(
        self, order: EditedOrder, want: int, against: NDArray[np.int64]
    ) -> list[EditedOrder]:
        """Return every order one edit away that can help a state against one of some others.

        `want` and `against` are places among the feasible states, the latter ones that now win or
        draw. Any set of edits that lifts `want` to one of them holds one of these: a statement
        that tells the two apart must be reversed or deleted, or something put above it.
        """
        difference = self.columns[:, want, None] - self.columns[:, against]
        found = []
        for k in self._deciding(order, difference):
            found.append(EditedOrder(order.added, order.reversed | {k}, order.deleted))
            found.append(EditedOrder(order.added, order.reversed, order.deleted | {k}))
        for column in np.flatnonzero((difference[self.count :] > 0).any(axis=1)):
            if self.kept or int(column) in order.added:
                continue
            for place in range(len(order.added) + 1):
                added = (*order.added[:place], int(column), *order.added[place:])
                found.append(EditedOrder(added, order.reversed, order.deleted))
        return found

    def _deciding(self, order: EditedOrder, difference: NDArray[np.float64]) -> list[int]:
        """Return the unedited statements down to the level that first tells two states apart.

        `difference` has shape (columns, pairs). Statements on which a pair agrees are left out:
        no edit of them changes its comparison.
        """
        undecided = np.ones(difference.shape[1], dtype=bool)
        for column in order.added:
            undecided &= difference[self.count + column] == 0
        found: list[int] = []
        for level in sorted(set(self.levels)):
            total = np.zeros(difference.shape[1])
            for k in (k for k in range(self.count) if self.levels[k] == level):
                if k in order.deleted:
                    continue
                sign = -1 if k in order.reversed else 1
                total += sign * difference[k]
                editable = k not in order.reversed and k not in self.kept
                if editable and (undecided & (difference[k] != 0)).any():
                    found.append(k)
            undecided &= total == 0
        return found

    def edits(self, order: EditedOrder) -> tuple[Edit, ...]:
        """Return an order's edits in words."""
        actor, statements = self.graph.deciders[self.i], self.graph.orders[self.i]
        found = [Edit(actor, "add", 0, str(self.words[c][0])) for c in order.added]
        for operation, which in (("reverse", order.reversed), ("delete", order.deleted)):
            for k in sorted(which):
                found.append(Edit(actor, operation, k + 1, str(statements[k].want)))  # type: ignore[arg-type]
        return tuple(found)
