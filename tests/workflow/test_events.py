"""The verb: a pair by default or by name, and a figure."""

from __future__ import annotations

import pytest
from tests.judgement.traced import small_case

from detente.errors import UnknownName, UsageError
from detente.workflow.events import events


def test_the_pair_with_most_events_in_the_order_of_the_case() -> None:
    data = events("japan-russia").data
    assert data["between"] == ["jp", "ru"]
    assert data["periods"]["2016"]["forth"]["count"] == 1
    assert data["periods"]["2016"]["all"]["mean"] == pytest.approx(1 / 7)
    assert [e["date"] for e in data["expected"]] == ["2014-11", "2018-05-25"]
    assert data["pairs"][0] == {"between": ["jp", "ru"], "events": 26}


def test_a_pair_by_name_the_other_way_round(tmp_path) -> None:
    small_case(tmp_path)
    found = events(str(tmp_path), ("south", "north"), tmp_path / "f.svg")
    assert found.data["periods"]["2001"]["back"]["sum"] == -2
    assert found.written == (tmp_path / "f.svg",)
    assert (tmp_path / "f.svg").read_text(encoding="utf-8").startswith("<svg")
    assert found.text.endswith("f.svg")


def test_what_is_no_pair(tmp_path) -> None:
    small_case(tmp_path)
    with pytest.raises(UsageError, match="two actors"):
        events(str(tmp_path), ("north",))
    with pytest.raises(UnknownName):
        events(str(tmp_path), ("north", "east"))
    with pytest.raises(UsageError, match="no scored events"):
        events("chicken")
