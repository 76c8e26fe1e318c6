"""Models of any size as functions: the same settings, the same answers, and as plain data."""

from __future__ import annotations

import json

import pytest
from benchmarks.beyond import conflict
from tests.judgement.asked import PENNIES

from detente.errors import UnknownName, UsageError
from detente.stability import Settings
from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.overview import overview
from detente.workflow.analyse import stability
from detente.workflow.symbolic import stability_by_size, symbolic_shape, symbolic_stability


@pytest.fixture
def mixed(tmp_path):
    """Write a case of a large model and a small one, and return its file."""
    case = conflict(40, 4).model_dump(mode="json", exclude_unset=True)
    small = conflict(6, 2).model_dump(mode="json", exclude_unset=True)["models"]["main"]
    case["models"] = {"wide": case["models"]["main"], "small": small}
    path = tmp_path / "case.yaml"
    path.write_text(json.dumps(case), encoding="utf-8")
    return str(path)


def test_settings_and_what_ifs_are_read_alike():
    settings = Settings(fix={"us.pressure": False})
    (plain,) = stability("japan-russia", ["1956"], settings, ["nash", "seq"]).data["models"]
    found = symbolic_stability("japan-russia", ["1956"], settings, ["nash", "seq"])
    (by_sat,) = found.data["models"]
    for key in ("title", "decision_makers", "readings", "fix", "context", "status_quo"):
        assert plain[key] == by_sat[key]
    assert by_sat["equilibria"] == plain["equilibria"]
    what_if = symbolic_stability("japan-russia", ["2018-05"], what_if="wedge_at_best")
    assert what_if.data["models"][0]["readings"]["ru"] == "wedge"
    assert what_if.text.startswith("2018-05: ")
    assert len(symbolic_stability("chicken").data["models"]) == 1
    with pytest.raises(UnknownName):
        symbolic_stability("chicken", concepts=["nahs"])


@pytest.mark.parametrize(
    ("seconds", "exists", "ended"), [(None, False, "all"), (0.0, None, "time")]
)
def test_none_is_told_from_not_found(seconds, exists, ended):
    nash = build_set(PENNIES, "main", seconds=seconds)
    data = symbolic_shape(nash.game, [overview(nash)])
    assert json.loads(json.dumps(data)) == data
    assert (data["exists"], data["ended"], data["complete"]) == (exists, ended, exists is False)
    assert data["fixed"] == ({} if exists is False else None)
    assert data["nearest"] is None
    assert {**data["concepts"]["nash"], **data} == data | {
        "today": data["concepts"]["nash"]["today"]
    }


def test_who_stays_today():
    (model,) = symbolic_stability("elmira-1991", ["main"], concepts=["seq", "gmr"]).data["models"]
    today = model["concepts"]["seq"]["today"]
    assert [today[a]["stable"] for a in model["decision_makers"]] == [True, True, False]
    assert today["lg"]["leaves"] == ["uniroyal.delay", "lg.insist"]
    assert today["lg"]["answered"] is today["lg"]["within"] is None
    answered = model["concepts"]["gmr"]["today"]["lg"]
    assert answered["stable"]
    assert answered["answered"]["to"] == ["uniroyal.delay", "lg.insist"]
    assert answered["answered"]["sanction"][-1]["actor"] in ("moe", "uniroyal")
    assert list(model["equilibria"]) == ["seq", "gmr"]
    assert model["exists"] is model["concepts"]["seq"]["exists"] is True


def test_the_engine_is_chosen_by_size(mixed):
    found = stability_by_size(mixed, concepts=["nash"], limit=2)
    wide, small = found.data["models"]
    assert (wide["model"], wide["engine"], len(wide["equilibria"]["nash"])) == ("wide", "sat", 2)
    assert (small["model"], small["engine"]) == ("small", "explicit")
    assert found.text.index("small: ") < found.text.index("wide: ")
    alone = stability_by_size(mixed, ["small"], concepts=["nash"])
    assert alone.data["models"] == [small]
    with pytest.raises(UsageError, match="what coalitions could do"):
        stability_by_size(mixed, coalitions=[["p0", "p1"]])
    assert stability_by_size("chicken").data == stability("chicken").data


def test_time_is_kept_and_progress_told(mixed):
    told: list[str] = []
    found = symbolic_stability(mixed, ["wide"], concepts=["smr"], seconds=0.0, progress=told.append)
    (model,) = found.data["models"]
    assert (model["exists"], model["ended"]) == (None, "time")
    assert {v["stable"] for v in model["concepts"]["smr"]["today"].values()} == {None}
    assert "the time was up" in found.text
