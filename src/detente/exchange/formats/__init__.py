"""The shelf of formats for other tools: one file, one format."""

from detente.exchange.format import ExportFormat
from detente.registry import Shelf

EXPORTS: Shelf[ExportFormat] = Shelf("detente.exchange.formats", "export format")
"""The formats that a model can be written in, by key."""

__all__ = ["EXPORTS"]
