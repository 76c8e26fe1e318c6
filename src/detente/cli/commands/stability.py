"""`detente stability`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 30


@click.command("stability")
@parameters.case
@click.option("--model", "models", multiple=True, help="This model only; may be repeated.")
@click.option("--concept", "concepts", multiple=True, help="This concept only; may be repeated.")
@click.option("--what-if", "what_if", default="", help="Apply a named what-if of the model.")
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    models: tuple[str, ...],
    concepts: tuple[str, ...],
    what_if: str,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Say what holds in each model of CASE, for whom, and what can be reached from today."""
    from detente.workflow import Settings
    from detente.workflow.analyse import stability

    return show(stability(case, models, Settings(**conditions), concepts, what_if), as_json)
