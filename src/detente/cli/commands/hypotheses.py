"""`detente hypotheses`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 46


@click.command("hypotheses")
@parameters.case
@click.argument("set", default="", metavar="[SET]")
@click.option(
    "--document",
    "documents",
    multiple=True,
    help="Only evidence taken from this source, or `outside`, or `*`; may be repeated.",
)
@click.option(
    "--without", multiple=True, metavar="ROW", help="Leave this row out; may be repeated."
)
@click.option(
    "--best",
    type=click.IntRange(1),
    default=1,
    help="How many of the lowest are watched when rows are left out in turn.",
)
@parameters.as_json
def command(
    case: str,
    set: str,
    documents: tuple[str, ...],
    without: tuple[str, ...],
    best: int,
    as_json: bool,
) -> int:
    """Weigh the competing hypotheses of CASE: what speaks against each, and what each predicts."""
    from detente.workflow.hypotheses import hypotheses

    return show(hypotheses(case, set, documents, without, many=best), as_json)
