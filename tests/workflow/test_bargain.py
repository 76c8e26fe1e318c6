"""The verbs behind `bargain`, as data."""

from __future__ import annotations

import json

import pytest

from detente.errors import UnknownName, UsageError
from detente.workflow.bargain import bargain, ratify


def test_every_issue_with_positions_in_the_order_of_the_case() -> None:
    data = bargain("japan-russia", draws=5).data
    assert list(data["issues"])[:2] == ["territory", "legal_regime"]
    assert len(data["issues"]) == 6
    assert (data["draws"], data["seed"]) == (5, 0)
    json.dumps(data, allow_nan=False)


def test_one_issue_as_data() -> None:
    (issue,) = bargain("japan-russia", ("territory",), draws=20, seed=2).data["issues"].values()
    assert set(issue["rules"]) == {"compromise", "median", "election"}
    assert issue["rules"]["compromise"]["low"] <= issue["rules"]["compromise"]["high"]
    assert sum(e["chance"] for e in issue["election"]) == pytest.approx(1)
    assert issue["vetoes"] == ["ru"]
    assert issue["agreement"] == {"parties": ["jp", "ru"], "zone": None, "empty_share": 1.0}
    assert set(issue["win_sets"]) == {"jp", "ru"}
    assert sum(p["position"] for p in issue["pulls"].values()) == pytest.approx(1)


def test_ratification_as_data() -> None:
    data = ratify("japan-russia", "treaty-menu", "jp", "treaty_2").data
    assert data["home"] == "jp-home"
    assert "treaty_2" in data["passes_if"]
    assert data["without_ratification"] == data["ratified"] == data["signed_and_refused"] == []
    assert data["equilibria"] >= 1


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownName, match="territory"):
        bargain("japan-russia", ("teritory",))
    with pytest.raises(UsageError, match="no positions to bargain over"):
        bargain("chicken")
