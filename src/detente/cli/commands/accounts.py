"""`detente accounts`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import network, parameters
from detente.cli.printing import show

ORDER = 42


@click.command("accounts")
@parameters.case
@click.argument("pushed", nargs=-1, metavar="[NODE=LEVEL…]", callback=network.levels)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="Write the comparison as a page: .html, .md, .txt or .json.",
)
@parameters.as_json
def command(case: str, pushed: dict[str, float], output: Path | None, as_json: bool) -> int:
    """Compare the networks that the sources of CASE describe: who contradicts whom, and by what."""
    from detente.workflow.influence import accounts

    return show(accounts(case, pushed, output=output), as_json)
