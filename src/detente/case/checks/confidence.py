"""The analysts' own confidence: it is about a judgement that the case gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from detente.case.checks.context import Context
from detente.case.ledgers import Kind
from detente.errors import Problem

__all__ = ["JUDGEMENTS", "check"]

JUDGEMENTS: tuple[str, ...] = get_args(Kind)
"""The kinds of key judgement."""


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of judgements that do not exist."""
    questions = context.ids("questions")
    known = None if questions is None else {*JUDGEMENTS, *questions}
    for id in context.case.confidence:
        path = ("confidence", id)
        yield from context.unknown(path, "judgement or question", id, known, key=True)
