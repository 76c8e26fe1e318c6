"""The parts of the causal network: what they hold and refuse."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.network import Contest, Influence, Influences, NetworkNode

EDGE = {"cause": "a", "effect": "b"}


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("+", "+"),
        ("-", "-"),
        ("−", "-"),
        ("–", "-"),
        ("raises", "+"),
        ("lowers", "-"),
        ("0", "0"),
        ("?", "?"),
    ],
)
def test_signs_are_read_however_they_are_written(written: str, sign: str) -> None:
    assert Influence.model_validate(EDGE | {"sign": written}).sign == sign


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Influence, EDGE),
        (Influence, EDGE | {"sign": "up"}),
        (Influence, EDGE | {"sign": "+", "status": "seen"}),
        (Influence, EDGE | {"sign": "+", "strength": "nan"}),
        (Influence, EDGE | {"sign": "+", "strength": "inf"}),
        (Influence, EDGE | {"sign": "+", "weight": "0.5"}),
        (NetworkNode, {"name": "A", "kind": "thing"}),
        (Contest, {"edges": ["M1"], "matter": "x"}),
    ],
)
def test_what_is_refused(kind: Any, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(given)


def test_an_empty_network_is_one() -> None:
    assert Influences().nodes == Influences().edges == {}
