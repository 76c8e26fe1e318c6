"""The shelf of suggesters: one file here looks for one kind of thing in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.registry import Shelf
from detente.suggest.reading import Reading
from detente.suggest.suggestion import Suggestion

__all__ = ["SUGGESTERS", "Suggester"]


@dataclass(frozen=True)
class Suggester:
    """A member of the shelf: its name, what it looks for, and the function that looks.

    >>> SUGGESTERS["dates"].label
    'dates, as they stand or counted from the date of the document'
    """

    key: str
    label: str
    suggest: Callable[[Reading], Iterable[Suggestion]]


SUGGESTERS: Shelf[Suggester] = Shelf("detente.suggest.shelf", "suggester")
