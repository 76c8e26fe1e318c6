"""Give references that name a claim the place of that claim, so that a claim leads on to its paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from detente.case.case import Case
from detente.evidence import Claim, Reference
from detente.evidence.part import Part

__all__ = ["placed"]

P = TypeVar("P", bound=Part)


def placed(case: Case) -> Case:
    """Return a case whose references to claims also hold paragraph and exact words of the claim.

    What does not name a claim stays the same object. A claim without a paragraph gives none.

    >>> from detente.case import open_case
    >>> case = open_case("japan-russia")
    >>> order = case.models["2017-11"].preferences["jp"].readings["stated"].order
    >>> [(r.id, r.at) for r in order[2].because][:1]
    [('islands-block-treaty', '000¶6')]
    """
    return _part(case, case.evidence) if case.evidence else case


def _part(part: P, claims: Mapping[str, Claim]) -> P:
    changed = {}
    for name in type(part).model_fields:
        was = getattr(part, name)
        now = _value(was, claims)
        if now is not was:
            changed[name] = now
    return part.model_copy(update=changed) if changed else part


def _value(value: Any, claims: Mapping[str, Claim]) -> Any:
    """Return a value with its references placed; the same object where nothing changes."""
    if isinstance(value, Reference):
        return _reference(value, claims)
    if isinstance(value, Part):
        return _part(value, claims)
    if isinstance(value, dict):
        found = {k: _value(v, claims) for k, v in value.items()}
        return found if any(found[k] is not v for k, v in value.items()) else value
    if isinstance(value, tuple):
        items = tuple(_value(v, claims) for v in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    return value


def _reference(reference: Reference, claims: Mapping[str, Claim]) -> Reference:
    claim = claims.get(reference.id)
    if claim is None or not claim.at:
        return reference
    anchor = reference.anchor or claim.anchor
    return reference.model_copy(update={"at": claim.at, "anchor": anchor})
