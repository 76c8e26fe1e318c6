"""Forecasts that the sources made, and how they turned out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from detente.evidence.part import Confidence, Part, Text, WhenField
from detente.evidence.reference import Reference

__all__ = ["VERDICTS", "SourceForecast", "tally"]

Verdict = Literal["true", "partly", "false", "unsettled"]

VERDICTS: tuple[Verdict, ...] = ("true", "partly", "false", "unsettled")
"""What can be said of a forecast once its time has come; `unsettled` where nobody can tell."""


class SourceForecast(Part):
    """A forecast by a source: what it said and when, how it is settled, and what came of it."""

    text: Text
    stated: WhenField
    kind: Text = "explicit"
    criterion: Text = ""
    outcome: Text = ""
    verdict: Verdict = Field("unsettled")
    confidence: Confidence | None = None
    because: tuple[Reference, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that made it, in the order of the references."""
        return tuple(dict.fromkeys(r.source for r in self.because if r.at))


def tally(forecasts: Iterable[SourceForecast]) -> dict[Verdict, int]:
    """Count forecasts by verdict, every verdict named.

    >>> tally([SourceForecast(text="No visit", stated="2014-10", verdict="true")])["true"]
    1
    """
    counts = Counter(f.verdict for f in forecasts)
    return {verdict: counts[verdict] for verdict in VERDICTS}
