"""The JSON report: the same findings as data, with the sentences made from them."""

from __future__ import annotations

import json

from tests.report.made import report_of

from detente.report.formats.json import MEMBER, render, shape


def test_is_one_object_with_findings_and_sentences() -> None:
    data = json.loads(render(report_of("japan-russia")))
    assert data == json.loads(json.dumps(shape(report_of("japan-russia"))))
    assert data["case"] == "japan-russia"
    assert len(data["models"]) == 10
    assert [j["kind"] for j in data["judgements"]] == [
        "holds",
        "blocks",
        "unlocks",
        "turns",
        "lacks",
    ]
    assert len(data["sentences"]) == 5
    assert data["headline"].startswith("Russia blocks")
    assert "confidence" in data["sentences"][0]["confidence"]


def test_keeps_signs_of_every_script() -> None:
    assert "¶" in render(report_of("japan-russia"))


def test_member_names_its_suffix() -> None:
    assert (MEMBER.key, MEMBER.suffix) == ("json", ".json")
