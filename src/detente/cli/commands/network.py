"""`detente network`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from detente.cli import network, parameters
from detente.cli.printing import show

ORDER = 43


@click.command("network")
@click.argument("case", required=False, default="")
@click.option(
    "--csv",
    "matrix",
    type=click.Path(path_type=Path),
    default=None,
    help="Write the network as an adjacency matrix to this file.",
)
@click.option(
    "--from-csv",
    "source",
    type=click.Path(path_type=Path),
    default=None,
    help="Print the network of a matrix as a section of a case file; no CASE is needed.",
)
@parameters.figure("Draw the network to this file.")
@network.scope
@parameters.as_json
def command(
    case: str,
    matrix: Path | None,
    source: Path | None,
    figure: Path | None,
    as_json: bool,
    **scope: Any,
) -> int:
    """Say what CASE's network holds; read or write it as fuzzy-cognitive-map tools do."""
    from detente.workflow import Scope
    from detente.workflow.influence import network_of, section_of

    if bool(case) == bool(source):
        raise click.UsageError("name a case, or a matrix with `--from-csv`")
    if source is not None:
        return show(section_of(source), as_json)
    return show(network_of(case, Scope(**scope), matrix, figure), as_json)
