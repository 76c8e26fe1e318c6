"""`detente sources`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 44


@click.command("sources")
@parameters.case
@click.option("--judgements", is_flag=True, help="Who judges what, and who contradicts whom.")
@click.option("--coverage", is_flag=True, help="What rests on one source, on opinion, on nothing.")
@parameters.as_json
def command(case: str, judgements: bool, coverage: bool, as_json: bool) -> int:
    """List the sources of CASE with their grades, what they judge, or what they cover."""
    from detente.workflow.sources import covered, judged, sources

    if judgements and coverage:
        raise click.UsageError("choose one of --judgements and --coverage")
    verb = judged if judgements else covered if coverage else sources
    return show(verb(case), as_json)
