"""The issues of a case under bargaining: outcomes by each rule, who moves them, who could block.

The positions of a case are ranges. The rules are applied to the best estimates and to draws of the
ranges; what is reported of the draws are their quantiles and shares, which describe what was put
into the case and are no probabilities of the world.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from detente.bargaining import (
    Chamber,
    Positions,
    Pull,
    Zone,
    common,
    compromise,
    elect_position,
    pulls,
    weighted_median,
)
from detente.bargaining.positions import Numbers
from detente.bargaining.zone import within_reach
from detente.case import Case
from detente.case.fields import Estimate
from detente.case.ledgers import Domestic, Position
from detente.errors import UnknownName, UsageError
from detente.forecast.uncertain import Draws, uncertain

__all__ = ["Agreement", "IssueView", "Ruled", "WinSet", "chamber_of", "view_issue"]

_SURE = Estimate(1.0, 1.0, 1.0)
_MIDDLE = (0.05, 0.95)


@dataclass(frozen=True)
class Ruled:
    """What a rule makes of the best estimates, and the middle 90 % of what it makes of draws."""

    rule: str
    best: float
    low: float
    high: float


@dataclass(frozen=True)
class Agreement:
    """How far those go who say how far they go: their common zone, and how often it is empty.

    `zone` is that of the best estimates; `empty` the share of draws in which there is none.
    """

    parties: tuple[str, ...]
    zone: Zone
    empty: float


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


@dataclass(frozen=True, eq=False)
class IssueView:
    """One issue under every rule. `vetoes` are the actors that can block, in the case's order."""

    issue: str
    positions: Positions
    ruled: tuple[Ruled, ...]
    chances: Numbers
    pulls: tuple[Pull, ...]
    vetoes: tuple[str, ...]
    agreement: Agreement | None
    win_sets: tuple[WinSet, ...]
    draws: int
    seed: int

    @property
    def compromise(self) -> Ruled:
        """The weighted mean."""
        return self.ruled[0]


def view_issue(case: Case, issue: str, draws: int = 400, seed: int = 0) -> IssueView:
    """Return one issue of a case under every rule.

    Salience and clout are 1 where nothing is said. Raises `UnknownName` for an unknown issue,
    `UsageError` where nobody has a position on it, twice, or any weight, and for less than one draw.

    >>> from detente.case import open_case
    >>> found = view_issue(open_case("japan-russia"), "territory", draws=50)
    >>> found.compromise.rule, found.agreement.empty
    ('compromise', 1.0)
    """
    if issue not in case.issues:
        raise UnknownName("issue", issue, case.issues)
    if draws < 1:
        raise UsageError("bargaining needs at least one draw", found=draws)
    ours = [p for p in case.positions if p.issue == issue]
    if not ours:
        raise UsageError("nobody has a position on this issue", found=issue)
    best, drawn = _best(case, ours), _drawn(case, ours, draws, seed)
    at = float(compromise(best))
    return IssueView(
        issue=issue,
        positions=best,
        ruled=tuple(_ruled(best, drawn)),
        chances=elect_position(best).chances,
        pulls=pulls(best),
        vetoes=tuple(p.actor for p in ours if p.veto),
        agreement=_agreement(ours, drawn, Draws(seed)),
        win_sets=tuple(_win_sets(case, issue, at, Draws(seed), draws)),
        draws=draws,
        seed=seed,
    )


def _estimates(case: Case, position: Position) -> tuple[Estimate, Estimate, Estimate]:
    clout = position.clout or case.influence.get(position.actor) or _SURE
    return position.at, position.salience or _SURE, clout


def _best(case: Case, ours: list[Position]) -> Positions:
    columns = zip(*(_estimates(case, p) for p in ours), strict=True)
    return Positions.of([p.actor for p in ours], *([e.best for e in c] for c in columns))


def _drawn(case: Case, ours: list[Position], count: int, seed: int) -> Positions:
    tables: list[Numbers] = []
    for k, what in enumerate(("at", "salience", "clout")):
        names = (f"bargain/{p.issue}/{p.actor}/{what}" for p in ours)
        estimates = (_estimates(case, p)[k] for p in ours)
        pairs = zip(names, estimates, strict=True)
        tables.append(np.stack([Draws(seed).of(n, uncertain(e), count) for n, e in pairs], axis=1))
    return Positions.of([p.actor for p in ours], *tables)


def _ruled(best: Positions, drawn: Positions) -> Iterator[Ruled]:
    middle = weighted_median(drawn).middle
    rules = (
        ("compromise", float(compromise(best)), compromise(drawn)),
        ("median", float(weighted_median(best).middle), middle),
        ("election", _elected(best), np.array([_elected(p) for p in _one_by_one(drawn)])),
    )
    for rule, value, values in rules:
        low, high = np.quantile(values, _MIDDLE)
        yield Ruled(rule, value, float(low), float(high))


def _elected(positions: Positions) -> float:
    """Return the mean of the positions, each by its chance in the election."""
    return float(elect_position(positions).chances @ positions.at)


def _one_by_one(drawn: Positions) -> Iterator[Positions]:
    for at, salience, clout in zip(drawn.at, drawn.salience, drawn.clout, strict=True):
        yield Positions(drawn.actors, at, salience, clout)


def _agreement(ours: list[Position], drawn: Positions, draws: Draws) -> Agreement | None:
    said = [(p, p.reach) for p in ours if p.reach is not None]
    if len(said) < 2:
        return None
    parties = tuple(p.actor for p, _ in said)
    at = drawn.at[:, [drawn.place(a) for a in parties]]
    names = (f"bargain/{p.issue}/{p.actor}/reach" for p, _ in said)
    pairs = zip(names, (uncertain(r) for _, r in said), strict=True)
    reach = np.stack([draws.of(name, what, len(at)) for name, what in pairs], axis=1)
    empty = (at - reach).max(axis=1) > (at + reach).min(axis=1)
    zone = common(within_reach(p.at.best, r.best) for p, r in said)
    return Agreement(parties, zone, float(empty.mean()))


def _win_sets(case: Case, issue: str, point: float, draws: Draws, count: int) -> Iterator[WinSet]:
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
        weights = _weights(home, actor, tuple(voters), draws, count)
        passed = [
            chamber_of(home, dict(zip(voters, row, strict=True))).chance(ideal[None], today, point)
            for row, ideal in zip(weights.tolist(), drawn, strict=True)
        ]
        yield WinSet(
            actor,
            chamber.line_win_set(best, today),
            chamber.pivotal(votes),
            float(np.mean(passed)),
        )


def _weights(
    home: Domestic, actor: str, voters: tuple[str, ...], draws: Draws, count: int
) -> Numbers:
    """Return drawn weights of factions, shape (draws, factions)."""
    columns = [
        draws.of(f"domestic/{actor}/{k}/weight", uncertain(home.factions[k].weight), count)
        for k in voters
    ]
    return np.stack(columns, axis=1)


def chamber_of(home: Domestic, weights: dict[str, float]) -> Chamber:
    """Return the factions that vote as a chamber, with the quota and the vetoes of their state."""
    vetoes = tuple(v for v in home.vetoes if v in weights)
    return Chamber(tuple(weights), tuple(weights.values()), home.quota, vetoes)
