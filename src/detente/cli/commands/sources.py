"""`detente sources`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 44


@click.command("sources")
@parameters.case
@click.option("--judgements", is_flag=True, help="Who judges what, and who contradicts whom.")
@click.option("--coverage", is_flag=True, help="What rests on one source, on opinion, on nothing.")
@click.option(
    "--csl",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE.json",
    help="Write the sources as CSL-JSON, for Zotero and pandoc.",
)
@click.option(
    "--ledgers",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="FOLDER",
    help="Write claims, events, judgements, forecasts and more as lines of JSON.",
)
@parameters.as_json
def command(
    case: str,
    judgements: bool,
    coverage: bool,
    csl: Path | None,
    ledgers: Path | None,
    as_json: bool,
) -> int:
    """List the sources of CASE with their grades, what they judge, or what they cover.

    Given a CSL-JSON file (`.json`) in place of a case, print its records as a `sources` section.
    """
    from detente.workflow.sources import covered, exported, imported, judged, sources

    if judgements + coverage + bool(csl or ledgers) > 1:
        raise click.UsageError("choose one: --judgements, --coverage, or files to write")
    if case.endswith(".json"):
        return show(imported(Path(case)), as_json)
    if csl or ledgers:
        return show(exported(case, csl, ledgers), as_json)
    verb = judged if judgements else covered if coverage else sources
    return show(verb(case), as_json)
