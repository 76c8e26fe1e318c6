"""`detente trace`."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 45


@click.command("trace")
@parameters.case
@click.argument("thing", default="", metavar="[THING]")
@click.option(
    "--drop",
    "dropped",
    multiple=True,
    metavar="WHAT",
    help="What falls if this source, paragraph, claim or assumption falls; may be repeated.",
)
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Look for the source documents in this folder, too, and quote them.",
)
@parameters.as_json
def command(
    case: str, thing: str, dropped: tuple[str, ...], documents: tuple[Path, ...], as_json: bool
) -> int:
    """Follow THING of CASE to the paragraphs it rests on, or a paragraph to all that rests on it.

    THING is a part of the case (`M63`, `condition/E4`, `2018-05/ru/1`, `jp.woo`), a key judgement
    (`holds`, `blocks`, `unlocks`, `turns`, `lacks`), a source or a paragraph (`000¶24`).
    """
    from detente.workflow.trace import trace

    return show(trace(case, thing, documents, dropped=dropped), as_json)
