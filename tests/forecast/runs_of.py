"""A small case to run along the calendar: two parties, one node, one shock."""

from __future__ import annotations

from typing import Any

from detente.case import Case

__all__ = ["small"]


def small(**changes: Any) -> Case:
    """Return a case in which rain floods, a flood makes the north build, and the south then talks."""
    shape: dict[str, Any] = {
        "format": "dispute-case/1",
        "case": {"id": "ford", "title": "The ford", "question": "Who yields?"},
        "actors": {"north": {"name": "North"}, "south": {"name": "South"}},
        "models": {
            "main": {
                "as_of": "2018-01-01",
                "options": {"north.build": {"label": "Build"}, "south.talk": {"label": "Talk"}},
                "context": {"e.flood": {"value": "no"}},
                "preferences": {
                    "north": order("north.build iff e.flood"),
                    "south": order("south.talk iff north.build"),
                },
            }
        },
        "influences": {
            "nodes": {"RAIN": {"name": "Rain", "kind": "force"}, "FLOOD": {"name": "Flood"}},
            "edges": {"M1": {"cause": "RAIN", "effect": "FLOOD", "sign": "+", "strength": "1"}},
        },
        "shocks": {"storm": {"title": "A storm", "rate": "0.4..0.6", "pushes": {"RAIN": 3}}},
        "calendar": {
            "models": ["main"],
            "start": "2018-01-01",
            "until": "2020-01-01",
            "signals": [{"node": "FLOOD", "above": 0.4, "set": {"e.flood": "yes"}}],
            "holds": [{"option": "north.build", "node": "FLOOD", "taken": 0}],
            "watch": {
                "bridge": {"label": "Built", "model": "main", "when": "north.build"},
                "talks": {"label": "Talks", "model": "main", "when": "south.talk"},
            },
        },
    }
    return Case.model_validate(merged(shape, changes))


def order(*wants: str) -> dict[str, Any]:
    """Return the preferences of a party with one reading."""
    return {"readings": {"stated": {"order": [{"want": want} for want in wants]}}}


def merged(shape: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return a nested shape with changes laid over it; None takes a key out."""
    found = dict(shape)
    for key, value in changes.items():
        if value is None:
            found.pop(key, None)
        elif isinstance(value, dict) and isinstance(found.get(key), dict):
            found[key] = merged(found[key], value)
        else:
            found[key] = value
    return found
