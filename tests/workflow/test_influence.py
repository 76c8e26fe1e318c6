"""The verbs of the causal network: data that programs rely on, files written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.errors import FileProblem, UnknownName
from detente.workflow import Scope
from detente.workflow.influence import accounts, loops, network_of, pulse, section_of


def test_a_pulse_as_data() -> None:
    found = pulse("japan-russia", {"recon": 1}, draws=100, seed=3).data
    assert set(found) == {
        "case",
        "digest",
        "pushed",
        "draws",
        "seed",
        "steps",
        "without_a_push",
        "responses",
    }
    assert (found["pushed"], found["draws"], found["seed"]) == ({"RECON": 1.0}, 100, 3)
    assert set(found["responses"]["HARD"]) == {"direction", "share_up", "low", "high", "sureness"}
    assert found["responses"]["KOREX"]["share_up"] is None
    json.dumps(found, allow_nan=False)


def test_one_node_with_flips_and_a_second_opinion() -> None:
    scope = Scope(without=("M12",))
    found = pulse(
        "japan-russia", {"RECON": 1}, scope, on="hard", which_flip=True, second_opinion=True
    )
    assert found.data["paths"]["raising"]["mechanisms"] == ["M11"]
    assert found.data["paths"]["lowering"] is None
    assert {f["mechanism"] for f in found.data["flips"]} == {"M11"}
    assert found.data["at_rest"]["settled"] > 0
    json.dumps(found.data, allow_nan=False)


@pytest.mark.parametrize("on", ["", "SETTLE"])
def test_a_figure_is_written(tmp_path: Path, on: str) -> None:
    found = pulse("japan-russia", {"SANC": 1}, on=on, draws=50, figure=tmp_path / "f.svg")
    assert found.written == (tmp_path / "f.svg",)
    svg = (tmp_path / "f.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert svg.count("<g ") < 40
    assert ("[COND]" in svg) == (on == "")


def test_draws_and_seed_are_those_of_the_case() -> None:
    found = pulse("japan-russia", {"OIL": 1}).data
    assert (found["draws"], found["seed"]) == (400, 0)


def test_loops_as_data() -> None:
    found = loops("japan-russia", longest=3).data
    assert (len(found["loops"]), found["complete"], found["reinforcing"]) == (2, True, 2)
    assert found["loops"][0] == {
        "sign": "+",
        "mechanisms": ["M26", "M27", "M98"],
        "nodes": ["BILAT", "RUCH", "HARD"],
    }


def test_accounts_as_data_and_as_a_page(tmp_path: Path) -> None:
    found = accounts("japan-russia", {"JEAG": 1}, draws=50, output=tmp_path / "a.html")
    assert [a["source"] for a in found.data["accounts"]] == ["000", "001", "002", "003", "004"]
    assert "<h1>" in (tmp_path / "a.html").read_text(encoding="utf-8")
    every = accounts("japan-russia", draws=50, output=tmp_path / "a.json").data
    hard = next(c for c in every["contrasts"] if (c["pushed"], c["node"]) == ("JEAG", "HARD"))
    assert (hard["up"], hard["down"]) == (["000", "002"], ["001"])
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["contrasts"]


def test_a_page_of_no_format_is_refused_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        accounts("japan-russia", output=tmp_path / "a.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_network_goes_out_and_comes_back(tmp_path: Path) -> None:
    found = network_of(
        "japan-russia", Scope(documents=("004",)), tmp_path / "m.csv", tmp_path / "n.svg"
    )
    assert found.written == (tmp_path / "m.csv", tmp_path / "n.svg")
    assert found.data["edges"]["M104"]["sign"] == "-"
    section = section_of(tmp_path / "m.csv")
    assert len(section.data["influences"]["nodes"]) == 62
    assert section.text.startswith("influences:\n  nodes:\n")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: pulse("japan-russia", {"OLI": 1}),
        lambda: pulse("japan-russia", {"OIL": 1}, on="NONE"),
        lambda: loops("japan-russia", Scope(without=("M999",))),
        lambda: accounts("japan-russia", {"OLI": 1}),
    ],
)
def test_unknown_names_are_refused(ask) -> None:
    with pytest.raises(UnknownName):
        ask()
