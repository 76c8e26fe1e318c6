"""`detente quantities`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 46


@click.command("quantities")
@parameters.case
@parameters.as_json
def command(case: str, as_json: bool) -> int:
    """List the figures that the sources of CASE give, and compute what follows from them.

    So a reader sees whether two figures of different documents fit together.
    """
    from detente.workflow.quantities import quantities

    return show(quantities(case), as_json)
