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
@click.option("--schema", "schema_only", is_flag=True, help="Write just the schema for editors.")
@parameters.as_json
def command(folder: Path, title: str, schema_only: bool, as_json: bool) -> int:
    """Start a case in FOLDER: a small, complete case.yaml to change, and its schema for editors."""
    from detente.workflow.cases import new

    return show(new(folder, title, schema_only=schema_only), as_json)
