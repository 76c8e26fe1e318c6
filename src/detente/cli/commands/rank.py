"""`detente rank`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 33


@click.command("rank")
@parameters.case
@click.option("--model", "models", multiple=True, help="This model only; may be repeated.")
@click.option("--concept", "concepts", multiple=True, help="This concept only; may be repeated.")
@click.option(
    "--by",
    multiple=True,
    metavar="CRITERION,…",
    help="Sort by these, in this order: concepts, coalitions, reach, unsure, edits, margin.",
)
@click.option("--what-if", "what_if", default="", help="Apply a named what-if of the model.")
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    models: tuple[str, ...],
    concepts: tuple[str, ...],
    by: tuple[str, ...],
    what_if: str,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Rank the equilibria of CASE, criterion by criterion; ties are left as ties.

    For each: the concepts it holds under, coalitions that could upset it, whether today leads there,
    which single changes of priorities unsettle it, and its smallest margin.
    """
    from detente.workflow import Settings
    from detente.workflow.ranking import rank

    criteria = tuple(key for keys in by for key in keys.replace(",", " ").split())
    return show(rank(case, models, concepts, criteria, Settings(**conditions), what_if), as_json)
