"""`detente review`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import parameters
from detente.cli.printing import show

if TYPE_CHECKING:  # importing the verbs is left to the command, so that start-up stays light
    from detente.workflow.review import Item, Review

ORDER = 15

_KEYS = "a accept   e edit, then accept   r reject   l later   q quit"


@click.command("review")
@parameters.case
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Look for the documents of the sources here too.",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind.")
@click.option("--extractor", default="", metavar="COMMAND", help="Also ask this outside program.")
@click.option("--parser", is_flag=True, help="Read the structure of sentences (extra `language`).")
@click.option("--accept", multiple=True, metavar="ID", help="Accept without asking.")
@click.option("--reject", multiple=True, metavar="ID", help="Reject without asking.")
@click.option("--later", multiple=True, metavar="ID", help="Leave for later without asking.")
@parameters.as_json
def command(
    case: str, documents: tuple[Path, ...], kinds: tuple[str, ...], extractor: str,
    parser: bool,
    accept: tuple[str, ...], reject: tuple[str, ...], later: tuple[str, ...], as_json: bool,
) -> int:  # fmt: skip
    """Go through what the documents of CASE may say; what is accepted enters the case.

    One key for each suggestion: accept, edit, reject, later. Without a terminal, or with --json,
    those that wait are listed.
    """
    from detente.workflow.review import open_review, review

    if accept or reject or later or as_json or not sys.stdin.isatty():
        found = review(
            case, documents, kinds=kinds, extractor=extractor, parser=parser,
            accept=accept, reject=reject, later=later,
        )  # fmt: skip
        return show(found, as_json)
    return _ask(open_review(case, documents, kinds=kinds, extractor=extractor, parser=parser))


def _ask(found: Review) -> int:
    """Show one suggestion after the other and wait for a key; each decision is kept at once."""
    waiting = found.waiting()
    for number, item in enumerate(waiting, 1):
        _present(item, f"{number} of {len(waiting)}")
        key = ""
        while key not in set("aerlq"):
            key = click.getchar().lower()
        if key == "q":
            break
        words = click.prompt("In your words", default=item.suggestion.text) if key == "e" else ""
        path = found.decide(item, {"r": "reject", "l": "later"}.get(key, "accept"), words)  # type: ignore[arg-type]
        click.echo(f"written to {path.name}" if path else "noted")
    click.echo(f"{len(found.waiting())} suggestions wait")
    return 0


def _present(item: Item, place: str) -> None:
    """Print a suggestion: what it is, where it stands, why it is suggested."""
    s = item.suggestion
    sides = " → ".join(", ".join(side) for side in (s.actor, s.recipient) if side)
    head = "  ".join(p for p in (s.kind, s.type, sides, str(s.date or "no date")) if p)
    click.echo(f"\n{place}  {item.source}¶{s.paragraph}  {head}")
    before, found, after = item.paragraph.partition(s.text)
    marked = f"{before[-200:]}[{found}]{after[:200]}" if found else s.text
    click.echo(f"  {' '.join(marked.split())}\n  why: {s.reason}\n{_KEYS}")
