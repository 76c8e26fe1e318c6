"""Models with too many equilibria to list."""

from __future__ import annotations

import json

import pytest
from tests.stability.drawn import made_case

from detente.errors import TooLarge
from detente.stability import CONCEPTS, build_graph
from detente.stability.analysis import Analysis
from detente.workflow import large
from detente.workflow.analyse import stability
from detente.workflow.large import coalition_of, crowded, large_stability

NASH = CONCEPTS["nash"]


def analysis(options: int = 8):
    ids = [f"{'ab'[k % 2]}.o{k}" for k in range(options)]
    case = made_case({"a": ["a.o0"], "b": ["b.o1"]}, ids)
    return case, Analysis(build_graph(case, "main"))


def test_what_is_too_much_to_list(monkeypatch):
    assert not crowded(analysis(8)[1], [NASH])  # 64 equilibria
    assert crowded(analysis(9)[1], [NASH])  # 128
    monkeypatch.setattr(large, "MANY", 255)
    assert crowded(analysis(8)[1], [NASH])


def test_the_shape_survives_json_and_says_that_it_is_a_part():
    case, found = analysis(9)
    data = large_stability(case, found, [NASH, CONCEPTS["seq"]]).data
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert (data["engine"], data["feasible_states"], data["complete"]) == ("explicit", 512, False)
    nash = data["summaries"]["nash"]
    assert (nash["count"], nash["share_of_states"], nash["status_quo"]) == (128, 0.25, False)
    assert nash["fixed"] == {"a.o0": True, "b.o1": True}
    assert nash["taken"]["a.o2"] == 64
    assert nash["stable"] == {"a": 256, "b": 256}
    assert nash["paths"][0]["moves"][-1]["to"] == data["equilibria"]["nash"][0] == ["a.o0", "b.o1"]
    assert len(data["equilibria"]["nash"]) == 12
    assert data["coalitions"] == []


def test_coalitions_are_added_where_there_are_not_too_many_states(monkeypatch):
    case, found = analysis(9)
    group = coalition_of(found, ["a", "b"])
    outcome = large_stability(case, found, [NASH], [group])
    assert outcome.data["coalitions"][0]["group"] == ["a", "b"]
    assert "A and B together:" in outcome.text
    monkeypatch.setattr(large, "MANY", 511)
    with pytest.raises(TooLarge, match="what coalitions could do: found `512`"):
        coalition_of(found, ["a", "b"])


def test_stability_turns_to_summaries_by_itself(monkeypatch, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(json.dumps(analysis(9)[0].model_dump(mode="json", exclude_unset=True)))
    told: list[str] = []
    found = stability(str(path), concepts=["nash"], progress=told.append)
    assert found.data["models"][0]["summaries"]["nash"]["count"] == 128
    assert "128 equilibria" in found.text
    assert "nash: a" in told
    plain = stability("japan-russia", ["2016-12"], concepts=["nash"])
    assert "summaries" not in plain.data["models"][0]
