"""Keys that the format does not know: say so, and read a misspelt one as what was meant.

A key that is one slip away from a known one is reported and then treated as that one, so that
what stands under it is still checked. Any other is reported and left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from detente.case.nodes import Entry, Scalar, Table
from detente.errors import Problem, did_you_mean

__all__ = ["mend"]

_CUTOFF = 0.75


def mend(table: Table, known: Iterable[str]) -> list[Problem]:
    """Return a problem for every unknown key of a map, and mend the map in place.

    >>> from detente.case.tree import tree_of
    >>> table, _ = tree_of("{lable: A ford, when: a, no toll}", "case.yaml")
    >>> for problem in mend(table, ["label", "when"]):
    ...     print(problem)
    case.yaml:1:2: unknown key `lable` (did you mean `label`?)
    case.yaml:1:26: unknown key `no toll` (put text that holds a comma in quotes)
    >>> table.names()
    ['label', 'when']
    """
    known = list(known)
    problems, kept = [], []
    for entry in table.entries:
        key = entry.key.text or ""
        if key in known:
            kept.append(entry)
            continue
        problems.append(entry.key.spot.problem(f"unknown key `{key}`", _hint(entry, known)))
        meant = [] if entry.bare else get_close_matches(key.casefold(), known, n=1, cutoff=_CUTOFF)
        if meant and table.get(meant[0]) is None:
            kept.append(Entry(Scalar(meant[0], entry.key.spot), entry.value))
    table.entries = kept
    return problems


def _hint(entry: Entry, known: list[str]) -> str:
    if entry.bare:
        return "put text that holds a comma in quotes"
    return did_you_mean(entry.key.text or "", known)
