"""`detente read`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 13


@click.command("read")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--case", metavar="CASE", default="", help="A case that dates and names its sources.")
@click.option("--parser", is_flag=True, help="Read the structure of sentences (extra `language`).")
@parameters.as_json
def command(documents: tuple[Path, ...], case: str, parser: bool, as_json: bool) -> int:
    """Read DOCUMENTS (files or folders) as numbered paragraphs that a case can point at.

    With --json, each comes with suggestions: actors, events, figures, quotations and more.
    Nothing in a document is followed, fetched or run. Exit code 2 if one of them cannot be read.
    """
    from detente.workflow.reading import read_documents

    return show(read_documents(documents, case, parser=parser), as_json)
