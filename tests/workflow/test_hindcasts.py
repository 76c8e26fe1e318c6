"""The verb of hindcasts: data that programs rely on."""

from __future__ import annotations

import json

import pytest

from detente.errors import UsageError
from detente.workflow.hindcasts import back_check


def test_hindcasts_as_data() -> None:
    found = back_check("japan-russia", 20, seed=1).data
    assert found["hindcasts"]["2014"]["visit"] | {"probability": 0} == {
        "hits": 0,
        "runs": 20,
        "probability": 0,
        "resolved": True,
    }
    assert found["brier"]["detente"]["low"] < found["brier"]["detente"]["brier"]
    json.dumps(found, allow_nan=False)
    with pytest.raises(UsageError, match="no hindcast"):
        back_check("chicken", 5)
