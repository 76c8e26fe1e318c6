"""The calendar: what its runs read, set, hold and watch is there, and can come true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.case.checks.context import Context, Known
from detente.case.dynamics import Calendar, Signal
from detente.case.ledgers import Question
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the calendar, of hindcasts, of pushes by shocks and of questions."""
    case = context.case
    yield from _calendar(context, ("calendar",), case.calendar)
    yield from _questions(context, (), case.questions, case.calendar)
    for id, hindcast in case.hindcasts.items():
        calendar = hindcast.calendar or case.calendar
        if hindcast.calendar is not None:
            yield from _calendar(context, ("hindcasts", id, "calendar"), calendar)
        yield from _questions(context, ("hindcasts", id), hindcast.questions, calendar)
    for id, shock in case.shocks.items():
        for node in shock.pushes:
            yield from _node(context, ("shocks", id, "pushes", node), node, key=True)
        if shock.rate is not None and (shock.rate.word or shock.rate.low < 0):
            message = f"a rate is how often a year, 0 or more, found {shock.rate}"
            yield context.problem(("shocks", id, "rate"), message, "write 0.1 or 0.05..0.1")


def _calendar(context: Context, path: Path, calendar: Calendar) -> Iterator[Problem]:
    yield from _models(context, path, calendar)
    yield from _dates(context, path, calendar)
    for node in calendar.levels:
        yield from _node(context, (*path, "levels", node), node, key=True)
    options = _across(context, calendar, "options")
    bits = _across(context, calendar, "context")
    for i, signal in enumerate(calendar.signals):
        yield from _signal(context, (*path, "signals", i), signal, options, bits)
    for i, hold in enumerate(calendar.holds):
        at = (*path, "holds", i)
        yield from _node(context, (*at, "node"), hold.node)
        yield from context.unknown((*at, "option"), "option of the calendar", hold.option, options)
    for id, watch in calendar.watch.items():
        at = (*path, "watch", id)
        kind = "model of the calendar"
        yield from context.unknown((*at, "model"), kind, watch.model, calendar.models)
        if watch.model in calendar.models and watch.model in context.case.models:
            names = context.model_names(watch.model)
            yield from context.formula((*at, "when"), watch.when, names)


def _models(context: Context, path: Path, calendar: Calendar) -> Iterator[Problem]:
    for i, model in enumerate(calendar.models):
        at = (*path, "models", i)
        if model in context.case.graphs:
            hint = "runs along the calendar play models made of options"
            yield context.problem(at, f"`{model}` has states and no options", hint)
        else:
            yield from context.unknown(at, "model", model, context.ids("models"))


def _dates(context: Context, path: Path, calendar: Calendar) -> Iterator[Problem]:
    start, until = calendar.start, calendar.until
    if start is not None and until is not None and until.end <= start.end:
        message = f"the runs end {until}, and begin {start}"
        yield context.problem((*path, "until"), message, "write a date after `start`")


def _across(context: Context, calendar: Calendar, section: str) -> Known:
    """Return the names of a section of all models of a calendar; None where one is not known."""
    found: set[str] = set()
    for model in calendar.models:
        names = context.ids("models", model, section)
        if names is None or model not in context.case.models:
            return None
        found |= names
    return found


def _signal(
    context: Context, path: Path, signal: Signal, options: Known, bits: Known
) -> Iterator[Problem]:
    yield from _node(context, (*path, "node"), signal.node)
    if signal.above is None and signal.below is None:
        hint = "give `above` or `below`"
        yield context.problem(path, f"nothing says from which level of {signal.node} on", hint)
    elif signal.above is not None and signal.below is not None and signal.above >= signal.below:
        message = f"no level lies above {signal.above} and below {signal.below}"
        yield context.problem((*path, "above"), message, "give two signals, one for each side")
    if options is not None and bits is not None:
        known, kind = {*options, *bits}, "option or context bit of the calendar"
        for name in signal.set:
            yield from context.unknown((*path, "set", name), kind, name, known, key=True)


def _questions(
    context: Context, path: Path, questions: Mapping[str, Question], calendar: Calendar
) -> Iterator[Problem]:
    for id, question in questions.items():
        if question.event:
            at = (*path, "questions", id, "event")
            yield from context.unknown(at, "watched event", question.event, calendar.watch)


def _node(context: Context, path: Path, node: str, key: bool = False) -> Iterator[Problem]:
    yield from context.unknown(path, "node", node, context.ids("influences", "nodes"), key=key)
