"""Several small conflicts side by side: as large as one likes, and each part can be enumerated."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from detente.case import Case

__all__ = ["joined"]


def joined(parts: Sequence[Case]) -> Case:
    """Return one conflict of drawn ones, their names told apart by a number at the end.

    Nobody in one part cares for what another does, so a state is stable for a decision maker iff
    its part is stable for it there, under every concept.
    """
    data = json.loads(_told_apart(parts[0], 0))
    for k, part in enumerate(parts[1:], 1):
        other = json.loads(_told_apart(part, k))
        _add(data["models"]["main"], other["models"]["main"])
        _add(data, {key: part for key, part in other.items() if key not in ("case", "models")})
    return Case.model_validate(data)


def _add(whole: dict[str, Any], part: dict[str, Any]) -> None:
    for key, value in part.items():
        if isinstance(value, dict):
            whole[key] = whole.get(key, {}) | value
        elif isinstance(value, list):
            whole[key] = whole.get(key, []) + value


def _told_apart(case: Case, k: int) -> str:
    text = case.model_dump_json(exclude_unset=True)
    text = re.sub(r"\b([a-e])\.", rf"\g<1>{k}.", text)
    text = re.sub(r"\b(deal|goal)\b", rf"\g<1>{k}", text)
    return re.sub(r'"([a-d])":', rf'"\g<1>{k}":', text)
