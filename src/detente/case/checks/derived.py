"""Figures that follow from others: what they are computed from is there, and they have a result."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.places import Path
from detente.errors import Problem, UsageError
from detente.evidence.derived import Derived, computed, named_in

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of derived figures and of the amounts they are computed from."""
    for id, quantity in context.case.quantities.items():
        for name in quantity.amounts:
            path: Path = ("quantities", id, "amounts", name)
            if not name.isidentifier():
                hint = (
                    "a letter first, then letters, digits and `_`, so that it can be computed with"
                )
                yield context.problem(path, f"`{name}` cannot name an amount", hint, key=True)
    for id, derived in context.case.derived.items():
        yield from _derived(context, ("derived", id), derived)


def _derived(context: Context, path: Path, derived: Derived) -> Iterator[Problem]:
    at = (*path, "compute")
    if derived.within and not derived.within[0] <= derived.within[1]:
        hint = "write the lowest value that fits first, then the highest"
        yield context.problem((*path, "within"), "the range is empty", hint)
    try:
        named = named_in(derived.compute)
    except UsageError as error:
        yield context.problem(at, error.message, error.hint)
        return
    unknown = [p for quantity, amount in named for p in _amount(context, at, quantity, amount)]
    yield from unknown
    amounts = {id: q.amounts for id, q in context.case.quantities.items()}
    if unknown or any(amount not in amounts.get(quantity, {}) for quantity, amount in named):
        return
    try:
        computed(derived.compute, amounts)
    except UsageError as error:
        yield context.problem(at, error.message)


def _amount(context: Context, at: Path, quantity: str, amount: str) -> Iterator[Problem]:
    known = context.ids("quantities")
    yield from context.unknown(at, "quantity", quantity, known)
    if known is not None and quantity in known:
        amounts = context.ids("quantities", quantity, "amounts")
        yield from context.unknown(at, f"amount of `{quantity}`", amount, amounts)
