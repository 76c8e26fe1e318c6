"""The shelf of formats: one file, one format, each from the same outline."""

from detente.registry import Shelf
from detente.report.format import Format

FORMATS: Shelf[Format] = Shelf("detente.report.formats", "report format")
"""The formats of a report, by key."""

__all__ = ["FORMATS"]
