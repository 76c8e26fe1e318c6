"""The main job: `assess`."""

from __future__ import annotations

__all__ = ["assess"]
