"""`detente explain`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 31


@click.command("explain")
@parameters.case
@click.option("--model", default="", help="The model; the latest one if left out.")
@click.option(
    "--state",
    default=None,
    metavar="OPTION,OPTION…",
    help="The options taken in the state; the status quo if left out.",
)
@click.option("--actor", "actors", multiple=True, help="This party only; may be repeated.")
@click.option(
    "--concept", "concepts", multiple=True, metavar="NAME", help="Nash and sequential if left out."
)
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    model: str,
    state: str | None,
    actors: tuple[str, ...],
    concepts: tuple[str, ...],
    as_json: bool,
    **conditions: Any,
) -> int:
    """Explain one state: who could gain by leaving it, and what would answer that."""
    from detente.workflow import Settings
    from detente.workflow.analyse import explain

    on = None if state is None else [o for o in state.replace(",", " ").split() if o]
    return show(explain(case, model, on, actors, concepts, Settings(**conditions)), as_json)
