"""The shelf of formats: one file, one format, each from the same outline."""

from pathlib import Path

from detente.errors import FileProblem
from detente.registry import Shelf
from detente.report.format import Format

FORMATS: Shelf[Format] = Shelf("detente.report.formats", "report format")
"""The formats of a report, by key."""

__all__ = ["FORMATS", "format_of"]


def format_of(output: Path) -> Format:
    """Return the format that a file's suffix asks for. Raises `FileProblem`."""
    for form in FORMATS.values():
        if output.suffix == form.suffix:
            return form
    known = ", ".join(f.suffix for f in FORMATS.values())
    raise FileProblem("no format has this suffix", file=str(output), expected=f"one of {known}")
