"""Anchors: one rule, and no id breaks out of an attribute."""

from __future__ import annotations

from tests.report.made import material_of

from detente.report.anchors import anchor, basis_anchor, statement_anchor


def test_plain_ids_stay_as_they_are() -> None:
    assert anchor("ref", "000", 24) == "ref-000-24"
    assert anchor("model", "2016-12") == "model-2016-12"


def test_odd_signs_become_code_points() -> None:
    made = anchor("own", '"><script> é')
    assert not set(made) & set("\"'<> &#%")
    assert made.endswith("é")


def test_the_reading_in_use_is_not_named() -> None:
    assert statement_anchor("m", "ru", "stated", 3, used=True) == "st-m-ru-3"
    assert statement_anchor("m", "ru", "wedge", 3, used=False) == "st-m-ru-wedge-3"


def test_bases_lead_to_their_rows() -> None:
    judgement = material_of("japan-russia").judgement("unlocks")
    assert judgement is not None
    assert [basis_anchor(b) for b in judgement.bases] == ["st-treaty-menu-ru-2"]
