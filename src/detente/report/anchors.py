"""Where things stand in a report: the ids that links lead to, one rule for every format.

Ids of a case hold letters, digits, `_`, `-` and `.`; every other character is written as its code
point, so that no id can break out of an attribute.
"""

from __future__ import annotations

import re

from detente.judgement.concern import Basis

__all__ = ["anchor", "basis_anchor", "statement_anchor"]

_ODD = re.compile(r"[^\w.-]")


def anchor(*parts: str | int) -> str:
    """Return the anchor of a thing.

    >>> anchor("model", "2016-12"), anchor("ref", 'a"b', 1)
    ('model-2016-12', 'ref-a.22.b-1')
    """
    return "-".join(_ODD.sub(lambda m: f".{ord(m[0]):x}.", str(p)) for p in parts)


def statement_anchor(model: str, actor: str, reading: str, position: int, used: bool) -> str:
    """Return the anchor of a priority; the reading is named only where it is not the one in use.

    >>> statement_anchor("2018-05", "ru", "stated", 1, used=True)
    'st-2018-05-ru-1'
    """
    return anchor("st", model, actor, *(() if used else (reading,)), position)


def basis_anchor(basis: Basis) -> str:
    """Return the anchor of a priority that a judgement rests on."""
    return statement_anchor(basis.model, basis.actor, basis.reading, basis.position, used=True)
