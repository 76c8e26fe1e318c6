"""Say how far a long computation is: one line on standard error, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

__all__ = ["progress_line"]

WIDTH = 60


@contextmanager
def progress_line() -> Iterator[Callable[[str], None] | None]:
    """Yield what shows a text in place of the one before; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(text: str) -> None:
        click.echo(f"\r{text[:WIDTH]:<{WIDTH}}", nl=False, err=True)

    try:
        yield tell
    finally:
        click.echo("\r" + " " * WIDTH + "\r", nl=False, err=True)
