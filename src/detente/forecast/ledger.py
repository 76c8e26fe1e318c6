"""The sources' own forecasts scored: 1 for true, a half for partly, 0 for false; unsettled is left out.

Forecasts that a source only reports are the beliefs of somebody else. They are scored apart, because
they say nothing about how well their reporter foresees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.evidence.forecasts import SourceForecast, Verdict, tally

__all__ = ["CREDIT", "REPORTED", "Ledger", "Tally", "ledger_of"]

CREDIT: Mapping[Verdict, float] = {"true": 1.0, "partly": 0.5, "false": 0.0}
"""What a verdict is worth; one that is missing here is left out."""

REPORTED = "reported"
"""The kind of a forecast that is somebody else's."""


@dataclass(frozen=True)
class Tally:
    """Forecasts counted by verdict."""

    count: Mapping[Verdict, int]

    @property
    def settled(self) -> int:
        """How many are scored."""
        return sum(self.count[v] for v in CREDIT)

    @property
    def score(self) -> float | None:
        """The mean credit from 0 to 1, or None where nothing is settled.

        >>> Tally({"true": 3, "partly": 2, "false": 2, "unsettled": 1}).score
        0.5714285714285714
        """
        if not self.settled:
            return None
        return sum(self.count[v] * credit for v, credit in CREDIT.items()) / self.settled


@dataclass(frozen=True)
class Ledger:
    """All forecasts counted, those of the sources themselves, and those that they report.

    `own` and `reported` are by source. A forecast that several sources make counts for each of them,
    and once in `all_own` and `all_reported`.
    """

    every: Tally
    all_own: Tally
    all_reported: Tally
    own: Mapping[str, Tally]
    reported: Mapping[str, Tally]


def ledger_of(forecasts: Mapping[str, SourceForecast]) -> Ledger:
    """Return the ledger of a case's forecasts.

    >>> from detente.case import open_case
    >>> ledger = ledger_of(open_case("japan-russia").forecasts)
    >>> ledger.every.count["true"], ledger.all_reported.settled
    (25, 4)
    """
    own = [f for f in forecasts.values() if f.kind != REPORTED]
    reported = [f for f in forecasts.values() if f.kind == REPORTED]
    return Ledger(
        Tally(tally(forecasts.values())),
        Tally(tally(own)),
        Tally(tally(reported)),
        _by_source(own),
        _by_source(reported),
    )


def _by_source(forecasts: Iterable[SourceForecast]) -> dict[str, Tally]:
    found: dict[str, list[SourceForecast]] = {}
    for forecast in forecasts:
        for source in forecast.sources:
            found.setdefault(source, []).append(forecast)
    return {source: Tally(tally(found[source])) for source in sorted(found)}
