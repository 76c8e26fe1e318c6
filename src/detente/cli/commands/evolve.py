"""`detente evolve`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 34


@click.command("evolve")
@parameters.case
@click.option("--model", default="", help="The model; the latest one if left out.")
@click.option(
    "--from",
    "start",
    default=None,
    metavar="OPTION,OPTION…",
    help="The options taken in the state to start from; the status quo if left out.",
)
@click.option(
    "--by",
    type=click.Choice(["improvements", "moves"]),
    default="improvements",
    show_default=True,
    help="Follow moves that each mover gains from, or moves of any kind.",
)
@click.option("--within", type=click.IntRange(min=0), default=None, help="So many moves at most.")
@click.option("--to", default="", help="Show the shortest ways to a condition or a named outcome.")
@parameters.figure("Write a drawing of it to this file.")
@click.option("--what-if", "what_if", default="", help="Apply a named what-if of the model.")
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    model: str,
    start: str | None,
    by: Literal["improvements", "moves"],
    within: int | None,
    to: str,
    figure: Path | None,
    what_if: str,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Follow CASE from today, move by move: where it can go, who moves, where it can stop."""
    from detente.workflow import Settings
    from detente.workflow.evolution import evolve

    on = None if start is None else [o for o in start.replace(",", " ").split() if o]
    settings = Settings(**conditions)
    return show(evolve(case, model, on, by, within, to, figure, settings, what_if), as_json)
