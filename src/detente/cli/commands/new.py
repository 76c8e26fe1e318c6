"""`detente new`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 10


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the dispute is about.")
@parameters.as_json
def command(folder: Path, title: str, as_json: bool) -> int:
    """Start a case in FOLDER: a small, complete case.yaml to change."""
    from detente.workflow.cases import new

    return show(new(folder, title), as_json)
