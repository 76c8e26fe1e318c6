"""Say no well: the one error tree of detente.

::

    DetenteError
    ├── InvalidCase          a case file cannot be used; carries every problem found in it
    ├── UsageError           a request that does not fit the case (unknown option, reading, concept …)
    │   ├── UnknownName      a name that is not there, with the nearest ones that are
    │   └── FormulaError     a condition that cannot be read, with the place (in `case.formula`)
    ├── FileProblem          a file that is missing, unreadable, or may not be written
    ├── DocumentError        a document that cannot be turned into paragraphs
    ├── MissingExtra         an optional part that is not installed
    └── TooLarge             a question that does not fit into memory or the stated limit

Every message says what is wrong, what was found, what was expected and what to do next.
No foreign exception leaves a room of this package.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

__all__ = [
    "DetenteError",
    "DocumentError",
    "FileProblem",
    "InvalidCase",
    "MissingExtra",
    "Problem",
    "TooLarge",
    "UnknownName",
    "UsageError",
    "did_you_mean",
    "resolve",
]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known names, or lists some of them.

    >>> did_you_mean("ru.transfr", ["ru.transfer", "jp.invest"])
    'did you mean `ru.transfer`?'
    >>> did_you_mean("zzz", ["b", "a"])
    'known: `a`, `b`'
    >>> did_you_mean("zzz", [])
    'nothing of this kind is defined'
    """
    names = sorted(set(known))
    folded = {n.casefold(): n for n in names}
    near = get_close_matches(name.casefold(), folded, n=3, cutoff=0.6)
    if near:
        return "did you mean " + " or ".join(f"`{folded[n]}`" for n in near) + "?"
    if not names:
        return "nothing of this kind is defined"
    shown = ", ".join(f"`{n}`" for n in names[:8])
    return f"known: {shown}" + (f" and {len(names) - 8} more" if len(names) > 8 else "")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a file: where it is, what it is, what to do.

    Lines and columns count from 1; 0 means the file as a whole.

    >>> str(Problem("case.yaml", 3, 7, "unknown key `lable`", "did you mean `label`?"))
    'case.yaml:3:7: unknown key `lable` (did you mean `label`?)'
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{hint}"


class DetenteError(Exception):
    """The root of the tree. `found`, `expected` and `hint` complete the message where given.

    >>> print(DetenteError("no such concept", found="nsh", hint="did you mean `nash`?"))
    no such concept: found `nsh`; did you mean `nash`?
    """

    def __init__(
        self,
        message: str,
        *,
        found: object = None,
        expected: str = "",
        hint: str = "",
        file: str = "",
        line: int = 0,
    ) -> None:
        self.message, self.found, self.expected = message, found, expected
        self.hint, self.file, self.line = hint, file, line
        where = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        said = f"found `{found}`" if found is not None else ""
        parts = [said, f"expected {expected}" if expected else "", hint]
        tail = "; ".join(p for p in parts if p)
        super().__init__(f"{where}{message}" + (f": {tail}" if tail else ""))


class InvalidCase(DetenteError):
    """A case that cannot be used. `problems` holds everything found wrong, in file order.

    The message lists the first 50.
    """

    SHOWN = 50

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        lines = "\n".join(f"  {p}" for p in self.problems[: self.SHOWN])
        if count > self.SHOWN:
            lines += f"\n  … and {count - self.SHOWN:,} more (`detente check` lists them)"
        super().__init__(f"{count} problem{'s' if count != 1 else ''} in the case\n{lines}")


class UsageError(DetenteError):
    """A request that the case or the program cannot serve as it stands."""


class UnknownName(UsageError):
    """A name that is not defined; the hint offers the nearest that are.

    >>> print(UnknownName("model", "2014-10", ["2014", "1956"]))
    unknown model: found `2014-10`; did you mean `2014`?
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown {kind}", found=name, hint=did_you_mean(name, known))


class FileProblem(DetenteError):
    """A file that is missing, not permitted, or not of the kind that was asked for."""


class DocumentError(DetenteError):
    """A document that cannot be read as text."""


class MissingExtra(DetenteError):
    """An optional part is not installed; says which one and how to get it."""


class TooLarge(DetenteError):
    """A question beyond the limit of this engine; says what to drop, hold fixed or split."""


def resolve(kind: str, name: str, known: Iterable[str]) -> str:
    """Return a name as it is known, whatever its case; one that is known as it stands comes first.

    Raises `UnknownName`.

    >>> resolve("node", "hard", ["HARD", "OUTR"])
    'HARD'
    """
    known = tuple(known)
    folded = {k.casefold(): k for k in known}
    if name in known:
        return name
    if name.casefold() not in folded:
        raise UnknownName(kind, name, known)
    return folded[name.casefold()]
