"""Ids made from the names that people gave to things elsewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from detente.case.formula import is_id

__all__ = ["ids_from"]


def ids_from(names: Iterable[str], otherwise: str) -> list[str]:
    """Return an id for each name, each once; `otherwise` where a name has no letter or digit.

    An id is in small letters of the name's own script, with `_` between words, and no word that
    conditions use.

    >>> ids_from(["Local Government", "Québec!", "québec", "Not", "?"], "actor")
    ['local_government', 'québec', 'québec_2', 'not_', 'actor']
    """
    ids: list[str] = []
    for name in names:
        base = _spelt(name) or otherwise
        base = base if is_id(base) else f"{base}_"
        id, k = base, 2
        while id in ids:
            id, k = f"{base}_{k}", k + 1
        ids.append(id)
    return ids


def _spelt(name: str) -> str:
    folded = unicodedata.normalize("NFC", name.casefold())
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded)
    return "_".join("".join(kept).split())
