"""`detente list`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 90


@click.command("list")
@click.argument("kind")
@parameters.as_json
def command(kind: str, as_json: bool) -> int:
    """List the members of KIND: concepts, preferences, cases, models, readers, formats, exports or checks."""
    from detente.workflow.listing import listing

    return show(listing(kind), as_json)
