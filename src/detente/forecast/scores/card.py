"""The score card of forecasters on the same questions: scores, skill, reliability, and how sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.forecast.scores.clusters import Interval, bootstrap_means, interval
from detente.forecast.scores.reliability import Reliability, reliability
from detente.forecast.scores.rules import brier, log_score

__all__ = ["BASE_RATE", "FEW", "Card", "Judged", "Score", "score_table"]

FEW = 50
"""With fewer questions only the Brier score and its interval are given."""

BASE_RATE = "base rate of the others"
"""The baseline: for each question how often other cases came out yes, by the rule of succession."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A settled question: its id, the case it belongs to, what came true, and who said what."""

    id: str
    case: str
    outcome: bool
    forecasts: Mapping[str, float]


@dataclass(frozen=True)
class Score:
    """The scores of one forecaster on its questions.

    `skill` gives, against each other forecaster, 1 - Brier/Brier on the questions that both
    answered, with its interval; above 0 is better than the other. Where fewer than 50 questions were
    answered, `log`, `skill` and `reliability` are left out. An interval is None where all questions
    belong to one case, which says nothing about other cases.
    """

    forecaster: str
    questions: int
    brier: float
    interval: Interval | None
    log: float | None = None
    skill: Mapping[str, tuple[float, Interval | None]] | None = None
    reliability: Reliability | None = None


@dataclass(frozen=True)
class Card:
    """The scores of every forecaster, best first; `cases` is the number of independent cases."""

    scores: tuple[Score, ...]
    questions: int
    cases: int
    came_true: int


def score_table(table: Sequence[Judged], *, draws: int = 2000, seed: int = 0) -> Card:
    """Score every forecaster of a table, and the base rate beside them.

    Raises `UsageError` for an empty table or a forecast that is no probability.

    >>> rows = [Judged("q1", "a", True, {"we": 0.8}), Judged("q2", "b", False, {"we": 0.3})]
    >>> [(s.forecaster, round(s.brier, 3)) for s in score_table(rows).scores]
    [('we', 0.065), ('base rate of the others', 0.444)]
    """
    if not table:
        raise UsageError("nothing to score", hint="give at least one settled question")
    told = _forecasts(table)
    outcomes = np.array([j.outcome for j in table], dtype=np.float64)
    cases = [j.case for j in table]
    scores = [_score(name, told, outcomes, cases, draws, seed) for name in told]
    return Card(
        tuple(sorted(scores, key=lambda s: s.brier)),
        len(table),
        len(set(cases)),
        int(outcomes.sum()),
    )


def _forecasts(table: Sequence[Judged]) -> dict[str, Numbers]:
    """Return what each forecaster said, in the order of the table; a gap is no number."""
    names = dict.fromkeys(name for j in table for name in j.forecasts)
    if BASE_RATE in names:
        raise UsageError("a forecaster may not be called so", found=BASE_RATE)
    if any(isnan(p) for j in table for p in j.forecasts.values()):
        raise UsageError("a forecast is no number", hint="leave out what was not forecast")
    told = {n: np.array([j.forecasts.get(n, np.nan) for j in table]) for n in names}
    return told | {BASE_RATE: _base_rates(table)}


def _base_rates(table: Sequence[Judged]) -> Numbers:
    """Return for each question how often the questions of other cases came true."""
    yes: dict[str, int] = {}
    count: dict[str, int] = {}
    for j in table:
        yes[j.case] = yes.get(j.case, 0) + j.outcome
        count[j.case] = count.get(j.case, 0) + 1
    all_yes, all_count = sum(yes.values()), len(table)
    rate = {c: (all_yes - yes[c] + 1) / (all_count - count[c] + 2) for c in count}
    return np.array([rate[j.case] for j in table])


def _score(
    name: str,
    told: Mapping[str, Numbers],
    outcomes: Numbers,
    cases: Sequence[str],
    draws: int,
    seed: int,
) -> Score:
    said = ~np.isnan(told[name])
    p, o = told[name][said], outcomes[said]
    own = [c for c, s in zip(cases, said, strict=True) if s]
    points = brier(p, o)
    sure = interval(bootstrap_means(points[:, None], own, draws, seed)[:, 0], own)
    if p.size < FEW:
        return Score(name, p.size, float(points.mean()), sure)
    others = [n for n in told if n != name]
    found = {n: _skill(told[name], told[n], outcomes, cases, draws, seed) for n in others}
    return Score(
        name,
        p.size,
        float(points.mean()),
        sure,
        float(log_score(p, o).mean()),
        {n: skill for n, skill in found.items() if skill is not None},
        reliability(p, o),
    )


def _skill(
    mine: Numbers,
    other: Numbers,
    outcomes: Numbers,
    cases: Sequence[str],
    draws: int,
    seed: int,
) -> tuple[float, Interval | None] | None:
    """Return skill against another on common questions; None below 50, or if it made no error."""
    both = ~np.isnan(mine) & ~np.isnan(other)
    if both.sum() < FEW:
        return None
    o = outcomes[both]
    pair = np.stack([brier(mine[both], o), brier(other[both], o)], axis=1)
    own = [c for c, b in zip(cases, both, strict=True) if b]
    means = bootstrap_means(pair, own, draws, seed)
    a, b = pair.mean(axis=0)
    if not b or not means[:, 1].all():
        return None
    return float(1 - a / b), interval(1 - means[:, 0] / means[:, 1], own)
