"""`evolve` as a function."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from detente.errors import FileProblem, UnknownName, UsageError
from detente.stability import Settings
from detente.workflow import evolution
from detente.workflow.evolution import evolve


def test_the_latest_dated_model_is_followed_unless_one_is_named() -> None:
    assert evolve("japan-russia").data["model"] == "2018-05"
    assert evolve("japan-russia", "TREATY-MENU").data["model"] == "treaty-menu"


def test_settings_and_what_ifs() -> None:
    held = evolve("elmira-1991", "main", settings=Settings(fix={"lg.insist": False}))
    assert held.data["count"] == 1
    there = evolve("japan-russia", "2018-05", what_if="wedge_at_best")
    assert there.data["is_status_quo"] is True
    with pytest.raises(UnknownName, match="what-if of model 2018-05"):
        evolve("japan-russia", "2018-05", what_if="nothing")


def test_both_forms_of_elmira_agree() -> None:
    one, other = evolve("elmira-1991", "main").data, evolve("elmira-1991", "literature").data
    assert (one["form"], other["form"]) == ("options", "graph")
    assert [s["moves"] for s in one["states"]] == [s["moves"] for s in other["states"]]
    assert [s["last"] for s in one["states"]] == [s["last"] for s in other["states"]]
    assert (other["start"], other["states"][1]["state"]) == ("s1", "s5")
    assert other["states"][1]["from"] == [{"actor": "lg", "state": "s1"}]
    from_s5 = evolve("elmira-1991", "literature", ["s5"])
    assert (from_s5.data["start"], from_s5.data["is_status_quo"]) == ("s5", False)


def test_if_no_improvements_lead_there_moves_are_tried() -> None:
    found = evolve("elmira-1991", "main", to="s8").data["to"]
    assert [(d["by"], len(d["reached"]), d["complete"]) for d in found] == [
        ("improvements", 0, True),
        ("moves", 1, True),
    ]
    assert len(found[1]["ways"]) == 6
    assert {len(way) for way in found[1]["ways"]} == {3}
    (reached,) = evolve("elmira-1991", "main", to="s5").data["to"]
    assert reached["ways"] == [[{"actor": "lg", "to": ["uniroyal.delay", "lg.insist"]}]]
    assert [d["states"] for d in evolve("elmira-1991", "main", to="s1 and s8").data["to"]] == [0]
    assert len(evolve("elmira-1991", "main", by="moves", within=2, to="s8").data["to"]) == 1


def test_a_drawing_is_written(tmp_path) -> None:
    path = tmp_path / "cuba.svg"
    found = evolve("cuba-1962", figure=path)
    assert found.written == (path,)
    assert found.text.endswith(f"Written: {path}")
    root = ElementTree.parse(path).getroot()
    said = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Today: Missiles stay unopposed" in said
    assert [x for x in said if x and x.startswith("Holds under")] == [
        "Holds under GMR, SMR. The United States",
        "Holds under GMR, SMR. The Soviet Union",
        "Holds under GMR, SMR. The Soviet Union",
        "Holds under NASH, GMR, SMR, SEQ, SSEQ",
        "Holds under GMR, SMR, SEQ, SSEQ. The",
        "Holds under GMR, SMR. The United States",
        "Holds under GMR, SMR, SEQ, SSEQ. The",
    ]
    evolve("elmira-1991", "literature", figure=path)
    assert "Today: The appeal drags on" in path.read_text(encoding="utf-8")


def test_what_is_asked_for_is_drawn_first(tmp_path) -> None:
    path = tmp_path / "deal.svg"
    evolve("japan-russia", "2016-12", by="moves", to="two_islands and us.reset", figure=path)
    assert "Make no turn" not in path.read_text(encoding="utf-8")
    assert "Peace on the basis of two" in path.read_text(encoding="utf-8")


def test_errors_leave_no_file(tmp_path) -> None:
    with pytest.raises(UsageError, match="written as SVG"):
        evolve("cuba-1962", figure=tmp_path / "cuba.png")
    with pytest.raises(FileProblem):
        evolve("cuba-1962", figure=tmp_path / "nowhere" / "cuba.svg")
    with pytest.raises(UsageError, match="not feasible"):
        evolve("cuba-1962", start=["ussr.withdraw", "ussr.escalate"])
    with pytest.raises(UnknownName):
        evolve("cuba-1962", to="peace")
    assert list(tmp_path.iterdir()) == []


def test_long_lists_are_cut_and_counted(monkeypatch) -> None:
    monkeypatch.setattr(evolution, "LISTED", 3)
    found = evolve("elmira-1991", "main", by="moves", to="true").data
    assert (found["count"], len(found["states"]), len(found["to"][0]["reached"])) == (12, 3, 3)
