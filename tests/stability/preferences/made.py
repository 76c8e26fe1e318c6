"""Cases made for tests of preferences: two or three parties, one or two options each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.case import Case

__all__ = ["made"]


def made(options: Sequence[str], preferences: Mapping[str, Any], **model: Any) -> Case:
    """Return a case of one model; a list of conditions stands for preferences of one reading."""
    return Case.model_validate(
        {
            "format": "dispute-case/1",
            "case": {"id": "made", "title": "Made", "question": "Who yields?"},
            "actors": {a: {"name": a.upper()} for a in preferences},
            "models": {
                "main": {
                    "title": "Made up",
                    "options": {o: {"label": f"Do {o}"} for o in options},
                    "preferences": {a: _party(p) for a, p in preferences.items()},
                    **model,
                }
            },
        }
    )


def _party(said: Any) -> Any:
    if isinstance(said, Mapping) and "readings" in said:
        return {**said, "readings": {n: _reading(r) for n, r in said["readings"].items()}}
    return {"readings": {"stated": _reading(said)}}


def _reading(said: Any) -> Any:
    if isinstance(said, Mapping):
        ranking = [[p] if isinstance(p, str) else p for p in said.get("ranking", ())]
        return {**said, "ranking": ranking} if ranking else said
    return {"order": [{"want": s} if isinstance(s, str) else s for s in said]}
