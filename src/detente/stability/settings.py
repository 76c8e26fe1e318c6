"""How a model is to be read: readings, options held, facts set, priorities moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from detente.case import OptionModel, Statement
from detente.case.model import Overlay, Shift
from detente.errors import UsageError, resolve

__all__ = ["Settings", "checked", "order_of", "resolve"]


@dataclass(frozen=True)
class Settings:
    """How a model is to be read.

    Readings by actor, options held, context bits set, options made irreversible, statements moved
    to the top or the bottom of an actor's order, and statements (by place, from 0) exchanged one
    after another with the first of the next level.
    """

    readings: Mapping[str, str] = field(default_factory=dict)
    fix: Mapping[str, bool] = field(default_factory=dict)
    context: Mapping[str, bool] = field(default_factory=dict)
    irreversible: tuple[str, ...] = ()
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    swapped: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, overlay: Overlay) -> Settings:
        """Return the settings that a named what-if stands for."""
        return cls(
            overlay.readings, overlay.set, overlay.context, overlay.irreversible, overlay.shifts()
        )

    def over(self, base: Settings) -> Settings:
        """Return a base with these settings on top; where both speak, these win.

        >>> held = Settings(context={"e.x": False}).over(Settings(fix={"a.b": True}))
        >>> held.fix, held.context
        ({'a.b': True}, {'e.x': False})
        """
        return Settings(
            {**base.readings, **self.readings},
            {**base.fix, **self.fix},
            {**base.context, **self.context},
            (*base.irreversible, *self.irreversible),
            {**base.shifts, **self.shifts},
            {**base.swapped, **self.swapped},
        )


def checked(model: OptionModel, settings: Settings) -> Settings:
    """Return settings with every name resolved. Raises `UnknownName`."""
    readings = {}
    for actor, reading in settings.readings.items():
        actor = resolve("actor with preferences", actor, model.preferences)
        known = model.preferences[actor].readings
        readings[actor] = resolve(f"reading of {actor}", reading, known)
    return Settings(
        readings=readings,
        fix={resolve("option", o, model.options): v for o, v in settings.fix.items()},
        context={resolve("context bit", b, model.context): v for b, v in settings.context.items()},
        irreversible=tuple(resolve("option", o, model.options) for o in settings.irreversible),
        shifts={
            resolve("actor with preferences", a, model.preferences): shift
            for a, shift in settings.shifts.items()
        },
        swapped={
            resolve("actor with preferences", a, model.preferences): places
            for a, places in settings.swapped.items()
        },
    )


def order_of(
    model: OptionModel, actor: str, settings: Settings
) -> tuple[str, tuple[Statement, ...]]:
    """Return the reading in use for an actor, and its statements, most important first.

    Exchanges come before moves. Raises `UsageError` where a statement to be moved stands in no place
    of that order, or a place is not there.
    """
    readings = model.preferences[actor].readings
    name = settings.readings.get(actor) or next(iter(readings))
    order = _swapped(actor, readings[name].order, settings.swapped.get(actor, ()))
    shift = settings.shifts.get(actor)
    return name, order if shift is None else _moved(actor, order, shift)


def _swapped(
    actor: str, order: tuple[Statement, ...], places: Iterable[int]
) -> tuple[Statement, ...]:
    """Return an order with statements exchanged; which places are tied stays as it is."""
    found = list(order)
    for k in places:
        if not 0 <= k < len(found):
            raise UsageError(f"{actor} has no statement in this place", found=k)
        n = next((n for n in range(k + 1, len(found)) if not found[n].about_equal), None)
        if n is not None:
            above, below = found[k], found[n]
            found[k] = below.model_copy(update={"about_equal": above.about_equal})
            found[n] = above.model_copy(update={"about_equal": below.about_equal})
    return tuple(found)


def _moved(actor: str, order: tuple[Statement, ...], shift: Shift) -> tuple[Statement, ...]:
    """Return an order with one statement moved; what was tied to it goes on without it."""
    at = next((k for k, s in enumerate(order) if s.want == shift.move), None)
    if at is None:
        hint = "name a statement of the reading in use, as it is written there"
        raise UsageError(f"{actor} has no such statement to move", found=shift.move, hint=hint)
    alone = order[at].model_copy(update={"about_equal": False})
    rest = [*order[:at], *order[at + 1 :]]
    if not order[at].about_equal and at < len(rest):
        rest[at] = rest[at].model_copy(update={"about_equal": False})
    return (alone, *rest) if shift.to == "top" else (*rest, alone)
