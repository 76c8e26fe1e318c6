"""Options that the commands on the causal network share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["levels", "scope"]

F = TypeVar("F", bound=Callable[..., Any])


def levels(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, float]:
    """Read `NODE=LEVEL`, given any number of times, each node once."""
    found: dict[str, float] = {}
    for text in given:
        node, _, level = text.partition("=")
        if node.strip().casefold() in {known.casefold() for known in found}:
            raise click.BadParameter(f"`{node.strip()}` is given twice", ctx, param)
        try:
            found[node.strip()] = float(level)
        except ValueError:
            raise click.BadParameter(
                f"`{text}` is not NODE=LEVEL, such as OIL=1", ctx, param
            ) from None
    return found


def scope(command: F) -> F:
    """Add the options that choose mechanisms."""
    for option in reversed(
        [
            click.option(
                "--document",
                "documents",
                multiple=True,
                help="Only what this source says; may be repeated.",
            ),
            click.option(
                "--only",
                multiple=True,
                help="Only mechanisms of this status: observed, intended, view, hypothesis.",
            ),
            click.option(
                "--without", multiple=True, help="Leave this mechanism out; may be repeated."
            ),
            click.option(
                "--reverse",
                "reversed",
                multiple=True,
                help="Turn this mechanism round; may be repeated.",
            ),
            click.option(
                "--bridges", is_flag=True, help="Let the modeller's bridges count, by half."
            ),
        ]
    ):
        command = option(command)
    return command
