"""What a value that does not fit its field is told: what was found, what expected, what to do."""

from __future__ import annotations

import re
import types
from collections.abc import Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from detente.case.case import Case
from detente.case.model import Preference
from detente.case.places import Path, Places
from detente.errors import Problem, did_you_mean
from detente.evidence import Source

__all__ = ["annotation_at", "keys_at", "misfit_problem", "missing_problem"]

_EXPECTED = {
    "bool": "yes or no",
    "int": "a whole number",
    "float": "a number",
    "finite": "a number",
    "string": "text",
    "dict": "a map",
    "model": "a map",
    "tuple": "a list",
    "list": "a list",
}
_MISSING = {
    "format": "begin the file with `format: dispute-case/1`",
    "case": "write `case: {id: …, title: …, question: …}`",
    "actors": "write who decides or matters, such as `jp: {name: Japan}`",
    "models": "write `options`, `status_quo` and `preferences`, or `models`",
    "options": "write what the parties can do, such as `jp.invest: {label: Invest}`",
    "preferences": "write what each party wants, most important first",
    "states": "name the states, such as `s1: {label: The appeal drags on}`",
    "moves": "write who can go where, such as `jp: [s1 -> s2, s2 <-> s3]`",
    "ranking": "write how each party ranks the states, such as `jp: [s3, [s1, s2]]`, best first",
    "status_quo": "name the state of today, such as `status_quo: s1`",
}


def annotation_at(path: Path) -> Any:
    """Return the type that the format expects at a path of a case, or None.

    >>> annotation_at(("actors", "jp", "role"))
    typing.Literal['decides', 'audience', 'context']
    """
    kind: Any = Case
    for step in path:
        kind = _below(kind, step)
    return kind


def _below(kind: Any, step: str | int) -> Any:
    for part in _alternatives(kind):
        if isinstance(part, type) and issubclass(part, BaseModel):
            fields = {f.alias or n: f.annotation for n, f in part.model_fields.items()}
            if step in fields:
                return fields[str(step)]
        elif get_origin(part) is dict:
            return get_args(part)[1]
        elif get_origin(part) in (tuple, list) and isinstance(step, int):
            return get_args(part)[0]
    return None


def _alternatives(kind: Any) -> list[Any]:
    """Return the types that an annotation allows, without their trimmings."""
    if get_origin(kind) is Annotated:
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return [a for part in get_args(kind) for a in _alternatives(part)]
    return [kind]


def keys_at(path: Path) -> list[str]:
    """Return the keys that the format knows at a path; for any map of ids, none.

    >>> keys_at(("timeline", 0))[:3]
    ['date', 'title', 'actor']
    """
    for part in _alternatives(annotation_at(path)):
        if part is Source:
            return Source.known_keys()
        if isinstance(part, type) and issubclass(part, BaseModel):
            return [f.alias or n for n, f in part.model_fields.items() if not f.exclude]
    return []


def missing_problem(path: Path, places: Places) -> Problem:
    """Return the problem of a required key that is not there, at the place of its parent."""
    name, parent = str(path[-1]), path[:-1]
    where = f" in `{parent[-1]}`" if parent and isinstance(parent[-1], str) else ""
    if places.of(parent, key=True) == places.of(()):  # the root, or the model that it stands for
        where = ""
    hint = _MISSING.get(name) if len(parent) in (0, 2) else None
    spot = places.of(parent, key=True)
    return spot.problem(f"`{name}` is missing{where}", hint or f"add `{name}: …` here")


def misfit_problem(errors: Sequence[ErrorDetails], at: Path, places: Places) -> Problem:
    """Return the problem of one value; `errors` has one entry for each kind it could have been."""
    error = next((e for e in errors if "hint" in e.get("ctx", {})), errors[0])
    kind, context = error["type"], error.get("ctx", {})
    name = f"`{at[-1]}`: " if at and isinstance(at[-1], str) else ""
    spot = places.of(at)
    if kind == "condition":
        return spot.problem(context["said"], context["hint"], context.get("at"))
    if kind == "at_least":
        return _too_few(error["msg"], at, places)
    if "hint" in context:
        return spot.problem(f"{name}{context['said']}", context["hint"])
    found = _shown(error["input"])
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        said = f"{name}found {found}, expected {_one_of(words)}"
        hint = _word_hint(str(error["input"]), words)
        return spot.problem(said, hint if at != ("format",) else "no other version is read here")
    expected = " or ".join(dict.fromkeys(_expected(e) for e in errors))
    return spot.problem(f"{name}found {found}, expected {expected}", _next(error, at))


def _too_few(said: str, at: Path, places: Places) -> Problem:
    spot = places.of(at, key=True)
    hint = _MISSING.get(str(at[-1]), "add an entry, or remove the key")
    return spot.problem(f"`{at[-1]}` {said}", hint)


def _expected(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "greater_than_equal":
        return f"{context['ge']:g} or more"
    if kind == "less_than_equal":
        return f"{context['le']:g} or less"
    return _EXPECTED.get(kind.partition("_")[0], error["msg"])


def _one_of(words: list[str]) -> str:
    shown = [f"`{w}`" for w in words]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + f" or {shown[-1]}"


def _word_hint(found: str, words: list[str]) -> str:
    near = did_you_mean(found, words)
    return near if near.startswith("did you mean") else "write one of these, as it stands here"


def _next(error: ErrorDetails, at: Path) -> str:
    """Return what to type instead."""
    kind, value = error["type"].partition("_")[0], error["input"]
    empty = value is None
    if kind in ("dict", "model") and isinstance(value, list):
        return "write `key: value` lines, without the dashes"
    if kind in ("dict", "model"):
        return _map_hint(at, value)
    if kind in ("tuple", "list"):
        if empty:
            return "begin each entry with `- `, or write `[]` for none"
        return "begin each entry with `- `" if isinstance(value, dict) else f"write `[{value}]`"
    if kind == "string":
        return (
            "write text after the `:`"
            if empty
            else "put text that begins with `{` or `[` in quotes"
        )
    if kind in ("greater", "less"):
        return "write a number in this range"
    if kind == "bool":
        return "write `yes` or `no`"
    return "write the number alone, without a unit"


def _map_hint(at: Path, value: Any) -> str:
    for part in _alternatives(annotation_at(at)):
        if part is Preference and value:
            return f"write `[{value}]`: statements, most important first"
        if isinstance(part, type) and issubclass(part, BaseModel):
            needed = [n for n, f in part.model_fields.items() if f.is_required()]
            if len(needed) == 1:
                return f"write `{{{needed[0]}: {value or '…'}}}`"
            if needed:
                return "write `{" + ", ".join(f"{n}: …" for n in needed) + "}`"
    return "write `key: value` lines below it, or `{}` for none"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"
