"""What things rest on: every reference names a source, a claim or an assumption that is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from detente.case.checks.context import Context
from detente.case.places import Path
from detente.errors import Problem
from detente.evidence import Reference

__all__ = ["check", "references"]


def references(part: Any, path: Path = ()) -> Iterator[tuple[Path, Reference]]:
    """Yield every reference inside a part of a case, with its path.

    >>> from detente.case.model import Actor
    >>> jp = Actor.model_validate({"name": "Japan", "because": ["000¶4"]})
    >>> [(path, str(reference)) for path, reference in references(jp)]
    [(('because', 0), '000¶4')]
    """
    if isinstance(part, Reference):
        yield path, part
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from references(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from references(value, (*path, key))
    elif isinstance(part, tuple):
        for i, value in enumerate(part):
            yield from references(value, (*path, i))


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of references, and of the sources and claims that claims name."""
    sources, claims = context.ids("sources"), context.ids("evidence")
    assumptions = context.ids("assumptions")
    backing = None if claims is None or assumptions is None else claims | assumptions
    for path, reference in references(context.case):
        if reference.at:
            yield from context.unknown((*path, "at"), "source", reference.source, sources)
        elif reference.id and sources is not None and reference.id in sources - (backing or set()):
            message = f"`{reference.id}` is a source, and a reference names a paragraph of it"
            hint = f"write `{reference.id}¶1`, or the id of a claim"
            yield context.problem((*path, "id"), message, hint)
        elif reference.id:
            kind = "evidence or assumption"
            yield from context.unknown((*path, "id"), kind, reference.id, backing)
    for id, claim in context.case.evidence.items():
        at = ("evidence", id)
        yield from context.unknown((*at, "source"), "source", claim.source, sources)
        for field in ("corroborated_by", "contradicted_by"):
            for i, other in enumerate(getattr(claim, field)):
                yield from context.unknown((*at, field, i), "evidence", other, claims)
