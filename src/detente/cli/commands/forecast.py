"""`detente forecast`."""

from __future__ import annotations

import click

from detente.cli import parameters
from detente.cli.printing import show
from detente.cli.progress import progress_line

ORDER = 51


@click.command("forecast")
@parameters.case
@click.option("--question", "questions", multiple=True, help="This question; may be repeated.")
@click.option(
    "--runs", type=click.IntRange(1), default=None, help="How many; else as the case says."
)
@click.option("--seed", type=click.IntRange(0), default=None, help="Of the random numbers.")
@click.option("--workers", type=click.IntRange(1), default=1, help="Processes to run on.")
@click.option("--full", is_flag=True, help="Say what every number is made of.")
@parameters.as_json
def command(
    case: str,
    questions: tuple[str, ...],
    runs: int | None,
    seed: int | None,
    workers: int,
    full: bool,
    as_json: bool,
) -> int:
    """Forecast the dated questions of CASE from runs along the calendar.

    Every answer is conditional on the model and drawn to the base rate that its question names.
    """
    from detente.workflow.forecasts import forecast

    with progress_line() as progress:
        found = forecast(
            case, questions, runs=runs, seed=seed, workers=workers, full=full, progress=progress
        )
    return show(found, as_json)
