"""`detente pulse`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from detente.cli import network, parameters
from detente.cli.printing import show

ORDER = 40


@click.command("pulse")
@parameters.case
@click.argument("pushed", nargs=-1, required=True, metavar="NODE=LEVEL…", callback=network.levels)
@click.option("--on", default="", metavar="NODE", help="Only this node, with the paths behind it.")
@click.option(
    "--flips", "which_flip", is_flag=True, help="With --on: which single mechanism turns it."
)
@click.option("--second-opinion", is_flag=True, help="Compare with a linear network at rest.")
@click.option(
    "--draws", type=click.IntRange(1), default=None, help="The number of draws of strengths."
)
@click.option("--seed", type=click.IntRange(0), default=None, help="The seed of the draws.")
@parameters.figure("Draw the strongest paths to this file.")
@network.scope
@parameters.as_json
def command(
    case: str,
    pushed: dict[str, float],
    on: str,
    which_flip: bool,
    second_opinion: bool,
    draws: int | None,
    seed: int | None,
    figure: Path | None,
    as_json: bool,
    **scope: Any,
) -> int:
    """Push nodes of CASE's network up (1) or down (-1) and see which way everything else goes."""
    from detente.workflow import Scope
    from detente.workflow.influence import pulse

    if which_flip and not on:
        raise click.UsageError("`--flips` asks about one node: name it with --on")
    found = pulse(
        case,
        pushed,
        Scope(**scope),
        on=on,
        which_flip=which_flip,
        second_opinion=second_opinion,
        draws=draws,
        seed=seed,
        figure=figure,
    )
    return show(found, as_json)
