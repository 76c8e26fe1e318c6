"""`detente show`."""

from __future__ import annotations

import click

from detente.cli import parameters, printing

ORDER = 13


@click.command("show")
@parameters.case
@click.option("--model", default="", help="Show one model in full.")
@parameters.as_json
def command(case: str, model: str, as_json: bool) -> int:
    """Show what CASE holds: parties, models, sources, questions."""
    from detente.workflow.cases import show

    return printing.show(show(case, model), as_json)
