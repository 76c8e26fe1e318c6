"""Bargain over the issues of a case: `bargain`."""

from __future__ import annotations

from typing import Any

from detente.bargaining.zone import Zone
from detente.case import open_case
from detente.errors import UsageError
from detente.judgement.domestic import Ratification, compare_ratification
from detente.judgement.issues import IssueView, view_issue
from detente.report.screen.bargain import issues_text, ratification_text
from detente.workflow.outcome import Outcome

__all__ = ["bargain", "ratify"]


def bargain(
    name: str, issues: tuple[str, ...] = (), *, draws: int | None = None, seed: int | None = None
) -> Outcome:
    """Return the outcome of each issue by each rule, or of those that are named.

    Draws and seed are those of the case where none are given. Raises `UnknownName` for an unknown
    issue, `UsageError` where a case has no positions to bargain over.
    """
    case = open_case(name)
    draws, seed = draws or case.run.samples, case.run.seed if seed is None else seed
    held = dict.fromkeys(p.issue for p in case.positions)
    chosen = issues or tuple(i for i in case.issues if i in held)
    if not chosen:
        hint = "write `issues` and `positions`, as docs/reference/case-format.md says"
        raise UsageError("this case has no positions to bargain over", found=name, hint=hint)
    views = tuple(view_issue(case, issue, draws, seed) for issue in chosen)
    data = {
        "case": case.case.id,
        "digest": case.digest,
        "draws": draws,
        "seed": seed,
        "issues": {v.issue: _issue_shape(v) for v in views},
    }
    return Outcome(data, issues_text(case, views))


def ratify(
    name: str,
    model: str,
    actor: str,
    deal: str,
    concept: str = "nash",
    *,
    draws: int | None = None,
    seed: int | None = None,
) -> Outcome:
    """Return what becomes of a deal of a model once the home of one actor may block it."""
    case = open_case(name)
    draws, seed = draws or case.run.samples, case.run.seed if seed is None else seed
    found = compare_ratification(case, model, actor, deal, concept, draws, seed)
    data = {"case": case.case.id, "digest": case.digest, "model": model, "concept": concept}
    return Outcome(data | _ratification_shape(found), ratification_text(case, found))


def _issue_shape(view: IssueView) -> dict[str, Any]:
    agreement = view.agreement
    return {
        "rules": {r.rule: {"best": r.best, "low": r.low, "high": r.high} for r in view.ruled},
        "election": [
            {"at": at, "chance": chance}
            for at, chance in zip(
                view.election.points.tolist(), view.election.election.chances.tolist(), strict=True
            )
        ],
        "pulls": {
            p.actor: {
                "position": p.position,
                "salience": p.salience,
                "clout": p.clout,
                "without": p.without,
            }
            for p in view.pulls
        },
        "vetoes": list(view.vetoes),
        "agreement": None
        if agreement is None
        else {
            "parties": list(agreement.parties),
            "zone": _zone_shape(agreement.zone),
            "empty_share": agreement.empty,
        },
        "fair": dict(view.fair),
        "win_sets": {
            w.actor: {
                "zone": _zone_shape(w.zone),
                "pivotal": list(w.pivotal),
                "compromise_passes_share": w.chance,
            }
            for w in view.win_sets
        },
    }


def _zone_shape(zone: Zone) -> dict[str, float] | None:
    return None if zone.empty else {"low": zone.low, "high": zone.high}


def _ratification_shape(found: Ratification) -> dict[str, Any]:
    return {
        "actor": found.actor,
        "home": found.home,
        "deal": found.deal,
        "passes_if": str(found.passes_if),
        "without_ratification": [
            {"options": list(s.on), "passes_share": c}
            for s, c in zip(found.alone, found.chances, strict=True)
        ],
        "ratified": [list(s.on) for s in found.ratified],
        "signed_and_refused": [list(s.on) for s in found.refused],
        "equilibria": found.equilibria,
    }
