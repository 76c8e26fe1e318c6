"""`detente seal`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 52


@click.command("seal")
@parameters.case
@click.option("--question", "questions", multiple=True, help="This question; may be repeated.")
@click.option("--probability", type=float, default=None, help="Seal this one, from 0 to 1.")
@click.option("--because", default="", help="Why, for a probability that is given.")
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    default=None,
    help="Seal the probabilities of this table: `id` and one column.",
)
@click.option("--runs", type=click.IntRange(1), default=None, help="How many calendar runs.")
@click.option("--seed", type=click.IntRange(0), default=None, help="Of the random numbers.")
@click.option(
    "--file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file of seals; else out/forecasts.jsonl beside the case.",
)
@parameters.as_json
def command(
    case: str,
    questions: tuple[str, ...],
    probability: float | None,
    because: str,
    table: Path | None,
    runs: int | None,
    seed: int | None,
    file: Path | None,
    as_json: bool,
) -> int:
    """Seal forecasts on the dated questions of CASE, so that `score` refuses any later change.

    From calendar runs, or a probability of your own with its reason.
    """
    from detente.workflow.sealing import seal

    if probability is not None and table is not None:
        raise click.UsageError("give a probability or a table, not both")
    found = seal(
        case,
        questions,
        probability=probability,
        because=because,
        table=table,
        runs=runs,
        seed=seed,
        file=file,
    )
    return show(found, as_json)
