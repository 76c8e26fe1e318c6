"""What-ifs and shocks: what they set, choose and move must be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.case.checks.context import Context
from detente.case.model import OptionModel, Overlay, Shift
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the what-ifs of every model, and of shocks."""
    for id, model in context.case.models.items():
        for name, overlay in model.what_if.items():
            yield from _what_if(context, id, model, overlay, ("models", id, "what_if", name))
    yield from _shocks(context)


def _what_if(
    context: Context, id: str, model: OptionModel, overlay: Overlay, path: Path
) -> Iterator[Problem]:
    options = context.ids("models", id, "options")
    for option in overlay.set:
        yield from context.unknown((*path, "set", option), "option", option, options, key=True)
    for i, option in enumerate(overlay.irreversible):
        yield from context.unknown((*path, "irreversible", i), "option", option, options)
    bits = context.ids("models", id, "context")
    for bit in overlay.context:
        yield from context.unknown((*path, "context", bit), "context bit", bit, bits, key=True)
    parties = context.ids("models", id, "preferences")
    for actor, reading in overlay.readings.items():
        at = (*path, "readings", actor)
        if parties is None or actor in parties:
            readings = context.ids("models", id, "preferences", actor, "readings")
            yield from context.unknown(at, "reading", reading, readings)
        else:
            yield from context.unknown(at, "actor", actor, parties, key=True)
    yield from _shifts(context, path, overlay.shifts(), {id: model}, parties)


def _shifts(
    context: Context,
    path: Path,
    shifts: Mapping[str, Shift],
    models: Mapping[str, OptionModel],
    parties: set[str] | None,
) -> Iterator[Problem]:
    """Yield a problem where a statement that is moved stands in no order of the actor."""
    for actor, shift in shifts.items():
        at = (*path, f"preferences.{actor}")
        yield from context.unknown(at, "actor", actor, parties, key=True)
        held = [m.preferences[actor] for m in models.values() if actor in m.preferences]
        stated = [s.want for p in held for r in p.readings.values() for s in r.order]
        moved = (*at, "move")
        sound = all(context.sound(m, "preferences") for m in models)
        if held and sound and moved not in context.damaged and shift.move not in stated:
            message = f"`{actor}` has no statement `{shift.move}` that could be moved"
            hint = "write the statement as it stands in the preferences"
            yield context.problem(moved, message, hint)


def _shocks(context: Context) -> Iterator[Problem]:
    options, bits = context.across("options"), context.across("context")
    parties = context.across("preferences")
    for id, shock in context.case.shocks.items():
        for i, change in enumerate(shock.changes):
            path = ("shocks", id, "changes", i)
            for option in change.status_quo:
                at = (*path, "status_quo", option)
                yield from context.unknown(at, "option", option, options, key=True)
            for bit in change.context:
                at = (*path, "context", bit)
                yield from context.unknown(at, "context bit", bit, bits, key=True)
            yield from _shifts(context, path, change.shifts(), context.case.models, parties)
