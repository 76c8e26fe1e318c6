"""`detente check`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 11


@click.command("check")
@parameters.case
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Look for the source documents in this folder, too.",
)
@parameters.as_json
def command(case: str, documents: tuple[Path, ...], as_json: bool) -> int:
    """Report every problem of CASE at once, with file, line, column and what to do.

    References are looked up in the documents that are at hand. Exit code 2 if there is a problem.
    """
    from detente.workflow.cases import check

    return show(check(case, documents), as_json)
