"""Ids: spelt so that conditions and commands can use them, owned, and unique in a model."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.formula import is_id
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]

_SECTIONS = (
    *("actors", "options", "models", "graphs", "sources", "evidence", "assumptions", "indicators"),
    *("issues", "disagreements", "quantities", "derived", "shocks", "questions", "inquiries"),
)
_OF_MODELS = ("options", "propositions", "outcomes", "context", "what_if")
_HINT = "an id is made of letters, digits, `_`, `-` and `.`, and is no word such as `not` or `if`"


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of ids."""
    for section in _SECTIONS:
        for id in getattr(context.case, section):
            yield from _spelt(context, (section, id))
            if section == "actors" and "." in id:
                hint = "the id of an option is cut at its first dot to find its owner"
                yield context.problem((section, id), f"actor `{id}` has a dot", hint, key=True)
    for id, model in context.case.models.items():
        for section in _OF_MODELS:
            for name in getattr(model, section):
                if section != "options" or name not in context.case.options:
                    yield from _spelt(context, ("models", id, section, name))
        for actor, preference in model.preferences.items():
            for name in preference.readings:
                path = ("models", id, "preferences", actor, "readings", name)
                yield from _spelt(context, path)
        yield from _unique(context, id)
    for id, graph in context.case.graphs.items():
        for name in graph.states:
            yield from _spelt(context, ("graphs", id, "states", name))


def _spelt(context: Context, path: Path) -> Iterator[Problem]:
    id = str(path[-1])
    if not is_id(id):
        yield context.problem(path, f"`{id}` cannot be an id", _HINT, key=True)


def _unique(context: Context, model: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for section in ("options", "context", "propositions", "outcomes"):
        for name in getattr(context.case.models[model], section):
            if name in seen:
                message = f"`{name}` is the name of something in `{seen[name]}` too"
                hint = "an id stands for one thing in a model; rename one of the two"
                path = ("models", model, section, name)
                yield context.problem(path, message, hint, key=True)
            seen.setdefault(name, section)
