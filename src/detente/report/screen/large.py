"""What `stability` prints where there are too many equilibria to list: counts, shares, the nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.case import Case
from detente.report.screen.lines import by_actor, plural, wrap
from detente.report.screen.stability import conditions, way
from detente.stability import concept_named
from detente.stability.findings import Equilibrium
from detente.stability.survey import Model, Summary, Survey

__all__ = ["survey_text"]

SHOWN = 5
PERCENT = "\u00a0%"
"""Kept on one line with its number while lines are broken; printed with a common space."""
OPTIONS = 8
"""So many options are given with their share; those most often taken, and those least."""


def survey_text(case: Case, found: Survey) -> str:
    """Return how many states hold under each concept, what they share, and which are near today."""
    graph = found.graph
    lines = [f"{graph.model}: {graph.option_model.title}"]
    size = plural(found.states, "feasible state")
    who = plural(len(graph.deciders), "decision maker")
    lines.append(f"{size}, {who}{conditions(graph.settings)}.")
    lines += ["Today:", by_actor(case, graph, graph.status_quo)]
    for summary in found.summaries.values():
        name = concept_named(summary.concept).name
        lines.append(wrap(f"{name}: {_counted(summary, found.states)}", "", "  "))
        lines += _shared(graph, summary)
    for equilibrium in _nearest(found)[:SHOWN]:
        under = ", ".join(found.under(equilibrium.state))
        said = f"Holds under {under}{_named(graph, equilibrium)}; {_way(case, found, equilibrium)}:"
        lines += [wrap(said, "", "  "), by_actor(case, graph, equilibrium.state)]
    return "\n".join(lines).replace(PERCENT, " %")


def _way(case: Case, found: Survey, equilibrium: Equilibrium) -> str:
    """Return how an equilibrium is reached, or how far it is where that was not looked at."""
    if found.summaries[equilibrium.concept].reachable is not None:
        return way(case, equilibrium)
    changed = (equilibrium.state.code ^ found.graph.status_quo.code).bit_count()
    return f"{plural(changed, 'option')} changed from today"


def _counted(summary: Summary, states: int) -> str:
    count = plural(summary.count, "equilibrium", "equilibria")
    if not summary.count:
        return count
    among = "the status quo among them" if summary.today else "the status quo is not among them"
    reached = (
        ""
        if summary.reachable is None
        else f"; {summary.reachable:,} within reach of self-interested moves from today"
    )
    return f"{count}, {_percent(summary.count / states)} of the states, {among}{reached}"


def _percent(share: float) -> str:
    """Return a share that is neither none nor all as what it is.

    >>> [" ".join(_percent(share).split()) for share in (0.5, 0.0000001, 0.99999, 1.0)]
    ['50 %', 'less than 0.1 %', 'more than 99.9 %', '100 %']
    """
    if 0 < share < 0.001:
        return f"less than 0.1{PERCENT}"
    if 0.999 < share < 1:
        return f"more than 99.9{PERCENT}"
    return f"{share * 100:.1f}".removesuffix(".0") + PERCENT


def _shared(graph: Model, summary: Summary) -> list[str]:
    """Return which options all equilibria take, or none, and how many take the others."""
    if summary.count < 2:
        return []
    alike = {o: v for o, v in summary.fixed.items() if o not in graph.settings.fix}
    taken = {
        "in every one": [o for o, v in alike.items() if v],
        "in none": [o for o, v in alike.items() if not v],
        "in some": _parted(graph, summary),
    }
    named = graph.option_model.outcomes
    within = [f"{named[o].label or o} {n:,}" for o, n in summary.outcomes.items() if n]
    said = [f"Taken {_listed(taken)}", _listed({"Outcomes": within})]
    return [wrap(f"{s}.", "  ", "    ") for s in said if s]


def _parted(graph: Model, summary: Summary) -> list[str]:
    """Return the share of equilibria that take an option, of those that some take and some do not."""
    rest = [o for o in graph.options if 0 < summary.taken[o] < summary.count]
    rest.sort(key=lambda o: -summary.taken[o])
    shares = [f"{o} {_percent(summary.share(o))}" for o in rest]
    if len(shares) > OPTIONS:
        shares[OPTIONS // 2 : -OPTIONS // 2] = ["…"]
    return shares


def _listed(things: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{what}: {', '.join(each)}" for what, each in things.items() if each)


def _named(graph: Model, equilibrium: Equilibrium) -> str:
    names = [graph.option_model.outcomes[o].label or o for o in equilibrium.outcomes]
    return f" ({'; '.join(names)})" if names else ""


def _nearest(found: Survey) -> list[Equilibrium]:
    """Return the equilibria first in line under some concept, but the status quo; nearest first."""
    every = {e.state: e for s in found.summaries.values() for e in s.first}
    every.pop(found.graph.status_quo, None)
    today = found.graph.status_quo.code

    def order(e: Equilibrium) -> tuple[bool, int, int, int]:
        moves = len(e.path) if e.path is not None else 0
        return e.path is None, moves, (e.state.code ^ today).bit_count(), e.state.code

    return sorted(every.values(), key=order)
