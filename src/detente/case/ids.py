"""Ids made from the names that people gave to things elsewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from detente.case.formula import is_id

__all__ = ["each_once", "ids_from"]


def ids_from(names: Iterable[str], otherwise: str) -> list[str]:
    """Return an id for each name, each once; `otherwise` where a name has no letter or digit.

    An id is in small letters of the name's own script, with `_` between words, and no word that
    conditions use.

    >>> ids_from(["Local Government", "Québec!", "québec", "Not", "?"], "actor")
    ['local_government', 'québec', 'québec_2', '_not', 'actor']
    """
    spelt = (_spelt(name) or otherwise for name in names)
    return each_once(id if is_id(id) else f"_{id}" for id in spelt)


def each_once(names: Iterable[str]) -> list[str]:
    """Return names with a number added to each that stood before.

    >>> each_once(["a", "b", "a", "a"])
    ['a', 'b', 'a_2', 'a_3']
    """
    found: list[str] = []
    for name in names:
        once, k = name, 2
        while once in found:
            once, k = f"{name}_{k}", k + 1
        found.append(once)
    return found


def _spelt(name: str) -> str:
    folded = unicodedata.normalize("NFC", name.casefold())
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded)
    return "_".join("".join(kept).split())
