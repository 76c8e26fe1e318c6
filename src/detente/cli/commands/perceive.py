"""`detente perceive`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 35


@click.command("perceive")
@parameters.case
@click.option("--model", "models", multiple=True, help="This model only; may be repeated.")
@click.option(
    "--concept", default="seq", help="Under this concept instead of sequential stability."
)
@parameters.conditions
@parameters.as_json
def command(
    case: str, models: tuple[str, ...], concept: str, as_json: bool, **conditions: Any
) -> int:
    """Say what holds in CASE as the parties see each other, and what misperception changes.

    What a party takes for other than it is stands under `perceptions` of a model. Only stability
    against credible replies depends on how others are seen.
    """
    from detente.workflow import Settings
    from detente.workflow.perceive import perceive

    return show(perceive(case, models, concept, Settings(**conditions)), as_json)
