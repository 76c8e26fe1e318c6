"""`detente accounts`."""

from __future__ import annotations

import click

from detente.cli import network, parameters
from detente.cli.printing import show

ORDER = 42


@click.command("accounts")
@parameters.case
@click.argument("pushed", nargs=-1, metavar="[NODE=LEVEL…]", callback=network.levels)
@parameters.as_json
def command(case: str, pushed: dict[str, float], as_json: bool) -> int:
    """Compare the networks that the sources of CASE describe: who contradicts whom, and by what."""
    from detente.workflow.influence import accounts

    return show(accounts(case, pushed), as_json)
