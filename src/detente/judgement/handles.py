"""Names for the parts of a case, so that any of them can be asked about: `M63`, `condition/E4`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.case import Case
from detente.case.places import Path
from detente.errors import UnknownName, UsageError
from detente.evidence.part import Part

__all__ = ["find", "handle", "parts_of"]

_SILENT = frozenset(
    (
        "preferences",
        "readings",
        "order",
        "edges",
        "evidence",
        "items",
        "tests",
        "answers",
        "options",
    )
)
MOST = 60


def handle(path: Path) -> str:
    """Return the name of what stands at a path; what merely groups is left out, counting is from 1.

    >>> handle(("models", "2018-05", "preferences", "ru", "readings", "stated", "order", 0))
    'models/2018-05/ru/stated/1'
    >>> handle(("hypotheses", "condition", "evidence", "E4"))
    'hypotheses/condition/E4'
    """
    first, *rest = path
    said = [str(s + 1) if isinstance(s, int) else s for s in rest if s not in _SILENT]
    return "/".join([str(first), *said])


def parts_of(value: object, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Yield every named part inside a case or a part of one, with its path, outer ones first."""
    if isinstance(value, Part):
        if len(path) > 1:
            yield path, value
        for name in type(value).model_fields:
            if name != "because":
                yield from parts_of(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from parts_of(inner, (*path, str(key)))
    elif isinstance(value, tuple):
        for i, inner in enumerate(value):
            yield from parts_of(inner, (*path, i))


def find(case: Case, name: str) -> tuple[tuple[Path, Part], ...]:
    """Return the parts that a name fits: the end of a handle, steps between left out at will.

    `2018-05/ru/1` is the first statement of each reading of Russia in that model. Raises
    `UnknownName` where nothing fits, `UsageError` where too much does.

    >>> from detente.case import open_case
    >>> [handle(path) for path, _ in find(open_case("japan-russia"), "m63")]
    ['influences/M63']
    """
    asked = name.casefold().strip("/").split("/")
    every = {handle(path): (path, part) for path, part in parts_of(case)}
    found = [place for said, place in every.items() if _fits(asked, said.casefold().split("/"))]
    if not found:
        raise UnknownName("part of the case", name, [*every, *(h.split("/")[-1] for h in every)])
    if len(found) > MOST:
        hint = "name more of the way to it, such as 2018-05/ru/1"
        raise UsageError(f"{len(found)} parts of the case are called so", found=name, hint=hint)
    return tuple(found)


def _fits(asked: list[str], said: list[str]) -> bool:
    """Whether the steps asked for stand in this order in a handle, the last one at its end."""
    steps = iter(said)
    return asked[-1] == said[-1] and all(step in steps for step in asked)
