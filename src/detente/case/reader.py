"""Read a case: files in, one immutable case out, or every problem at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from detente.case.assemble import assemble
from detente.case.case import Case
from detente.case.checks import Context, problems_of
from detente.case.claims import placed
from detente.case.places import Places
from detente.case.shape import write_out
from detente.case.text import printable
from detente.case.validate import validate
from detente.errors import InvalidCase, Problem

__all__ = ["Examined", "examine", "in_order", "read_case"]


@dataclass(frozen=True)
class Examined:
    """What a look at a case found: the case as far as it is sound, and its problems in order.

    `case` is for use only where there are no problems. `places` tells where its parts stand.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    places: Places


def examine(path: Path) -> Examined:
    """Look at a case folder or file and report all that is wrong with it.

    Problems come by file, then line. Raises `FileProblem` where there is nothing to read.
    """
    assembled = assemble(path)
    root, found = assembled.root, assembled.problems
    if not root.entries and "case" in assembled.unread:
        return Examined(None, in_order(found), Places(root))
    found += write_out(root)
    first = Places(root)
    validated = validate(root, assembled.unread)
    found += validated.problems
    case = validated.case
    if case is not None:
        where = {"folder": str(assembled.folder), "digest": assembled.digest}
        case = case.model_copy(update=where)
        unread = frozenset(assembled.unread)
        found += problems_of(Context(case, validated.places, first, unread, validated.damaged))
        case = placed(case)
    return Examined(case, in_order(found), validated.places)


def in_order(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file, then line, each once and each on one line.

    >>> second, first = Problem("b.yaml", 1, 1, "odd\\n"), Problem("a.yaml", 9, 1, "strange")
    >>> [str(p) for p in in_order([second, first, second])]
    ['a.yaml:9:1: strange', 'b.yaml:1:1: odd\\\\n']
    """
    clean = {replace(p, message=printable(p.message), hint=printable(p.hint)) for p in found}
    return tuple(sorted(clean))


def read_case(path: Path) -> Case:
    """Read a case folder or file.

    Raises `InvalidCase` with every problem, or `FileProblem` where there is nothing to read.

    >>> from pathlib import Path
    >>> read_case(Path("nowhere"))
    Traceback (most recent call last):
    detente.errors.FileProblem: nowhere: no such case: ...
    """
    examined = examine(path)
    if examined.problems or examined.case is None:
        raise InvalidCase(examined.problems)
    return examined.case
