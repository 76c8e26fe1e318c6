"""`detente fmt`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 12


@click.command("fmt")
@parameters.case
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if it would.")
@parameters.as_json
def command(case: str, only_check: bool, as_json: bool) -> int:
    """Format the files of CASE in place, keeping comments and every value."""
    from detente.workflow.cases import fmt

    return show(fmt(case, only_check=only_check), as_json)
