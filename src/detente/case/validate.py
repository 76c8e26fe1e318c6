"""From a tree to a case object, with every problem of shape reported at its place.

What is wrong is reported and cut out, what is missing reported and stood in for by something
empty, and the rest validated again, so that one bad field hides no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from detente.case.case import Case
from detente.case.fields import DRAFT, Estimate
from detente.case.formula import Formula
from detente.case.messages import annotation_at, keys_at, misfit_problem, missing_problem
from detente.case.nodes import Entry, Items, Node, Scalar, Table
from detente.case.places import Path, Places, find
from detente.case.spelling import mend
from detente.errors import Problem
from detente.evidence.part import When

__all__ = ["Validated", "validate"]

_ROUNDS = 60


@dataclass
class Validated:
    """The case that the sound parts of a tree make, and what was wrong with the others.

    `damaged` holds the paths of what was cut out or stood in for.
    """

    case: Case | None
    places: Places
    problems: list[Problem]
    damaged: set[Path]


def validate(root: Table, unread: Collection[str] = ()) -> Validated:
    """Return the case that the sound parts of a tree make; `root` is mended in place.

    `unread` names sections whose files could not be read, so that they are not called missing;
    `case` among them means case.yaml itself. The case is None only if mending comes to no end.
    """
    mending = _Mending(root, frozenset(unread))
    for round_ in range(_ROUNDS):
        places = Places(root)
        context = DRAFT if round_ else None
        try:
            case = Case.model_validate(places.plain, context=context)
        except ValidationError as error:
            mending.mend(error.errors(include_url=False), places)
        else:
            return Validated(case, places, mending.problems, mending.damaged)
    return Validated(None, Places(root), mending.problems, mending.damaged)


@dataclass
class _Mending:
    root: Table
    unread: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    damaged: set[Path] = field(default_factory=set)
    cut: dict[tuple[int, str], Node] = field(default_factory=dict)  # holds nodes, so ids last

    def mend(self, errors: list[ErrorDetails], places: Places) -> None:
        """Report the errors of one round and change the tree so that they do not come again."""
        unknown_keys: set[Path] = set()
        missing: list[Path] = []
        misfits: dict[Path, list[ErrorDetails]] = defaultdict(list)
        for error in errors:
            loc = tuple(error["loc"])
            at = loc if error["type"] == "missing" else places.known(loc)
            if error["type"] == "extra_forbidden":
                unknown_keys.add(at)
            elif error["type"] == "missing":
                missing.append(at)
            else:
                misfits[at].append(error)
        unknown = {path[:-1] for path in unknown_keys}
        for path in sorted(unknown, key=str):
            table = find(self.root, path)
            if isinstance(table, Table):
                self.problems += mend(table, keys_at(path))
        # a key that seems missing beside an unknown one may be there, misspelt: ask again
        missing = [path for path in missing if path[:-1] not in unknown]
        self.damaged |= {*missing, *misfits, *unknown_keys}
        for path in sorted({*missing, *misfits}, key=_deepest_first):
            if path in misfits:
                self._misfit(misfits[path], path, places)
            else:
                self._missing(path, places)

    def _missing(self, path: Path, places: Places) -> None:
        parent, name = find(self.root, path[:-1]), str(path[-1])
        if not isinstance(parent, Table):
            return  # cut out in this round
        if (id(parent), name) not in self.cut and not self._unknowable(path):
            self.problems.append(missing_problem(path, places))
        instead = _stand_in(annotation_at(path), parent)
        if instead is None:
            self._cut(path[:-1])
        else:
            parent.entries.append(Entry(Scalar(name, parent.spot), instead))

    def _unknowable(self, path: Path) -> bool:
        """Whether a missing section may stand in a file that could not be read."""
        return len(path) == 1 and bool({"case", str(path[0])} & self.unread)

    def _misfit(self, errors: list[ErrorDetails], path: Path, places: Places) -> None:
        node = find(self.root, path)
        if node is None:
            return  # cut out in this round
        if not (isinstance(node, Scalar) and node.hole):
            self.problems.append(misfit_problem(errors, path, places))
        if errors[0]["type"] != "at_least":
            self._cut(path)

    def _cut(self, path: Path) -> None:
        parent, step = find(self.root, path[:-1]), path[-1]
        if isinstance(parent, Table):
            parent.entries = [e for e in parent.entries if e.key.text != step]
            self.cut[id(parent), str(step)] = parent
        elif isinstance(parent, Items) and isinstance(step, int) and step < len(parent.items):
            del parent.items[step]


def _deepest_first(path: Path) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Sort so that cutting one part moves none that is still to be cut."""
    order = tuple((-p, "") if isinstance(p, int) else (0, p) for p in path)
    return (-len(path), order)


_HARMLESS: dict[Any, str] = {str: "", When: "100", Estimate: "0", Formula: "true"}
"""Text that stands in for a value of a type, chosen so that no check finds fault with it."""


def _stand_in(kind: Any, parent: Node) -> Node | None:
    """Return something harmless of a type, or None where there is nothing of the kind."""
    if get_origin(kind) is Annotated:
        return _stand_in(get_args(kind)[0], parent)
    if kind in _HARMLESS:
        return Scalar(_HARMLESS[kind], parent.spot)
    origin = get_origin(kind)
    if origin is Literal:
        return Scalar(get_args(kind)[0], parent.spot)
    if origin in (dict, tuple):
        return Table(parent.spot) if origin is dict else Items(parent.spot)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        table = Table(parent.spot)
        for name, needed in kind.model_fields.items():
            below = _stand_in(needed.annotation, parent) if needed.is_required() else None
            if below is not None:
                table.entries.append(Entry(Scalar(needed.alias or name, parent.spot), below))
        return table
    return None
