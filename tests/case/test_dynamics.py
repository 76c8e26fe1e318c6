"""The parts of a calendar: what they hold and refuse."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.dynamics import Calendar, Hold, Signal, Watch


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Calendar, {"step": "day"}),
        (Calendar, {"speed": "0"}),
        (Calendar, {"speed": "1.5"}),
        (Signal, {"node": "A", "above": "2", "set": {"a.b": "yes"}}),
        (Signal, {"node": "A", "above": "nan", "set": {}}),
        (Hold, {"option": "a.b", "node": "A", "taken": "-2"}),
        (Watch, {"label": "x", "model": "m", "when": "a and"}),
    ],
)
def test_what_is_refused(kind: Any, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(given)


def test_what_is_left_out_has_a_plain_meaning() -> None:
    plain = Calendar()
    assert (plain.step, plain.concept, plain.speed, plain.models) == ("quarter", "seq", 0.5, ())
    assert (Hold(option="a.b", node="A").taken, Hold(option="a.b", node="A").dropped) == (1, -1)
