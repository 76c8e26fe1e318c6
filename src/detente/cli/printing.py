"""Print what a verb returned: text for people, or one JSON object on standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from detente.errors import DetenteError, InvalidCase

if TYPE_CHECKING:  # importing the verbs is left to the commands, so that start-up stays light
    from detente.workflow.outcome import Outcome

__all__ = ["fail", "show"]


def show(outcome: Outcome, as_json: bool) -> int:
    """Print an outcome and return its exit code."""
    if as_json:
        click.echo(_dump(outcome.data))
    else:
        click.echo(outcome.text)
    return outcome.code


def fail(error: DetenteError) -> str:
    """Return an error as JSON.

    >>> fail(DetenteError("no such case", hint="look again"))
    '{"error": "no such case", "kind": "DetenteError", "hint": "look again"}'
    """
    data: dict[str, Any] = {
        "error": getattr(error, "message", "") or str(error),
        "kind": type(error).__name__,
        "hint": getattr(error, "hint", ""),
    }
    if isinstance(error, InvalidCase):
        keys = ("message", "file", "line", "column", "hint")
        data["problems"] = [{k: getattr(p, k) for k in keys} for p in error.problems]
    return _dump(data)


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False)
