"""`detente score`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 53


@click.command("score")
@click.argument("case", required=False, default="")
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    default=None,
    help="Score this table of settled questions instead of a case.",
)
@click.option(
    "--answers",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A table of more forecasters' answers; may be repeated.",
)
@click.option("--seed", type=click.IntRange(0), default=0, help="Of the resampling of a table.")
@parameters.figure("Draw the reliability of a table's forecasters to this file.")
@click.option(
    "--sealed",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file of seals; else out/forecasts.jsonl beside the case.",
)
@click.option("--newest", default="", metavar="SEAL", help="Refuse a file without this seal.")
@click.option(
    "--resolve",
    "outcomes",
    multiple=True,
    callback=parameters.switches,
    metavar="QUESTION=yes|no",
    help="Say what came of a question; may be repeated.",
)
@click.option("--full", is_flag=True, help="List every forecast of the documents.")
@parameters.as_json
def command(
    case: str,
    table: Path | None,
    answers: tuple[Path, ...],
    seed: int,
    figure: Path | None,
    sealed: Path | None,
    newest: str,
    outcomes: dict[str, bool],
    full: bool,
    as_json: bool,
) -> int:
    """Score the forecasts of CASE: the documents' own and sealed ones; or a table of questions.

    A sealed forecast that was changed is refused, and said which.
    """
    from detente.workflow.scoring import score, score_questions

    if bool(case) == bool(table):
        raise click.UsageError("name a case, or a table with `--table`")
    if table is not None:
        return show(score_questions(table, answers, seed, figure), as_json)
    if figure is not None:
        raise click.UsageError("`--figure` draws the forecasters of a `--table`")
    found = score(case, sealed=sealed, newest=newest, outcomes=outcomes, full=full)
    return show(found, as_json)
