"""What a verb returns."""

import dataclasses

import pytest

from detente.workflow.outcome import Outcome


def test_an_outcome_is_a_value():
    outcome = Outcome({"ok": True}, "fine")
    assert (outcome.code, outcome.written) == (0, ())
    with pytest.raises(dataclasses.FrozenInstanceError):
        outcome.text = "changed"
