"""The findings as data, and the sentences that were made from them."""

from __future__ import annotations

import json
from typing import Any

from detente.report.blocks import Report
from detente.report.format import Format
from detente.report.inlines import plain

__all__ = ["MEMBER", "render", "shape"]


def shape(report: Report) -> dict[str, Any]:
    """Return the report as plain data: what was found, and how it is put into words."""
    return {
        **report.data,
        "version": report.version,
        "headline": report.title,
        "bottom_line": plain(report.bottom_line),
        "sentences": [
            {
                "topic": point.topic,
                "claim": plain(point.claim),
                "detail": plain(point.detail),
                "confidence": plain(point.confidence),
                "sources": plain(point.sourcing),
                "rests_on": [plain(b) for b in point.bases],
            }
            for point in report.key_points
        ],
    }


def render(report: Report) -> str:
    """Return the report as one JSON object."""
    return json.dumps(shape(report), ensure_ascii=False, indent=1) + "\n"


MEMBER = Format(
    key="json",
    meaning="One JSON object: every finding as data, with the sentences made from it.",
    suffix=".json",
    render=render,
    order=4,
)
