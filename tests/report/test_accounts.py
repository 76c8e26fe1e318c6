"""Readings that have no statements, in the report and on screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case import Case, parse, read_case
from detente.case.model import Reading
from detente.judgement.key import key_judgements
from detente.report.accounts import entries, manner
from detente.report.screen.cases import show_text
from detente.stability import CLASSICAL
from detente.stability.assessment import assess_model
from detente.workflow.assess import assess

TEXT = """format: dispute-case/1
case: {id: ford, title: The ford, question: Will they build a bridge?, as_of: 2018-05}
sources: {report: {title: Report of the river board, issued: 2018-04}}
actors: {north: {name: North}, south: {name: South}}
options:
  north.build: {label: Build a bridge}
  south.open: {label: Open the road}
outcomes:
  deal: {label: A bridge with a road, when: north.build and south.open}
  mere: {label: A bridge alone, when: north.build and not south.open}
status_quo: {}
preferences:
  north: {weights: {deal: 4, north.build: -2.5}, because: [report¶1]}
  south:
    readings:
      wary: {ranking: [not south.open and not north.build, [mere, deal]]}
      keen: {label: Wants the traffic, weights: {south.open: 1}}
"""


@pytest.fixture
def ford(tmp_path: Path) -> Case:
    (tmp_path / "case.yaml").write_text(TEXT, encoding="utf-8")
    return read_case(tmp_path)


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "case.yaml").write_text(TEXT, encoding="utf-8")
    assess(str(tmp_path), tmp_path / "report.md")
    return (tmp_path / "report.md").read_text(encoding="utf-8")


def test_entries_are_the_heaviest_or_the_best_first() -> None:
    weights = {"a.x": 1, "a.y": -2, "a.z": 2}
    found = entries(Reading(weights=weights))
    assert [(e.number, str(e.condition)) for e in found] == [
        ("-2", "a.y"),
        ("+2", "a.z"),
        ("+1", "a.x"),
    ]
    ranking = (tuple(map(parse, ("a.x", "a.y and a.z", "not a.z"))), (parse("true"),))
    found = entries(Reading(ranking=ranking))
    assert [(e.number, str(e.condition)) for e in found] == [
        ("1", "a.x or a.y and a.z or not a.z"),
        ("2", "true"),
    ]


def test_how_a_reading_says_it() -> None:
    assert manner(Reading(order=({"want": "a.x"},))) == "most important first"
    assert manner(Reading(ranking=((parse("a.x"),),))) == "by ranking states, the best first"


def test_on_screen(ford: Case) -> None:
    text = show_text(ford, "main")
    assert "What North wants, by weights that add up, the heaviest first\n  +4  deal" in text
    assert "by ranking states, the best first, reading wary:" in text
    assert "  2  mere or deal" in text


def test_the_report_says_what_is_weighed_and_what_is_ranked(report: str) -> None:
    assert "+4: “A bridge with a road”. Not true today." in report
    assert "Stated by weights that add up, the heaviest first: 2 of 2 are shown" in report
    assert "1: Not “Open the road” and not “Build a bridge”. True today." in report
    assert "North (by weights that add up, the heaviest first)" in report
    assert "South: Wants the traffic (by weights that add up, the heaviest first)" in report


@pytest.mark.parametrize(
    ("south", "kinds"),
    [
        ("", {"holds", "turns"}),
        ("[not south.open]", {"holds", "unlocks", "lacks"}),
    ],
)
def test_nothing_is_judged_that_needs_statements_of_those_who_have_none(
    tmp_path: Path, south: str, kinds: set[str]
) -> None:
    """What blocks needs those of all, what unlocks and what is lacked those of one."""
    text = TEXT.partition("  south:\n    readings")[0] + f"  south: {south}\n" if south else TEXT
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    case = read_case(tmp_path)
    found = key_judgements(case, [assess_model(case, "main", list(CLASSICAL.values()))])
    assert {k.kind for k in found} == kinds
    for judgement in found:
        if judgement.kind == "lacks":
            assert judgement.findings[0].content == ("south",)
