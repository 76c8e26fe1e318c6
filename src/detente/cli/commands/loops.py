"""`detente loops`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import network, parameters
from detente.cli.printing import show

ORDER = 41


@click.command("loops")
@parameters.case
@click.option("--longest", type=click.IntRange(1), default=5, help="The most mechanisms in a loop.")
@click.option(
    "--through", multiple=True, help="Only loops that hold this mechanism; may be repeated."
)
@network.scope
@parameters.as_json
def command(case: str, longest: int, through: tuple[str, ...], as_json: bool, **scope: Any) -> int:
    """Name the feedback loops in CASE's network, and whether they reinforce or balance."""
    from detente.workflow import Scope
    from detente.workflow.influence import loops

    return show(loops(case, Scope(**scope), longest=longest, through=through), as_json)
