"""What `rank` prints."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.report.names import capital, listed, number, ordinal
from detente.report.screen.lines import plural, wrap
from detente.report.screen.stability import heading
from detente.report.words import Words, concepts_listed
from detente.stability.findings import CoalitionVerdict
from detente.stability.graph import ConflictGraph, State
from detente.stability.ranking import Placed, Ranking
from detente.stability.robustness import SingleEdit
from detente.stability.standing import Margin, Robustness, Standing, Unsettling

__all__ = ["ranking_text"]

SHOWN, REASONS = 8, 2
_OPERATIONS = {"reverse": "reversed", "delete": "dropped"}


def ranking_text(case: Case, graph: ConflictGraph, ranking: Ranking) -> str:
    """Return the equilibria in their places, each with its value by every criterion.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.ranking import rank_equilibria
    >>> case = open_case("chicken")
    >>> graph = build_graph(case, "main")
    >>> print(ranking_text(case, graph, rank_equilibria(graph, [CONCEPTS["nash"]])))
    main: The model
    2 equilibria under nash, ...
    1=* “Only row gives way”, by taking up “Row gives way”
       concepts: 1 of 1; the strongest is Nash stability
       coalitions: none could gain by leaving it
       reach: 1 improvement from today
       edits: keeps every concept after 16 of 22 single edits; not after ...
    """
    words = Words(case)
    if not ranking.placed:
        under = concepts_listed(ranking.concepts, "or")
        return "\n".join([heading(graph), f"No state is an equilibrium under {under}."])
    lines = [heading(graph), *_introduction(ranking)]
    places = [p.place for p in ranking.placed]
    for placed in ranking.placed[:SHOWN]:
        lines += _standing(words, graph, ranking, placed, places.count(placed.place) > 1)
    if len(ranking.placed) > SHOWN:
        lines.append(f"… and {len(ranking.placed) - SHOWN:,} more (use --json for all)")
    return "\n".join(lines)


def _introduction(ranking: Ranking) -> list[str]:
    count = plural(len(ranking.placed), "equilibrium", "equilibria")
    said = (
        f"{count} under {listed(ranking.concepts, 'or')}, sorted by "
        f"{', then '.join(ranking.criteria)}; = shares a place, * means that no other is as good by "
        "every criterion and better by one."
    )
    if not ranking.placed[0].standing.unsure.of:
        said += " No priority is marked as unsure."
    return [wrap(said)]


def _standing(
    words: Words, graph: ConflictGraph, ranking: Ranking, placed: Placed, tied: bool
) -> list[str]:
    standing = placed.standing
    mark = f"{placed.place}{'=' if tied else '.'}{'*' if placed.undominated else ''}"
    parts = [
        _concepts(ranking, standing),
        _coalitions(words, graph, standing),
        _reach(graph, standing),
        *([_unsure(words, graph, standing.unsure)] if standing.unsure.of else []),
        _edits(words, graph, standing.edits),
        _margins(words, standing.margins),
    ]
    lines = [wrap(f"{mark} {_name(words, graph, standing)}", "", "   ")]
    return [*lines, *(wrap(part, "   ", "     ") for part in parts)]


def _name(words: Words, graph: ConflictGraph, standing: Standing) -> str:
    name = capital(words.called(graph, standing.outcomes, standing.state))
    if standing.state == graph.status_quo:
        return f"{name}: today's state"
    change = words.change(graph, graph.status_quo, standing.state)
    return f"{name}, by {change}" if standing.outcomes else f"Today's state but for {change}"


def _concepts(ranking: Ranking, standing: Standing) -> str:
    verb = "is" if len(standing.strongest) == 1 else "are"
    of = f"{len(standing.concepts)} of {len(ranking.concepts)}"
    return f"concepts: {of}; the strongest {verb} {concepts_listed(standing.strongest)}"


def _coalitions(words: Words, graph: ConflictGraph, standing: Standing) -> str:
    if not standing.upset:
        return "coalitions: none could gain by leaving it"
    said = [_gain(words, graph, standing.state, v) for v in standing.upset[:REASONS]]
    more = len(standing.upset) - len(said)
    rest = [f"{plural(more, 'more coalition')} could gain"] if more else []
    return f"coalitions: {'; '.join([*said, *rest])}"


def _gain(words: Words, graph: ConflictGraph, state: State, verdict: CoalitionVerdict) -> str:
    who = words.actors(verdict.group) + (" together" if len(verdict.group) > 1 else "")
    change = words.change(graph, state, verdict.answers[0].improvement)
    return f"{who} could gain by {change}"


def _reach(graph: ConflictGraph, standing: Standing) -> str:
    if standing.state == graph.status_quo:
        return "reach: in place today"
    if standing.improvements is not None:
        return f"reach: {plural(standing.improvements, 'improvement')} from today"
    if standing.moves is not None:
        return f"reach: no improvements lead there from today, but {plural(standing.moves, 'move')} would"
    return "reach: no moves lead there from today"


def _unsure(words: Words, graph: ConflictGraph, found: Robustness) -> str:
    of = plural(found.of, "swap")
    if not found.unsettled:
        return f"unsure: keeps every concept after each of {of} of unsure priorities"
    lost = f"{len(found.unsettled)} of {of} of unsure priorities"
    return f"unsure: loses a concept after {lost}: {_first(words, graph, found.unsettled)}"


def _edits(words: Words, graph: ConflictGraph, found: Robustness) -> str:
    of = plural(found.of, "single edit")
    if not found.of:
        return "edits: no party's preferences are statements in an order"
    if not found.unsettled:
        return f"edits: keeps every concept after each of {of}"
    first = _first(words, graph, found.unsettled)
    return f"edits: keeps every concept after {found.kept} of {of}; not after {first}"


def _first(words: Words, graph: ConflictGraph, unsettled: Sequence[Unsettling]) -> str:
    """Return the first statements that unsettle a state, with how, and how many edits are not named."""
    by: dict[tuple[str, int, int], list[SingleEdit]] = {}
    for u in unsettled:
        by.setdefault((u.edit.actor, u.edit.position, u.edit.other), []).append(u.edit)
    shown = list(by.values())[:REASONS]
    said = [_edit(words, graph, edits) for edits in shown]
    more = len(unsettled) - sum(map(len, shown))
    return "; ".join([*said, f"or {number(more)} more"] if more else said)


def _edit(words: Words, graph: ConflictGraph, edits: Sequence[SingleEdit]) -> str:
    edit, whose = edits[0], words.whose(edits[0].actor)
    if edit.operation == "swap":
        pair = f"{ordinal(edit.position)} and {ordinal(edit.other)}"
        return f"a swap of {whose} {pair} priorities"
    statement = graph.orders[graph.decider(edit.actor)][edit.position - 1]
    label = words.statement(graph.model, statement)
    how = listed([_OPERATIONS[e.operation] for e in edits], "or")
    return f"{whose} {ordinal(edit.position)} priority, {label}, {how}"


def _margins(words: Words, margins: Sequence[Margin]) -> str:
    said = []
    for m in margins:
        if m.actor is None or m.ranks is None:
            said.append("nobody has a move")
        else:
            said.append(f"{plural(m.ranks, 'rank')}, {words.whose(m.actor)} ({m.concept})")
    return f"margin: {'; '.join(said)}"
