"""`detente events`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 47


@click.command("events")
@parameters.case
@click.option("--between", default="", metavar="ACTOR,ACTOR", help="The pair to look at.")
@parameters.figure("Draw the events of the pair to this file.")
@parameters.as_json
def command(case: str, between: str, figure: Path | None, as_json: bool) -> int:
    """Show how two actors of CASE treated each other, year by year: acts each way, joint events."""
    from detente.workflow.events import events

    pair = tuple(part.strip() for part in between.split(",") if part.strip())
    return show(events(case, pair, figure), as_json)
