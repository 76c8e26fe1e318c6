"""What `bargain` prints: outcomes by rule, who moves them, who can block, what passes at home."""

from __future__ import annotations

from collections.abc import Iterator

from detente.bargaining.compromise import Pull
from detente.bargaining.zone import Zone
from detente.case import Case
from detente.judgement.domestic import Ratification
from detente.judgement.issues import Agreement, IssueView
from detente.judgement.win_sets import WinSet, scale_of
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["issue_text", "issues_text", "ratification_text"]

SHOWN = 4
RULES = {
    "compromise": "Compromise (weighted mean)",
    "median": "Median (beaten by no other point)",
    "election": "Election of a position (mean)",
}


def issues_text(case: Case, views: tuple[IssueView, ...]) -> str:
    """Return several issues, one below the other, and what the numbers are."""
    return "\n\n".join([*(issue_text(case, v) for v in views), _foot(views[0])])


def issue_text(case: Case, view: IssueView) -> str:
    """Return one issue under every rule.

    >>> from detente.case import open_case
    >>> from detente.judgement.issues import view_issue
    >>> case = open_case("japan-russia")
    >>> print(issue_text(case, view_issue(case, "territory", draws=40)).partition(". ")[0])
    Islands returned [territory], from 0 (none) to 100 (all four)
    """
    parts = [_head(case, view.issue), _rules(view), _pulls(case, view)]
    said = [
        *_blocks(case, view),
        *_zone(case, view.agreement),
        *_fair(view),
        *_homes(case, view.win_sets),
    ]
    return "\n\n".join([*parts, "\n".join(wrap(s) for s in said)] if said else parts)


def _head(case: Case, id: str) -> str:
    issue = case.issues[id]
    whole = scale_of(issue)
    ends = (f"{whole.low:g}", f"{whole.high:g}") if whole else ()
    scale = " to ".join(f"{p} ({issue.scale[p]})" if p in issue.scale else p for p in ends)
    today = "" if issue.today is None else f" Today it stands at {issue.today:g}."
    return wrap(f"{issue.label} [{id}]{f', from {scale}' if scale else ''}.{today}")


def _rules(view: IssueView) -> str:
    table = [[RULES[r.rule], f"{r.best:.1f}", f"{r.low:.1f} to {r.high:.1f}"] for r in view.ruled]
    return rows([["Rule", "Best", "Middle 90 % of draws"], *table], "  ")


def _pulls(case: Case, view: IssueView) -> str:
    order = sorted(view.pulls, key=lambda p: -abs(_shift(view, p)))
    lines = [f"Who moves the compromise most (of {plural(len(order), 'party', 'parties')}):"]
    for pull in order[:SHOWN]:
        moves = f"a point of its position moves it by {pull.position:.2f}"
        if pull.without is None:
            said = "nobody else has any weight"
        else:
            way = "higher" if pull.without > view.compromise.best else "lower"
            said = f"without it {abs(_shift(view, pull)):.1f} {way}; {moves}"
        lines.append(wrap(f"{_named(case, pull.actor)}: {said}", "  ", "    "))
    return "\n".join(lines)


def _shift(view: IssueView, pull: Pull) -> float:
    best = view.compromise.best
    return float("inf") if pull.without is None else pull.without - best


def _blocks(case: Case, view: IssueView) -> Iterator[str]:
    if view.vetoes:
        who = ", ".join(
            f"{_named(case, a)} at {view.positions.at[view.positions.place(a)]:g}"
            for a in view.vetoes
        )
        yield (
            f"Can block: {who}. The rules above know no veto: read them as a pull, not as what "
            "is agreed."
        )


def _zone(case: Case, found: Agreement | None) -> Iterator[str]:
    if found is None:
        return
    who = " and ".join(_named(case, a) for a in found.parties)
    if found.zone.empty:
        said = f"none by best estimates: they miss each other by {found.zone.gap:.1f} points"
    else:
        said = _span(found.zone)
    yield f"Zone of agreement of {who}: {said}. It is empty {_share(found.empty)}."


def _fair(view: IssueView) -> Iterator[str]:
    if any(point is not None for point in view.fair.values()):
        points = ", ".join(f"{rule} {x:.1f}" for rule, x in view.fair.items() if x is not None)
        yield f"Fair agreements of those who must consent, against today: {points}."
    elif view.fair:
        yield "No point is better than today's for all who must consent: no fair agreement."


def _homes(case: Case, found: tuple[WinSet, ...]) -> Iterator[str]:
    for home in found:
        pivots = f"; pivotal: {', '.join(home.pivotal)}" if home.pivotal else ""
        zone = "nothing but today's" if home.zone.low == home.zone.high else _span(home.zone)
        yield (
            f"Passes at home in {_named(case, home.actor)}: {zone}. The compromise passes "
            f"{_share(home.chance)}{pivots}."
        )


def _span(zone: Zone) -> str:
    return f"{zone.low:.1f} to {zone.high:.1f}"


def _share(value: float) -> str:
    if value in (0.0, 1.0):
        return "in every draw" if value else "in no draw"
    return f"in {100 * value:.{0 if 0.01 <= value <= 0.99 else 1}f} % of draws"


def _named(case: Case, actor: str) -> str:
    return f"{case.actor_name(actor)} [{actor}]"


def _foot(view: IssueView) -> str:
    return wrap(
        f"Ranges and shares are of {plural(view.draws, 'draw')} of the positions, salience and "
        f"clout in the case (seed {view.seed}); they describe these estimates and are no "
        "probabilities of the world."
    )


def ratification_text(case: Case, found: Ratification) -> str:
    """Return what becomes of a deal once a home may block it."""
    who, deal = _named(case, found.actor), found.deal
    lines = [
        f"Ratification of `{deal}` in {who}: it passes if {found.passes_if}.",
        f"If nothing had to be ratified: {_counted(len(found.alone))} with the deal.",
        f"With `{found.home}.block`: {_counted(len(found.ratified))} with the deal ratified, "
        f"{_counted(len(found.refused))} with it signed and refused (of {found.equilibria:,}).",
    ]
    for state, chance in list(zip(found.alone, found.chances, strict=True))[:SHOWN]:
        lines.append(f"{state} would pass {_share(chance)} of the factions' weights.")
    for state in found.refused[:SHOWN]:
        lines.append(f"Signed and refused: {state}")
    return "\n".join(wrap(line) for line in lines)


def _counted(count: int) -> str:
    return plural(count, "equilibrium", "equilibria")
