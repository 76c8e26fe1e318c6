"""`detente unlock`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from detente.cli import parameters
from detente.cli.printing import show

ORDER = 32


@click.command("unlock")
@parameters.case
@click.option("--model", default="", help="The model; the latest one if left out.")
@click.option("--target", required=True, help="What is to hold: a condition or a named outcome.")
@click.option("--by", multiple=True, metavar="ACTOR", help="Who may change; all if left out.")
@click.option("--at-most", default=3, show_default=True, type=click.IntRange(0, 6))
@click.option(
    "--keep",
    multiple=True,
    metavar="ACTOR:NUMBER",
    help="A statement that stays in force: not changed, nothing put above it.",
)
@click.option("--concept", default="nash", show_default=True)
@click.option("--seconds", type=click.FloatRange(min=0), default=None, help="Stop after this time.")
@parameters.conditions
@parameters.as_json
def command(
    case: str,
    model: str,
    target: str,
    by: tuple[str, ...],
    at_most: int,
    keep: tuple[str, ...],
    concept: str,
    seconds: float | None,
    as_json: bool,
    **conditions: Any,
) -> int:
    """Find the smallest changes of preferences after which the target holds.

    A change reverses a statement in place, deletes it, or adds a condition of the model's own
    vocabulary on top. All smallest sets are listed, or it is proven that there is none.
    """
    from detente.workflow import Settings
    from detente.workflow.analyse import unlock

    by = tuple(actor for names in by for actor in names.split(",") if actor)
    with _progress() as progress:
        outcome = unlock(
            case,
            model,
            target,
            by=by,
            at_most=at_most,
            keep=keep,
            concept=concept,
            settings=Settings(**conditions),
            seconds=seconds,
            progress=progress,
        )
    return show(outcome, as_json)


@contextmanager
def _progress() -> Iterator[Callable[[int, int, int], None] | None]:
    """Show how far a long search is, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(edits: int, done: int, of: int) -> None:
        click.echo(f"\r{edits} edits: state {done} of {of} ", nl=False, err=True)

    try:
        yield tell
    finally:
        click.echo("\r" + " " * 50 + "\r", nl=False, err=True)
