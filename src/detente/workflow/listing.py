"""List what there is: concepts, shipped cases, readers, formats, kinds of check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.case import open_case
from detente.casebook import shipped_cases
from detente.documents.readers import READERS
from detente.errors import UnknownName
from detente.exchange import EXPORTS
from detente.judgement.inquiry import CHECKS
from detente.report.formats import FORMATS
from detente.stability import CONCEPTS, STRUCTURES
from detente.workflow.outcome import Outcome

__all__ = ["KINDS", "listing"]

Rows = dict[str, str]


def _models() -> Rows:
    cases = {name: open_case(name) for name in shipped_cases()}
    return {
        f"{name} {id}": m.title
        for name, case in cases.items()
        for id, m in {**case.models, **case.graphs}.items()
    }


def _first_line(member: Any) -> str:
    return str(getattr(member, "meaning", "") or (type(member).__doc__ or "").split("\n")[0])


KINDS: dict[str, Callable[[], Rows]] = {
    "concepts": lambda: {c.usage: f"{c.name}. {c.meaning}" for c in CONCEPTS.values()},
    "preferences": lambda: {k: f"{s.name}. {s.meaning}" for k, s in STRUCTURES.items()},
    "cases": lambda: {name: open_case(name).case.title for name in shipped_cases()},
    "models": _models,
    "readers": lambda: {k: _first_line(m) for k, m in READERS.items()},
    "formats": lambda: {k: _first_line(m) for k, m in FORMATS.items()},
    "exports": lambda: {k: e.meaning for k, e in EXPORTS.items()},
    "checks": lambda: {k: c.meaning for k, c in CHECKS.items()},
}


def listing(kind: str) -> Outcome:
    """List the members of one kind, each with one line. Raises `UnknownName`."""
    if kind not in KINDS:
        raise UnknownName("kind of list", kind, KINDS)
    rows = KINDS[kind]()
    width = max(map(len, rows), default=0)
    text = "\n".join(f"{key:<{width}}  {line}" for key, line in rows.items())
    return Outcome({kind: [{"key": k, "meaning": v} for k, v in rows.items()]}, text)
