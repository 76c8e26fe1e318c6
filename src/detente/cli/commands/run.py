"""`detente run`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show
from detente.cli.progress import progress_line

ORDER = 45


@click.command("run")
@parameters.case
@click.option(
    "--runs", type=click.IntRange(1), default=None, help="How many; as the case says if left out."
)
@click.option("--seed", type=click.IntRange(0), default=None, help="The seed of all draws.")
@click.option("--from", "start", default="", metavar="DATE", help="Where the runs begin.")
@click.option("--until", default="", metavar="DATE", help="Where they end.")
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to use."
)
@click.option(
    "--number", type=click.IntRange(0), default=None, help="Tell this one run as a story."
)
@click.option("--moves", "event", default="", metavar="EVENT", help="Say what moves this event.")
@parameters.figure("Draw what moves the event to this SVG file.")
@click.option(
    "--cluster", default="", metavar="ADDRESS", help="A Dask scheduler to run on, or `local`."
)
@click.option("--hindcast", is_flag=True, help="Run from earlier dates, and score what was said.")
@parameters.as_json
def command(
    case: str,
    runs: int | None,
    seed: int | None,
    start: str,
    until: str,
    workers: int,
    number: int | None,
    event: str,
    figure: Path | None,
    cluster: str,
    hindcast: bool,
    as_json: bool,
) -> int:
    """Run CASE along its calendar: shocks, levels, moves, and what came of it."""
    from detente.workflow.hindcasts import back_check
    from detente.workflow.runs import run, story, what_moves

    if figure is not None and not event:
        raise click.UsageError("`--figure` draws what `--moves` finds")
    if number is not None:
        return show(story(case, number, seed=seed, start=start, until=until), as_json)
    with progress_line() as tell:
        what = "changes" if event else "hindcasts" if hindcast else "runs"
        progress = (lambda done, of: tell(f"{done:,} of {of:,} {what}")) if tell else None
        if event:
            found = what_moves(
                case,
                event,
                runs,
                seed=seed,
                start=start,
                until=until,
                figure=figure,
                progress=progress,
            )
        elif hindcast:
            found = back_check(case, runs, seed=seed, workers=workers, progress=progress)
        else:
            found = run(
                case,
                runs,
                seed=seed,
                start=start,
                until=until,
                workers=workers,
                cluster=cluster,
                progress=progress,
            )
    return show(found, as_json)
