"""`detente library`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show
from detente.cli.progress import progress_line

ORDER = 14


@click.command("library")
@parameters.case
@click.option(
    "--add",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Take this document, or all in this folder, into the library, too.",
)
@click.option("--search", "words", default="", metavar="WORDS", help="Search it; nothing is read.")
@click.option("--most", type=click.IntRange(1), default=20, help="The most paragraphs found.")
@parameters.as_json
def command(case: str, add: tuple[Path, ...], words: str, most: int, as_json: bool) -> int:
    """Read the documents in CASE's folder `documents` into its library, or search that.

    Only what is new or has changed is read. The library may be stopped and deleted at any time:
    it holds nothing but what the documents say.
    """
    from detente.workflow.library import search_library, update_library

    if words:
        return show(search_library(case, words, most), as_json)
    with progress_line() as progress:
        found = update_library(case, add, progress=progress)
    return show(found, as_json)
