"""The short forms of competing hypotheses: what is written short is read as if in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case import examine

HEAD = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}}
options:
  north.build: {label: Build}
  south.open: {label: Open}
preferences:
  north: [north.build]
  south: [not south.open]
sources: {r: {title: A report}}
evidence:
  e1: {claim: It floods, source: r}
"""
SHORT = """hypotheses:
  question: Why no bridge?
  items: {cost: Too dear, fear: {label: Too open}}
  matrix: {e1: {cost: II, fear: C}, e2: {fear: I}}
  weights: {e1: 2}
"""
FULL = """hypotheses:
  main:
    question: Why no bridge?
    items: {cost: {label: Too dear}, fear: {label: Too open}}
    evidence:
      e1: {text: It floods, weight: 2, cells: {cost: II, fear: C}, because: [e1]}
      e2: {text: e2, cells: {fear: I}}
"""


def read(folder: Path, text: str):
    (folder / "case.yaml").write_text(HEAD + text, encoding="utf-8")
    found = examine(folder)
    assert found.problems == ()
    return found.case.hypotheses


def test_one_set_and_a_matrix_are_read_as_in_full(tmp_path) -> None:
    assert read(tmp_path, SHORT) == read(tmp_path, FULL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SHORT.replace("fear: C}", "fears: C}"), "16:27: unknown hypothesis `fears`"),
        (SHORT.replace("cost: II", "cost: XX"), "16:23: `cost`: found `XX`"),
        (SHORT.replace("e1: 2", "e1: none"), "17:17"),
    ],
)
def test_problems_keep_their_places(tmp_path, text: str, expected: str) -> None:
    (tmp_path / "case.yaml").write_text(HEAD + text, encoding="utf-8")
    (problem,) = examine(tmp_path).problems
    assert f"{problem.line}:{problem.column}: {problem.message}".startswith(expected)
