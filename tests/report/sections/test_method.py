"""How this was obtained."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import assess, material_of, report_of, rows_of, section_of, small, texts_in

from detente.report.material import Material
from detente.report.sections.method import method
from detente.stability import Settings
from detente.version import __version__


def test_says_version_digest_concepts_and_readings() -> None:
    said = texts_in(section_of(report_of("japan-russia"), "method"))
    assert f"detente {__version__}" in said
    assert f"SHA-256 {material_of('japan-russia').case.digest}" in said
    assert (
        "Nash stability (NASH): The decision maker has no better state within its own reach."
        in said
    )
    assert "Conditions: the models as written" in said
    assert "“November 2017”: Russia, “Wants no treaty that touches territory”" in said
    assert "nothing was sampled, and no probability was computed." in said


def test_published_results_stand_beside_those_found() -> None:
    rows = rows_of(section_of(report_of("cuba-1962"), "method"))
    assert rows[0][0] == "SEQ"
    assert rows[0][1] == "fraser1984"
    assert rows[0][2] == rows[0][3]


def test_a_stopped_search_is_owned_up_to() -> None:
    m = material_of("prisoners-dilemma")
    a = m.models[0]
    assert "stopped before the end" not in texts_in(method(m))
    prospects = tuple(
        replace(p, unlocking=replace(p.unlocking, complete=False)) if p.unlocking else p
        for p in a.prospects
    )
    said = texts_in(method(Material(m.case, [replace(a, prospects=prospects)], ())))
    assert "Three searches for changes were stopped before the end" in said


def test_conditions_are_told() -> None:
    case = small(context={"e.flood": {"label": "The river is high", "value": False}})
    a = assess(case)[0]
    settings = Settings(
        fix={"north.build": True}, context={"e.flood": True}, irreversible=("south.open",)
    )
    varied = replace(a, graph=replace(a.graph, settings=settings))
    said = texts_in(method(Material(case, [varied], ())))
    assert (
        "Conditions: “Build a bridge” held at yes; “The river is high” set to yes; “Open up” made "
        "irreversible"
    ) in said
    assert "Readings in use: the only reading of each party" in said
