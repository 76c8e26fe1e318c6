"""Small files as GMCR+ saves them, made up, and what they mean, told without the program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from detente.case import Case, open_case

__all__ = ["FORD", "RANKED", "drawn", "feasible", "opened", "payoffs", "said", "true"]

FORD: dict[str, Any] = {
    "program": "gmcr-py",
    "version": "0.3.12",
    "options": [
        {"name": "Bâtir un pont", "permittedDirection": "fwd"},
        {"name": "Open the road", "permittedDirection": "back"},
        {"name": "Pay", "permittedDirection": "both"},
    ],
    "decisionMakers": [
        {
            "name": "Nord-Québec",
            "options": [0],
            "preferences": [
                {"compound": True, "members": [[[0, "Y"], [1, "Y"]], [[2, "N"]]]},
                [[1, "Y"]],
                [[0, "N"], [2, "Y"]],
            ],
            "misperceptions": [[[2, "Y"]]],
        },
        {"name": "South", "options": [1, 2], "preferences": [[[2, "N"]], [[0, "Y"]]]},
    ],
    "infeasibles": [[[0, "Y"], [1, "N"]], [[1, "N"], [2, "N"]]],
    "useManualPreferenceRanking": False,
    "coalitions": [[0, 1]],
    "coalitionsFull": [{"name": "anything", "options": [9]}],
}
"""Feasible by value: 2 (NYN), 3 (YYN), 4 (NNY), 6 (NYY), 7 (YYY)."""

RANKED: dict[str, Any] = FORD | {
    "useManualPreferenceRanking": True,
    "decisionMakers": [
        FORD["decisionMakers"][0] | {"preferenceRanking": [2, [5, 1], 3, 4]},
        FORD["decisionMakers"][1] | {"preferenceRanking": [1, 2, 3, 4, 5], "preferences": []},
    ],
}


def said(content: dict[str, Any], **changes: Any) -> str:
    """Return a file with some of its keys changed."""
    return json.dumps(content | changes)


def opened(folder: Path, text: str, name: str = "ford.gmcr") -> Case:
    """Write a file and open it."""
    (folder / name).write_text(text, encoding="utf-8")
    return open_case(folder / name)


def true(condition: Any, state: int) -> bool:
    """Tell whether a condition of a file is true in a state."""
    members = condition["members"] if isinstance(condition, dict) else [condition]
    return any(all((state >> k & 1) == (v == "Y") for k, v in member) for member in members)


def feasible(content: dict[str, Any]) -> list[int]:
    """Return the feasible states of a file, by value."""
    everything = range(1 << len(content["options"]))
    return [s for s in everything if not any(true(c, s) for c in content["infeasibles"])]


def payoffs(content: dict[str, Any], i: int) -> list[int]:
    """Return what each feasible state is worth to a decision maker: the tool's powers of two."""
    wants = content["decisionMakers"][i]["preferences"]
    weights = [2 ** (len(wants) - k) for k in range(len(wants))]
    return [
        sum(w for w, c in zip(weights, wants, strict=True) if true(c, s)) for s in feasible(content)
    ]


def drawn(many: int, ranked: bool = False) -> Iterator[dict[str, Any]]:
    """Yield so many random files that have a feasible state."""
    seed = 0
    while many:
        rng = np.random.default_rng([seed, 7])
        seed += 1
        content = _drawn(rng, int(rng.integers(2, 6)), ranked)
        if feasible(content):
            many -= 1
            yield content


def _drawn(rng: np.random.Generator, count: int, ranked: bool) -> dict[str, Any]:
    cuts = sorted({0, count, int(rng.integers(1, count))})
    owned = [list(range(a, b)) for a, b in pairwise(cuts)]
    turns = rng.choice(["both", "both", "fwd", "back"], size=count).tolist()
    content: dict[str, Any] = {
        "options": [{"name": f"Act {k}", "permittedDirection": t} for k, t in enumerate(turns)],
        "infeasibles": [_case(rng, count) for _ in range(int(rng.integers(0, 3)))],
        "useManualPreferenceRanking": ranked,
    }
    states = list(range(1, len(feasible(content)) + 1))
    content["decisionMakers"] = [
        {
            "name": f"Party {i}",
            "options": own,
            "preferences": [_condition(rng, count) for _ in range(int(rng.integers(0, 5)))],
            "preferenceRanking": _tiers(rng, rng.permutation(states).tolist()),
        }
        for i, own in enumerate(owned)
    ]
    return content


def _tiers(rng: np.random.Generator, states: Sequence[int]) -> list[Any]:
    at = int(rng.integers(0, len(states) + 1))
    tie = [list(states[at : at + 2])] if states[at : at + 2] else []
    return [*states[:at], *tie, *states[at + 2 :]]


def _case(rng: np.random.Generator, count: int) -> list[list[Any]]:
    chosen = rng.choice(count, size=int(rng.integers(1, min(3, count) + 1)), replace=False)
    return [[int(k), str(rng.choice(["Y", "N"]))] for k in chosen]


def _condition(rng: np.random.Generator, count: int) -> Any:
    if rng.random() < 0.5:
        return _case(rng, count)
    return {"compound": True, "members": [_case(rng, count) for _ in range(2)]}
