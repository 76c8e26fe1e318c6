"""Keep a shelf of members: one file in a folder is one member.

A shelf is a package whose modules each define one `MEMBER`. Nothing is listed by hand: suite,
command line, docs and report read the shelf, so a new file is noticed everywhere.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar, cast

from detente.errors import UnknownName

Member = TypeVar("Member")

__all__ = ["Shelf"]


class Shelf(Mapping[str, Member], Generic[Member]):
    """The members found in `package`, by key; each module there defines `MEMBER` with a `key`.

    `kind` is the word for one member in messages. Members are imported on first use, ordered by
    their `order` attribute where they have one, then by key.

    >>> from detente.stability import CONCEPTS
    >>> list(CONCEPTS)[:2]
    ['nash', 'gmr']
    >>> CONCEPTS["nsh"]
    Traceback (most recent call last):
    detente.errors.UnknownName: unknown stability concept: found `nsh`; did you mean `nash`?
    """

    def __init__(self, package: str, kind: str) -> None:
        self.package, self.kind = package, kind

    @cached_property
    def _members(self) -> dict[str, Member]:
        path = importlib.import_module(self.package).__path__
        names = [m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_")]
        found = [importlib.import_module(f"{self.package}.{n}").MEMBER for n in names]
        found.sort(key=lambda m: (getattr(m, "order", 0), m.key))
        return {m.key: cast(Member, m) for m in found}

    def __getitem__(self, key: str) -> Member:
        try:
            return self._members[key]
        except KeyError:
            raise UnknownName(self.kind, key, self._members) from None

    def __contains__(self, key: object) -> bool:
        return key in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)
