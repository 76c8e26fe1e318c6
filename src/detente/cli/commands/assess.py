"""`detente assess`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 1


@click.command("assess")
@parameters.case
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("report.html"),
    show_default=True,
    help="Where to write the report.",
)
@click.option("--model", "models", multiple=True, help="These models only; may be repeated.")
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Look for the source documents in this folder, too.",
)
@parameters.as_json
def command(
    case: str, output: Path, models: tuple[str, ...], documents: tuple[Path, ...], as_json: bool
) -> int:
    """Assess CASE: key judgements on screen, the whole report in report.html.

    Checks the case, analyses every model, answers its questions. This is the main job.
    """
    from detente.workflow.assess import assess

    return show(assess(case, output, models, documents), as_json)
