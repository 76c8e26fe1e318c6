"""`detente read`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 13


@click.command("read")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@parameters.as_json
def command(documents: tuple[Path, ...], as_json: bool) -> int:
    """Read DOCUMENTS (files or folders) as numbered paragraphs that a case can point at.

    Nothing in a document is followed, fetched or run. Exit code 2 if one of them cannot be read.
    """
    from detente.workflow.reading import read_documents

    return show(read_documents(documents), as_json)
