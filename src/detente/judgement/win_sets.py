"""Win-sets on the issues of a case: which points pass at home, who is pivotal, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from detente.bargaining import Chamber, Zone, common
from detente.bargaining.positions import Numbers
from detente.case import Case
from detente.case.ledgers import Domestic, Issue
from detente.forecast.uncertain import Draws, uncertain

__all__ = ["WinSet", "chamber_of", "faction_weights", "scale_of", "win_sets"]


@dataclass(frozen=True)
class WinSet:
    """What passes at the home of one actor, against what stays today, by best estimates.

    `pivotal` are the factions that could turn the vote on the compromise; `chance` is the share of
    draws in which it passes.
    """

    actor: str
    zone: Zone
    pivotal: tuple[str, ...]
    chance: float


def win_sets(case: Case, issue: str, point: float, draws: Draws, count: int) -> Iterator[WinSet]:
    """Yield the win-set of each state with factions that have ideals on an issue.

    Nothing is yielded where today's point is not known. `point` is what `pivotal` and `chance` ask of.
    """
    today = case.issues[issue].today
    for actor, home in case.domestic.items():
        voters = {k: f for k, f in home.factions.items() if issue in f.positions}
        if today is None or not voters:
            continue
        ideals = [f.positions[issue] for f in voters.values()]
        best = np.array([e.best for e in ideals])
        chamber = chamber_of(home, {k: f.weight.best for k, f in voters.items()})
        votes = np.abs(point - best) <= np.abs(today - best)
        names = (f"domestic/{actor}/{k}/{issue}" for k in voters)
        pairs = zip(names, ideals, strict=True)
        drawn = np.stack([draws.of(n, uncertain(e), count) for n, e in pairs], axis=1)
        weights = faction_weights(home, actor, tuple(voters), draws, count)
        passed = [
            chamber_of(home, dict(zip(voters, row, strict=True))).chance(ideal[None], today, point)
            for row, ideal in zip(weights.tolist(), drawn, strict=True)
        ]
        whole = scale_of(case.issues[issue])
        zone = chamber.line_win_set(best, today)
        yield WinSet(
            actor,
            common([zone, whole]) if whole else zone,
            chamber.pivotal(votes),
            float(np.mean(passed)),
        )


def faction_weights(
    home: Domestic, actor: str, voters: tuple[str, ...], draws: Draws, count: int
) -> Numbers:
    """Return drawn weights of factions, shape (draws, factions)."""
    columns = [
        draws.of(f"domestic/{actor}/{k}/weight", uncertain(home.factions[k].weight), count)
        for k in voters
    ]
    return np.stack(columns, axis=1)


def scale_of(issue: Issue) -> Zone | None:
    """Return the scale of an issue by its outermost points that are numbers, None if none are.

    >>> scale_of(Issue(label="Toll", scale={"0": "none", "10": "dear"}))
    Zone(low=0.0, high=10.0)
    """
    points = [float(p) for p in issue.scale if p.removeprefix("-").replace(".", "", 1).isdecimal()]
    return Zone(min(points), max(points)) if points else None


def chamber_of(home: Domestic, weights: dict[str, float]) -> Chamber:
    """Return the factions that vote as a chamber, with the quota and the vetoes of their state."""
    vetoes = tuple(v for v in home.vetoes if v in weights)
    return Chamber(tuple(weights), tuple(weights.values()), home.quota, vetoes)
