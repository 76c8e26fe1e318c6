"""Findings as plain data: nothing but lists, maps, text, numbers and truth values."""

from __future__ import annotations

import json

import pytest
from tests.report.made import CASES, material_of

from detente.case.formula import parse
from detente.evidence import Reference
from detente.evidence.part import When
from detente.report.data import plain_data, report_data
from detente.stability.edits import Edit


@pytest.mark.parametrize("name", CASES)
def test_is_plain_throughout(name: str) -> None:
    data = report_data(material_of(name))
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_values_of_the_case_become_text() -> None:
    assert plain_data(parse("not a if b")) == "not a if b"
    assert plain_data(When.parse("2018-05")) == "2018-05"
    assert plain_data((Reference(at="000¶1"),)) == ["000¶1"]
    assert plain_data(Edit("ru", "add", 0, "a")) == {
        "actor": "ru", "operation": "add", "position": 0, "statement": "a",
    }  # fmt: skip


def test_says_what_was_found_in_every_model() -> None:
    data = report_data(material_of("japan-russia"))
    menu = next(m for m in data["models"] if m["model"] == "treaty-menu")
    assert menu["status_quo"] == ["jp.t2", "ru.t0"]
    assert menu["sole"] == ["nash", "gmr", "smr", "seq", "sseq"]
    assert menu["equilibria"]["nash"] == [["jp.t2", "ru.t0"]]
    two = next(p for p in menu["prospects"] if p["outcome"] == "two_islands")
    assert (two["blockers"], two["unlocking"]["edits"]) == (["ru"], 1)
    assert menu["obtained"]["exact"] is True


def test_judgements_carry_references_bases_and_confidence() -> None:
    data = report_data(material_of("japan-russia"))
    unlocks = next(j for j in data["judgements"] if j["kind"] == "unlocks")
    assert unlocks["references"] == ["002¶23", "002¶24", "001¶21"]
    assert unlocks["bases"][0]["statement"] == "not ru.t2 if not carve_out"
    assert unlocks["confidence"]["driver"]["reason"] == "few documents"


def test_answers_carry_their_verdict() -> None:
    answers = report_data(material_of("japan-russia"))["answers"]
    assert answers[0]["agrees"] is True
