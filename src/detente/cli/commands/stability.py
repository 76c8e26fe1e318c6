"""`detente stability`."""

from __future__ import annotations

from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show
from detente.cli.progress import progress_line

ORDER = 30


@click.command("stability")
@parameters.case
@click.option("--model", "models", multiple=True, help="This model only; may be repeated.")
@click.option(
    "--concept",
    "concepts",
    multiple=True,
    metavar="NAME",
    help="This concept only, such as seq, lh:3 or jp=nash,seq; may be repeated.",
)
@click.option("--what-if", "what_if", default="", help="Apply a named what-if of the model.")
@click.option(
    "--coalition",
    "coalitions",
    multiple=True,
    callback=parameters.groups,
    metavar="ACTOR,ACTOR",
    help="Say what these parties could do together; may be repeated.",
)
@click.option(
    "--preferences",
    multiple=True,
    metavar="STRUCTURE[:VARIANT]",
    help="Also under this structure of preference, such as `unknown:a`; may be repeated.",
)
@click.option(
    "--engine",
    type=click.Choice(["auto", "explicit", "bits", "symbolic", "sat", "diagrams"]),
    metavar="auto|explicit|bits|symbolic|diagrams",
    default="auto",
    help="`symbolic` (or `sat`) says what holds in models of any size, without listing states; "
    "`diagrams` counts all that holds in them; `bits` counts Nash equilibria of up to some 34 "
    "options; `auto` lists states where it can.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=100,
    help="With `--engine symbolic`: list so many equilibria at most.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=60,
    help="With `--engine symbolic`: the time for each question, with `diagrams` for each concept; "
    "what is not settled then is open.",
)
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    models: tuple[str, ...],
    concepts: tuple[str, ...],
    what_if: str,
    coalitions: tuple[tuple[str, ...], ...],
    preferences: tuple[str, ...],
    engine: str,
    limit: int,
    seconds: float,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Say what holds in each model of CASE, for whom, and what can be reached from today."""
    from detente.workflow import Settings
    from detente.workflow.analyse import stability
    from detente.workflow.symbolic import stability_by_size, symbolic_stability

    settings = Settings(**conditions)
    if engine == "bits" and {c.casefold() for c in concepts} - {"nash"}:
        raise click.UsageError("`--engine bits` answers for `--concept nash` only")
    if engine in ("bits", "symbolic", "sat", "diagrams") and (coalitions or preferences):
        left = "`--coalition` and `--preferences`"
        raise click.UsageError(f"{left} are not for `--engine {engine}`")
    if engine == "bits":
        from detente.workflow.bits import nash_by_bits

        with progress_line() as progress:
            found = nash_by_bits(case, models, settings, what_if, progress=progress)
        return show(found, as_json)
    asked = case, models, settings, concepts, what_if
    if engine == "diagrams":
        from detente.workflow.diagrams import stability_by_diagrams

        return show(stability_by_diagrams(*asked, seconds=seconds), as_json)
    with progress_line() as progress:
        if engine == "explicit":
            found = stability(*asked, coalitions, progress=progress)
        elif engine == "auto":
            found = stability_by_size(
                *asked, coalitions, limit=limit, seconds=seconds, progress=progress
            )
        else:
            found = symbolic_stability(*asked, limit=limit, seconds=seconds, progress=progress)
    if preferences:
        from detente.workflow.preferences import with_preferences

        found = with_preferences(found, case, preferences, settings, concepts, what_if)
    return show(found, as_json)
