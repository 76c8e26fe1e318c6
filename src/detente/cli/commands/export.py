"""`detente export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 60


@click.command("export")
@parameters.case
@click.option(
    "--as",
    "format",
    required=True,
    metavar="FORMAT",
    help="gmcr (GMCR+), nfg (Gambit) or storm (Storm).",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="NAME",
    help="Where to write; the format adds its endings to NAME.",
)
@click.option("--model", default="", help="The model; otherwise the latest.")
@click.option("--what-if", "what_if", default="", help="Apply a named what-if of the model.")
@click.option(
    "--force",
    is_flag=True,
    help="Write what the format can say of the model, though it is another game.",
)
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    format: str,
    target: Path,
    model: str,
    what_if: str,
    force: bool,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Write a model of CASE in the format of another tool."""
    from detente.workflow import Settings
    from detente.workflow.exchange import export

    settings = Settings(**conditions)
    return show(export(case, target, format, model, settings, what_if, force=force), as_json)
