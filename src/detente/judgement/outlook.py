"""Forecasts with the confidence that can be had in them: what the runs rest on, and what moves them.

Confidence is no likelihood: it says how well a probability is founded, and is never computed from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.case import Case
from detente.evidence import Reference
from detente.forecast.answers import Answered
from detente.forecast.probability import Probability
from detente.judgement.confidence import (
    Confidence,
    Ground,
    Level,
    Sourcing,
    Value,
    assumptions,
    information_base,
    sourcing,
    weigh,
)

__all__ = ["Outlook", "outlooks"]

FEWEST = 30
"""A reading that fewer runs drew says nothing about what depends on it."""

WIDE, WIDEST = 0.2, 0.5
"""From this difference of shares between readings on, no more than moderate (low) is allowed."""


@dataclass(frozen=True)
class Outlook:
    """An answered question; what its runs rest on, and how sure it can be. None: not answered."""

    answered: Answered
    sourcing: Sourcing | None = None
    confidence: Confidence | None = None


def outlooks(case: Case, answers: Sequence[Answered]) -> tuple[Outlook, ...]:
    """Return answered questions with their confidence.

    >>> from detente.case import open_case
    >>> from detente.forecast.answers import answer_questions
    >>> case = open_case("japan-russia")
    >>> found = outlooks(case, answer_questions(case, ["treaty"], runs=20))[0]
    >>> found.confidence.level, found.confidence.driver.reason
    ('moderate', 'one reading drawn')
    """
    return tuple(_outlook(case, a) for a in answers)


def _outlook(case: Case, answered: Answered) -> Outlook:
    if answered.probability is None:
        return Outlook(answered)
    rests = tuple(dict.fromkeys(_references(case, answered)))
    grounds = [
        information_base(case, rests),
        _against_base(answered.probability),
        _over_readings(answered),
        assumptions(case, rests),
        Ground("analytical rigour", "moderate", "no record"),
    ]
    own = case.confidence.get(answered.id)
    return Outlook(answered, sourcing(case, rests), weigh(grounds, own))


def _references(case: Case, answered: Answered) -> Iterator[Reference]:
    """Yield what a forecast rests on: question, event, priorities in its model, couplings, shocks."""
    yield from answered.question.because
    watch = case.calendar.watch[answered.question.event]
    yield from watch.because
    for preference in case.option_form(watch.model).preferences.values():
        for reading in preference.readings.values():
            yield from (r for statement in reading.order for r in statement.because)
    yield from (r for signal in case.calendar.signals for r in signal.because)
    yield from (r for hold in case.calendar.holds for r in hold.because)
    yield from (r for shock in case.shocks.values() for r in shock.because)


def _against_base(chance: Probability) -> Ground:
    """Rate how far the runs bear out the base rate, within twice their Monte-Carlo error."""
    base, two = chance.base, 2 * chance.error
    values: dict[str, Value] = {
        "share": round(100 * chance.share),
        "low": round(100 * base.low),
        "high": round(100 * base.high),
    }
    if not base.named:
        return Ground("analytical rigour", "low", "no base rate")
    if base.low - two <= chance.share <= base.high + two:
        return Ground("analytical rigour", "high", "runs near base rate", values)
    return Ground("analytical rigour", "moderate", "runs off base rate", values)


def _over_readings(answered: Answered) -> Ground:
    """Rate how far the share of runs differs between the readings of one party."""
    spreads = {
        party: max(shares) - min(shares)
        for party, table in answered.by_reading.items()
        if len(shares := [h / n for h, n in table.values() if n >= FEWEST]) > 1
    }
    if not spreads:
        return Ground("complexity and volatility", "moderate", "one reading drawn")
    (_, actor), spread = max(spreads.items(), key=lambda item: item[1])
    values: dict[str, Value] = {"actor": actor, "points": round(100 * spread)}
    if spread < WIDE:
        return Ground("complexity and volatility", "high", "readings near", values)
    level: Level = "low" if spread >= WIDEST else "moderate"
    return Ground("complexity and volatility", level, "readings apart", values)
