"""From findings to words: one outline of typed blocks, drawn and written by every format."""

from detente.report.blocks import Report
from detente.report.outline import outline

__all__ = ["Report", "outline"]
