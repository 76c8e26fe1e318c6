"""The issues of a case under bargaining: outcomes by each rule, who moves them, who could block.

The positions of a case are ranges. The rules are applied to the best estimates and to draws of the
ranges; what is reported of the draws are their quantiles and shares, which describe what was put
into the case and are no probabilities of the world.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from detente.bargaining import (
    LossLine,
    PositionElection,
    Positions,
    Pull,
    Zone,
    common,
    compromise,
    elect_position,
    pulls,
    weighted_median,
)
from detente.bargaining.agreement import FAIR, Fair
from detente.bargaining.positions import Numbers
from detente.bargaining.zone import within_reach
from detente.case import Case
from detente.case.fields import Estimate
from detente.case.ledgers import Position
from detente.errors import UnknownName, UsageError
from detente.forecast.uncertain import Draws, uncertain
from detente.judgement.win_sets import WinSet, win_sets

__all__ = ["Agreement", "IssueView", "Ruled", "view_issue"]

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


@dataclass(frozen=True, eq=False)
class IssueView:
    """One issue under every rule. `vetoes` are the actors that can block, in the case's order.

    `fair` is what the rules of fair agreement pick for those who must consent (who can block or say
    how far they go), against today's point; None where no point is better for all of them, and
    empty where fewer than two must consent or today's point is not known.
    """

    issue: str
    positions: Positions
    ruled: tuple[Ruled, ...]
    election: PositionElection
    pulls: tuple[Pull, ...]
    vetoes: tuple[str, ...]
    agreement: Agreement | None
    win_sets: tuple[WinSet, ...]
    fair: Mapping[Fair, float | None]
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
        election=elect_position(best),
        pulls=pulls(best),
        vetoes=tuple(p.actor for p in ours if p.veto),
        agreement=_agreement(ours, drawn, Draws(seed)),
        win_sets=tuple(win_sets(case, issue, at, Draws(seed), draws)),
        fair=_fair(best, ours, case.issues[issue].today),
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
        ("election", elect_position(best).mean, _elected(drawn)),
    )
    for rule, value, values in rules:
        low, high = np.quantile(values, _MIDDLE)
        yield Ruled(rule, value, float(low), float(high))


def _elected(drawn: Positions) -> Numbers:
    """Return the mean of the elected position for each draw."""
    rows = zip(drawn.at, drawn.salience, drawn.clout, strict=True)
    return np.array([elect_position(Positions(drawn.actors, *row)).mean for row in rows])


def _fair(best: Positions, ours: list[Position], today: float | None) -> dict[Fair, float | None]:
    asked = [k for k, p in enumerate(ours) if (p.veto or p.reach is not None) and best.salience[k]]
    if today is None or len(asked) < 2:
        return {}
    line = LossLine.against(best.at[asked], best.salience[asked], today)
    return {rule: line.settle(rule) for rule in FAIR}


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
