"""Questions put to small cases: run one check, or write a case that asks and look at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.casebook.shipped import FOLDER, open_shipped
from tests.stability.drawn import made_case

from detente.case import Case, Examined, examine
from detente.judgement.inquiry import CHECKS

__all__ = ["PENNIES", "examined", "rows"]

PENNIES = made_case(
    {"row": ["row.heads iff column.heads"], "column": ["not (row.heads iff column.heads)"]},
    ["row.heads", "column.heads"],
)
"""A conflict in which nothing holds: each state pleases one and is left by the other."""


def rows(kind: str, case: str | Case, **arguments: Any) -> list[dict[str, Any]]:
    """Return what a kind of check finds in a case, by the name of a shipped one."""
    member = CHECKS[kind]
    case = open_shipped(case) if isinstance(case, str) else case
    return [dict(row) for row in member.run(case, member.arguments.model_validate(arguments))]


def examined(folder: Path, checks: str, name: str = "prisoners-dilemma") -> tuple[Examined, int]:
    """Write a shipped case with checks added, and return it with the line of the first one."""
    text = (FOLDER / name / "case.yaml").read_text(encoding="utf-8")
    text += "\ninquiries:\n  Q1:\n    ask: Does it hold?\n    checks:\n"
    (folder / "case.yaml").write_text(text + checks, encoding="utf-8")
    return examine(folder), text.count("\n") + 1
