"""`detente inverse`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 33


@click.command("inverse")
@parameters.case
@click.option("--model", default="", help="The model; the latest one if left out.")
@click.option("--target", default="", help="What is to hold: a condition or a named outcome.")
@click.option(
    "--state",
    default="",
    metavar="OPTION,OPTION…",
    help="Instead of a target: the options taken in one state, or a state of a graph form.",
)
@click.option("--concept", default="nash", show_default=True)
@click.option("--actor", "actors", multiple=True, help="This party only; may be repeated.")
@click.option(
    "--coalition",
    default="",
    metavar="ACTOR,ACTOR",
    help="Ask for this coalition, with --concept cnash, cgmr, csmr or cseq.",
)
@click.option(
    "--at-most",
    default=2,
    show_default=True,
    type=click.IntRange(0, 3),
    help="Try so many steps of outsiders together; 0 leaves outsiders out.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=None,
    help="Stop looking for steps of outsiders after this time.",
)
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    model: str,
    target: str,
    state: str,
    concept: str,
    actors: tuple[str, ...],
    coalition: str,
    at_most: int,
    seconds: float | None,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Say what each party would have to want for the target to hold, and what outsiders could do.

    For each party: the conditions on its ranking, how many rankings meet them, and the smallest
    change of its ranking and of the order of its priorities. For outsiders: the fewest steps
    (reward or punish, commit, hold, change a fact, persuade) that make the target hold.
    """
    if bool(target) == bool(state):
        raise click.UsageError("give either `--target` or `--state`")
    from detente.workflow import Settings
    from detente.workflow.inverse import ask_inverse

    outcome = ask_inverse(
        case,
        model,
        target,
        state=None if target else _names(state),
        concept=concept,
        actors=actors,
        coalition=_names(coalition),
        at_most=at_most,
        settings=Settings(**conditions),
        seconds=seconds,
    )
    return show(outcome, as_json)


def _names(text: str) -> list[str]:
    return text.replace(",", " ").split()
