"""Models for other tools: each format a member of the shelf `detente.exchange.formats`."""

from detente.exchange.format import Export, ExportFormat
from detente.exchange.formats import EXPORTS

__all__ = ["EXPORTS", "Export", "ExportFormat"]
