"""`detente answers`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 50


@click.command("answers")
@parameters.case
@click.option("--question", "questions", multiple=True, help="This question only, e.g. Q2.")
@click.option("--full", is_flag=True, help="Show every check with what was found.")
@click.option(
    "--fail-on",
    type=click.Choice(["disagreement", "open"]),
    default=None,
    help="Exit 1 if an answer disagrees, or (open) cannot be computed yet.",
)
@parameters.as_json
def command(
    case: str, questions: tuple[str, ...], full: bool, fail_on: str | None, as_json: bool
) -> int:
    """Answer the questions of CASE by computation and say whether the sources imply the same."""
    from detente.workflow.ask import answers

    return show(answers(case, questions, fail_on=fail_on or "", full=full), as_json)
