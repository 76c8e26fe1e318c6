"""Counting without ranks, asked for by name."""

from __future__ import annotations

import json

from detente.stability import Settings
from detente.workflow.analyse import stability
from detente.workflow.bits import nash_by_bits


def test_it_counts_what_is_listed_and_reads_settings_alike():
    settings = Settings(fix={"us.pressure": False})
    (plain,) = stability("japan-russia", ["1956"], settings).data["models"]
    told: list[str] = []
    found = nash_by_bits("japan-russia", ["1956"], settings, progress=told.append)
    (bits,) = found.data["models"]
    assert json.loads(json.dumps(found.data, allow_nan=False)) == found.data
    for key in ("title", "decision_makers", "readings", "fix", "context", "status_quo"):
        assert plain[key] == bits[key]
    assert (bits["engine"], bits["feasible_states"]) == ("bits", plain["feasible_states"])
    assert bits["equilibria"]["nash"] == plain["equilibria"]["nash"]
    assert bits["complete"]
    assert bits["summaries"]["nash"]["reachable"] is None
    assert told[0] == "feasible states"


def test_every_model_and_a_what_if():
    models = nash_by_bits("japan-russia").data["models"]
    assert {"1956", "2018-05"} < {m["model"] for m in models}
    found = nash_by_bits("japan-russia", ["2018-05"], what_if="wedge_at_best")
    assert found.data["models"][0]["readings"]["ru"] == "wedge"
