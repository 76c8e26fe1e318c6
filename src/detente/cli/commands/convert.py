"""`detente convert`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 13


@click.command("convert")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE.yaml",
    help="Write the case to this file; else it is printed.",
)
@parameters.as_json
def command(source: Path, target: Path | None, as_json: bool) -> int:
    """Turn SOURCE, a file of GMCR+ (.gmcr), into a case file."""
    from detente.workflow.exchange import convert

    return show(convert(source, target), as_json)
