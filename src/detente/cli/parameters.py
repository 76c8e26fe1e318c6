"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["as_json", "case", "conditions", "figure", "groups", "pairs", "switches"]

F = TypeVar("F", bound=Callable[..., Any])

case = click.argument("case")
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")

_YES = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}


def figure(help: str) -> Callable[[F], F]:
    """Return the option that names the file of a drawing."""
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--figure", type=path, default=None, metavar="FILE.svg", help=help)


def pairs(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Read `NAME=VALUE`, given any number of times."""
    found = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise click.BadParameter(f"`{text}` is not NAME=VALUE", ctx, param)
        found[name.strip()] = value.strip()
    return found


def switches(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, bool]:
    """Read `NAME=yes` or `NAME=no`, given any number of times."""
    found = {}
    for name, value in pairs(ctx, param, given).items():
        if value.lower() not in _YES:
            raise click.BadParameter(f"`{name}={value}`: expected yes or no", ctx, param)
        found[name] = _YES[value.lower()]
    return found


def groups(
    ctx: click.Context, param: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """Read `NAME,NAME`, given any number of times."""
    found = []
    for text in given:
        names = tuple(name.strip() for name in text.split(","))
        if not all(names):
            raise click.BadParameter(f"`{text}` is not NAME,NAME", ctx, param)
        found.append(names)
    return tuple(found)


def conditions(command: F) -> F:
    """Add the options that say how a model is to be read."""
    for option in reversed(
        [
            click.option(
                "--reading",
                "readings",
                multiple=True,
                callback=pairs,
                metavar="ACTOR=NAME",
                help="Use another reading of an actor's preferences.",
            ),
            click.option(
                "--fix",
                multiple=True,
                callback=switches,
                metavar="OPTION=yes|no",
                help="Hold an option at that value for good.",
            ),
            click.option(
                "--context",
                multiple=True,
                callback=switches,
                metavar="BIT=yes|no",
                help="Set a fact of the world.",
            ),
            click.option(
                "--irreversible",
                multiple=True,
                metavar="OPTION",
                help="Let an option not be dropped once taken.",
            ),
        ]
    ):
        command = option(command)
    return command
