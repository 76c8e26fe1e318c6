"""What `inverse` prints: what each party would have to want, and what would be the smallest change."""

from __future__ import annotations

from collections.abc import Iterator

from detente.report.names import count, ordinal
from detente.report.screen.compared import ByDifference, Compared
from detente.report.screen.lines import plural, wrap
from detente.report.screen.mediation import mediation_lines
from detente.report.screen.wanting import one_ranking_in, part_lines
from detente.stability.graph import State
from detente.stability.inverse.answer import Inverse
from detente.stability.inverse.nearest import Nearest
from detente.stability.inverse.raising import Rises
from detente.stability.inverse.reordering import Shifted

__all__ = ["inverse_text"]

SHOWN = 8


def inverse_text(names: Compared, found: Inverse) -> str:
    """Return what would have to be wanted for a target to hold, party by party, and by whom."""
    lines = [names.head, *_target(names, found), names.lines()]
    for part in found.parts:
        lines += ["", *part_lines(names, part)]
    lines += ["", *_together(found)]
    if not found.group and not found.nearest.held:
        lines += _who(names, found)
    return "\n".join(lines).rstrip()


def _target(names: Compared, found: Inverse) -> Iterator[str]:
    """Yield what the target is, and which state of it the answer is about."""
    near = found.nearest
    who = f" of {names.words.actors(found.group)}" if found.group else ""
    yield wrap(f"Target: {_called(names, found)} ({found.concept.name}{who})")
    if found.group:
        met = all(p.met for p in found.parts)
        nearest = " The state looked at is the nearest under the concept for one party."
        yield wrap(
            f"The coalition {'holds to it' if met else 'would leave it'}."
            + (nearest if near.states > 1 else "")
        )
    elif near.held:
        hold = "holds" if near.held == 1 else "hold"
        some = f"{near.held:,} of its {near.states:,} states {hold} already"
        yield "It holds already:" if near.states == 1 else f"{some}. The one nearest to today:"
    else:
        yield wrap(_blocked(names, near))


def _blocked(names: Compared, near: Nearest) -> str:
    blocked = names.words.actors(near.blocked)
    if near.states == 1:
        return f"It does not hold; {blocked} would leave it:"
    way = count(len(near.blocked), "party is", "parties are")
    none = f"None of its {near.states:,} states holds."
    return f"{none} In the nearest, {way} in the way ({blocked}):"


def _called(names: Compared, found: Inverse) -> str:
    if isinstance(found.target, State) or not isinstance(names, ByDifference):
        return "one state"
    named = names.graph.option_model.outcomes.get(str(found.target))
    return named.label if named and named.label else str(found.target)


def _together(found: Inverse) -> Iterator[str]:
    """Yield how the conditions of the parties hang together."""
    if found.together is not None:
        alike = "No party's conditions depend on what the others want"
        yield wrap(f"{alike}; all are met by {one_ranking_in(found.together, 'sets of rankings')}.")
    elif found.group:
        yield wrap(
            "Each member's conditions are those that are left while the other members want what "
            "they want today; one member that meets its own is enough."
        )
    elif any(p.conditions.coupled for p in found.parts):
        yield wrap(
            "The conditions hang together: which answers are credible depends on what those who "
            "would give them want. Each party's are those that are left while the others want what "
            "they want today."
        )


def _who(names: Compared, found: Inverse) -> Iterator[str]:
    """Yield who could make the target hold by wanting something else, or by doing something."""
    if found.rises is not None:
        yield from _by_rising(names, found.rises)
    if isinstance(names, ByDifference):
        yield from _by_moving(names, found)
        if found.mediations is not None:
            yield ""
            yield from mediation_lines(names.words, names.graph, found.mediations)


def _by_rising(names: Compared, rises: Rises) -> Iterator[str]:
    for i, levels in rises.alone.items():
        name = names.words.actor(names.deciders[i], start=True)
        yield wrap(
            f"{name} alone can make this state hold, by ranking it {plural(levels, 'level')} higher."
        )
    if rises.total is None:
        yield wrap(
            "Ranking this state higher, as each party needs while the others stay as they are, was "
            f"tried and is not enough; it takes {plural(rises.at_least, 'level')} in all at least."
        )
    elif not rises.exact:
        yield wrap(
            f"It takes {plural(rises.at_least, 'level')} in all at least; whether fewer than "
            f"{rises.total:,} are enough is open."
        )
    elif not rises.alone:
        yield wrap(
            "No party alone can make this state hold; together they would have to rank it "
            f"{plural(rises.total, 'level')} higher, and no fewer are enough."
        )


def _by_moving(names: ByDifference, found: Inverse) -> Iterator[str]:
    if not found.shifts:
        yield wrap(
            "No single priority moved up or down by one party makes a state of the target hold "
            "(every move was tried)."
        )
        return
    yield "One priority moved makes the target hold:"
    yield from (_shift(names, move) for move in found.shifts[:SHOWN])
    if len(found.shifts) > SHOWN:
        yield f"  … and {len(found.shifts) - SHOWN:,} more (use --json for all)"


def _shift(names: ByDifference, move: Shifted) -> str:
    said = " and ".join(names.words.statement(names.graph.model, s) for s in move.statements)
    name = names.words.actor(move.actor, start=True)
    where = f"from {ordinal(move.start)} to {ordinal(move.end)} place"
    return wrap(f"- {name} moves {said} {where}", "  ", "    ")
