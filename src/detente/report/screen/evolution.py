"""What `evolve` prints."""

from __future__ import annotations

from collections.abc import Sequence

from detente.report.names import capital, listed
from detente.report.scene import Scene
from detente.report.screen.lines import plural, wrap
from detente.report.screen.stability import conditions
from detente.stability.destination import Destination, Way
from detente.stability.evolution import Cycle, Evolution, Reached
from detente.stability.graph import State

__all__ = ["evolution_text"]

SHOWN, WAYS, NAMED = 12, 3, 4
_KINDS = {"improvements": "improvements", "moves": "moves of any kind"}


def evolution_text(
    scene: Scene, evolution: Evolution[State], destinations: Sequence[Destination] = ()
) -> str:
    """Return where a conflict can go, move by move, where it can stop, and the ways asked for.

    >>> from detente.case import open_case
    >>> from detente.report.words import Words
    >>> from detente.stability import build_graph
    >>> from detente.stability.evolve import evolve
    >>> case = open_case("elmira-1991")
    >>> graph = build_graph(case, "main")
    >>> print(evolution_text(Scene(Words(case), graph), evolve(graph)))
    main: ...
    From today, “Appeal drags on”, by improvements: 1 other state, 1 move away at most.
    Local government would gain by a move.
    After 1 move: 1 state
      “Appeal drags on, local government insists”, by taking up “Insist on the original
        order”. Last move: Local government. It can stop here.
    """
    start, *others = evolution.reached
    others.sort(key=lambda r: (r.moves, scene.distance(start.state, r.state)))
    lines = [f"{scene.model}: {scene.title}{conditions(scene.settings)}", _head(scene, evolution)]
    if others:
        lines.append(f"{capital(_leaving(scene, start))}.")
    lines += _layers(scene, evolution, others)
    lines += _cycles(scene, evolution.cycles)
    for found in destinations:
        lines += _destination(scene, found)
    return "\n".join(lines)


def _head(scene: Scene, evolution: Evolution[State]) -> str:
    count, where = len(evolution.reached) - 1, scene.called(evolution.start)
    who = "today" if evolution.start == scene.today else "the state"
    said = f"From {who}, {where}, by {_KINDS[evolution.by]}: "
    if count:
        far = plural(evolution.reached[-1].moves, "move")
        said += f"{plural(count, 'other state')}, {far} away at most."
    else:
        lacks = "gains by a move" if evolution.by == "improvements" else "has a move"
        said += f"nowhere. No party {lacks}." if evolution.complete else "no move was looked at."
    if not evolution.complete:
        said += " More moves lead further; they were not looked at."
    return wrap(said)


def _layers(
    scene: Scene, evolution: Evolution[State], others: Sequence[Reached[State]]
) -> list[str]:
    lines, last = list[str](), 0
    for found in others[:SHOWN]:
        if found.moves != last:
            last = found.moves
            count = sum(r.moves == last for r in others)
            lines.append(f"After {plural(last, 'move')}: {plural(count, 'state')}")
        lines.append(wrap(_reached(scene, evolution, found), "  ", "    "))
    if rest := others[SHOWN:]:
        stops = sum(r.stops for r in rest)
        can = f", in {stops:,} of which it can stop" if stops else ""
        lines.append(f"  … and {len(rest):,} more{can} (use --json for all)")
    return lines


def _reached(scene: Scene, evolution: Evolution[State], found: Reached[State]) -> str:
    name = capital(scene.told(evolution.start, found.state))
    last = [a for a, moves in found.last.items() if moves == found.moves]
    stop = "It can stop here" if found.stops else capital(_leaving(scene, found))
    return f"{name}. Last move: {scene.words.actors(last, 'or')}. {stop}."


def _leaving(scene: Scene, found: Reached[State]) -> str:
    if found.stops:
        return "no party would gain by a move"
    return f"{scene.words.actors(found.leavers)} would gain by a move"


def _cycles(scene: Scene, cycles: Sequence[Cycle[State]]) -> list[str]:
    lines = []
    for cycle in cycles[:NAMED]:
        names = [scene.called(s) for s in cycle.states[:NAMED]]
        more = len(cycle.states) - len(names)
        among = listed([*names, f"{more:,} more"] if more else names)
        out = "and none leads out of them" if cycle.closed else "though some lead out of them"
        count = plural(len(cycle.states), "state")
        said = f"Improvements can go round and round among {count}, {out}: {among}."
        lines.append(wrap(said, "", "  "))
    if len(cycles) > NAMED:
        lines.append(f"… and {len(cycles) - NAMED:,} more such cycles (use --json for all)")
    return lines


def _destination(scene: Scene, found: Destination) -> list[str]:
    head = f"To {scene.outcome(found.target)}, by {_KINDS[found.by]}: "
    if not found.reached:
        return [wrap(f"{head}{_unreached(found)}", "", "  ")]
    near = found.reached[0].moves
    if not near:
        return [wrap(f"{head}it is there already.", "", "  ")]
    ways: list[Way] = [way for each in found.ways for way in each]
    lines = [wrap(f"{head}{plural(near, 'move')} at least.", "", "  ")]
    lines += [wrap(f"- {capital(scene.path(way))}.", "  ", "    ") for way in ways[:WAYS]]
    if len(ways) > WAYS:
        lines.append("  … and others as short (use --json)")
    return lines


def _unreached(found: Destination) -> str:
    if not found.states:
        return "no feasible state is like that."
    if found.complete:
        looked = f"all {found.looked:,} states" if found.looked > 1 else "the one state"
        return f"nothing leads there (proven: {looked} within reach of them looked at)."
    return f"not within {plural(found.within or 0, 'move')}; more were not looked at."
