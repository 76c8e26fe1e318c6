"""What `stability` prints about a coalition."""

from __future__ import annotations

from collections.abc import Callable

from detente.case import Case
from detente.report.names import capital
from detente.report.screen.lines import plural, wrap
from detente.report.words import Words
from detente.stability.analysis import Analysis, outcomes_of
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.findings import CoalitionFinding, CoalitionVerdict
from detente.stability.graph import State

__all__ = ["coalition_text", "told"]

SHOWN = 6
Say = Callable[[State], str]


def coalition_text(case: Case, analysis: Analysis, finding: CoalitionFinding) -> str:
    """Return what a coalition could gain from a state, what answers it, and where it could jump.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.coalitions import assess_coalition
    >>> case = open_case("japan-russia")
    >>> analysis = Analysis(build_graph(case, "2016-12"))
    >>> today = analysis.graph.status_quo
    >>> found = assess_coalition(analysis, ["jp", "ru"], today, CONCEPTS["nash"])
    >>> print(coalition_text(case, analysis, found))
    Japan and Russia together:
      No state that they can bring about is better than today's for all of them.
      No jump from one Nash equilibrium to another.
    """
    words, graph = Words(case), analysis.graph
    return told(
        words,
        finding,
        graph.status_quo,
        lambda state: words.change(graph, finding.state, state),
        lambda state: words.called(graph, outcomes_of(graph, state), state),
    )


def told(words: Words, finding: CoalitionFinding, now: State, doing: Say, called: Say) -> str:
    """Return the same in words for a change to a state (`doing`) and for the state itself."""
    how = "together" if len(finding.group) > 1 else "alone"
    lines = [f"{capital(words.actors(finding.group))} {how}:"]
    lines += _gains(finding, doing) or [_nothing(finding, now)]
    lines += _jumps(finding, lambda s: f"today's state ({called(s)})" if s == now else called(s))
    return "\n".join(lines)


def _nothing(finding: CoalitionFinding, now: State) -> str:
    today = "today's" if finding.state == now else "this one"
    if len(finding.group) == 1:
        return f"  No state within its own reach is better than {today}."
    return wrap(
        f"No state that they can bring about is better than {today} for all of them.", "  ", "    "
    )


def _gains(finding: CoalitionFinding, doing: Say) -> list[str]:
    """Return the coalition improvements and, by concept, whether all of them are answered."""
    gains, who = finding.improvements, "All gain" if len(finding.group) > 1 else "It gains"
    lines = [wrap(f"{who} by {doing(s)}.", "  ", "    ") for s in gains[:SHOWN]]
    if len(gains) > SHOWN:
        lines.append(f"  … and {len(gains) - SHOWN:,} more (use --json for all)")
    return [*lines, *(_verdict(v) for v in finding.verdicts.values() if gains)]


def _verdict(verdict: CoalitionVerdict) -> str:
    name, of = COALITION_CONCEPTS[verdict.concept].name, len(verdict.answers)
    if verdict.stable:
        return wrap(f"{name}: stable; every such gain is answered.", "  ", "    ")
    unanswered = sum(not a.deterred for a in verdict.answers)
    asked = COALITION_CONCEPTS[verdict.concept].replies != "none"
    why = f"; nothing answers {unanswered:,} of {plural(of, 'gain')}" if asked else ""
    return wrap(f"{name}: NOT stable{why}.", "  ", "    ")


def _jumps(finding: CoalitionFinding, called: Say) -> list[str]:
    jumps = finding.jumps
    if not jumps:
        return ["  No jump from one Nash equilibrium to another."]
    lines = [
        wrap(f"Equilibrium jump: from {called(j.before)} to {called(j.after)}.", "  ", "    ")
        for j in jumps[:SHOWN]
    ]
    if len(jumps) > SHOWN:
        lines.append(f"  … and {len(jumps) - SHOWN:,} more jumps (use --json for all)")
    return lines
