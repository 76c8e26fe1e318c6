"""Which states of an evolution are drawn, in which order, and what is said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.report.names import capital, count, listed, number
from detente.report.scene import Scene
from detente.report.words import concepts_listed
from detente.stability.evolution import Evolution, Reached, Step
from detente.stability.graph import State

__all__ = ["HEAD", "Held", "Shown", "left_out", "shown_states", "takeaway_of", "title_of"]

MOST = 10
"""So many states are drawn at most."""

HEAD = (
    "No.",
    "Moves",
    "State",
    "What changes",
    "Last move",
    "Who would gain by a move",
    "Holds under",
    "Can come round again",
)
Held = Mapping[State, Sequence[str]]
"""The concepts under which a state is an equilibrium, by key."""


@dataclass(frozen=True)
class Shown:
    """A state as it is drawn: its number there, its words, and the moves that lead to it.

    `sources` are the numbers of the drawn states before the last move, each with who makes it; `came`
    says the same in words, and `cells` all of it as a row of the table twin. `held` says whether it
    is an equilibrium under some concept.
    """

    number: int
    found: Reached[State]
    name: str
    changes: tuple[str, ...]
    status: str
    held: bool
    sources: tuple[tuple[int, str], ...]
    came: str
    cells: tuple[str, ...]


def shown_states(
    scene: Scene, evolution: Evolution[State], held: Held, first: Sequence[int] = ()
) -> tuple[Shown, ...]:
    """Return the states to draw: by moves, then by what leads to them, so that lines stay short.

    Ten at most: the start, those asked for `first` by number, those in which it can stop, then the
    nearest and least changed; each with the states on a shortest way to it.
    """
    drawn, rows, numbers = _drawn(scene, evolution, first), list[Shown](), dict[int, int]()
    again = frozenset(s for cycle in evolution.cycles for s in cycle.states)
    order = {a: i for i, a in enumerate(scene.deciders)}
    for moves in sorted({r.moves for r in drawn}):
        layer = []
        for found in (r for r in drawn if r.moves == moves):
            steps = evolution.last_steps(found.number)
            known = [s for s in steps if s.before.code in numbers]
            sources = sorted((numbers[s.before.code], order[s.actor], s.actor) for s in known)
            layer.append((sources, found.number, found, steps))
        for sources, code, found, steps in sorted(layer, key=lambda x: x[:2]):
            numbers[code] = len(rows) + 1
            came = dict.fromkeys(_came(scene, s, numbers) for s in steps)
            arrows = tuple((n, actor) for n, _, actor in sources)
            said = held.get(found.state, ()), listed(list(came)), found.state in again
            rows.append(_shown(scene, evolution, found, len(rows) + 1, arrows, *said))
    return tuple(rows)


def _came(scene: Scene, step: Step[State], numbers: Mapping[int, int]) -> str:
    where = numbers.get(step.before.code)
    return f"{scene.words.actor(step.actor)} from {where or 'a state not drawn'}"


def _drawn(scene: Scene, evolution: Evolution[State], first: Sequence[int]) -> list[Reached[State]]:
    asked, kept = set(first), {evolution.start.code}

    def order(found: Reached[State]) -> tuple[bool, bool, int, int]:
        changed = scene.distance(evolution.start, found.state)
        return found.number not in asked, not found.stops, found.moves, changed

    for found in sorted(evolution.reached, key=order):
        way = {s.after.code for s in evolution.ways(found.number, 1)[0]}
        if len(kept | way) <= MOST:
            kept |= way
        if len(kept) == MOST:
            break
    return [r for r in evolution.reached if r.number in kept]


def _shown(
    scene: Scene,
    evolution: Evolution[State],
    found: Reached[State],
    place: int,
    sources: tuple[tuple[int, str], ...],
    under: Sequence[str],
    came: str,
    again: bool,
) -> Shown:
    name = _name(scene, evolution, found)
    up, down = scene.options(evolution.start, found.state)
    changes = (*(f"+ {n}" for n in up), *(f"− {n}" for n in down))
    leavers = capital(listed([scene.words.actor(a) for a in found.leavers]))
    cells = (
        str(place),
        str(found.moves),
        name,
        "; ".join(changes) or "nothing",
        capital(came) or "none",
        leavers or "nobody",
        concepts_listed(under) if under else "no concept",
        "yes" if again else "no",
    )
    status = _status(leavers, under, again)
    return Shown(place, found, name, changes, status, bool(under), sources, came, cells)


def _name(scene: Scene, evolution: Evolution[State], found: Reached[State]) -> str:
    name = listed(scene.named(found.state))
    if found.state != evolution.start:
        return name or "No named outcome"
    own = "Today" if found.state == scene.today else "To start from"
    return f"{own}: {name}" if name else f"{own}: {scene.called(found.state)}"


def _status(leavers: str, under: Sequence[str], again: bool) -> str:
    holds = f"Holds under {', '.join(k.upper() for k in under)}" if under else ""
    leaves = f"{leavers} would gain by a move" if leavers else ""
    return ". ".join(s for s in (holds, leaves, "Can come round again" if again else "") if s)


def title_of(scene: Scene, evolution: Evolution[State]) -> str:
    """Return what the drawing shows."""
    start = "today" if evolution.start == scene.today else "a chosen state"
    kind = "moves of any kind" if evolution.by == "moves" else "moves that each mover gains from"
    return f"Where {kind} lead from {start}"


def takeaway_of(scene: Scene, evolution: Evolution[State]) -> str:
    """Return what to see in it: how many states, where the conflict can stop, whether it goes round."""
    others = evolution.reached[1:]
    if not others:
        stays = "Nobody makes such a move: the conflict stays where it is."
        return stays if evolution.complete else "No move was looked at."
    far = f"The conflict can go to {count(len(others), 'other state')}"
    if not evolution.complete:
        far += f" within {count(evolution.within or 0, 'move')}"
    stops = [r for r in others if r.stops]
    if not stops:
        ends = "it can stop in none of them" if len(others) > 1 else "it cannot stop there"
    elif len(stops) < 3:
        ends = f"it can stop in {listed([scene.called(r.state) for r in stops], 'or')}"
    else:
        ends = f"it can stop in {number(len(stops))} of them"
    again = "; improvements can also go round without end" if evolution.cycles else ""
    return f"{far}; {ends}{again}."


def left_out(evolution: Evolution[State], rows: Sequence[Shown]) -> str:
    """Return how many states are not drawn, by their moves; empty where all are."""
    drawn = {row.found.number for row in rows}
    rest = [r for r in evolution.reached if r.number not in drawn]
    if not rest:
        return ""
    by = {m: sum(r.moves == m for r in rest) for m in sorted({r.moves for r in rest})}
    parts = [f"{n:,} after {count(m, 'move')}" for m, n in by.items()]
    stops = sum(r.stops for r in rest)
    where = f" It can stop in {number(stops)} of those." if stops else ""
    return f"Not drawn: {count(len(rest), 'state')} more ({', '.join(parts)}).{where}"
