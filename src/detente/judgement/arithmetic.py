"""The figures that follow from the quantities of a case, and whether they fit together."""

from __future__ import annotations

from dataclasses import dataclass

from detente.case import Case
from detente.evidence.derived import Derived, computed, named_in

__all__ = ["Result", "results"]


@dataclass(frozen=True)
class Result:
    """A derived figure with its value and the quantities it rests on.

    `fits` is None where the case gives no range for it.
    """

    id: str
    derived: Derived
    value: float
    fits: bool | None
    quantities: tuple[str, ...]


def results(case: Case) -> tuple[Result, ...]:
    """Return every derived figure of a case. A case that was checked raises nothing.

    >>> from detente.case import open_case
    >>> results(open_case("chicken"))
    ()
    """
    amounts = {id: quantity.amounts for id, quantity in case.quantities.items()}
    found = []
    for id, derived in case.derived.items():
        value = computed(derived.compute, amounts)
        rests = tuple(dict.fromkeys(quantity for quantity, _ in named_in(derived.compute)))
        found.append(Result(id, derived, value, derived.fits(value), rests))
    return tuple(found)
