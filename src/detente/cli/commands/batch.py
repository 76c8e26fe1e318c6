"""`detente batch`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show
from detente.cli.progress import progress_line

ORDER = 15


@click.command("batch")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="Where to write documents.jsonl and polecat.jsonl.",
)
@click.option("--parquet", is_flag=True, help="Write Parquet tables, too.")
@click.option(
    "--jobs", type=click.IntRange(0), default=0, help="The number of processes; 0: one a core."
)
@click.option("--parser", is_flag=True, help="Read the structure of sentences (extra `language`).")
@parameters.as_json
def command(
    documents: tuple[Path, ...], output: Path, parquet: bool, jobs: int, parser: bool, as_json: bool
) -> int:
    """Read many DOCUMENTS (files or folders) on all cores into tables of paragraphs and suggestions.

    Started again, it goes on where it was stopped. A document that cannot be read does not stop
    the others; it is listed, and the exit code is 2 then.
    """
    from detente.workflow.corpus import read_corpus

    with progress_line() as progress:
        found = read_corpus(
            documents, output, jobs=jobs, tables=parquet, parser=parser, progress=progress
        )
    return show(found, as_json)
