"""The casebook: every folder with a case.yaml is a case, and opens by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.casebook.shipped import CASES

from detente.case import open_case
from detente.casebook.shelf import case_folder, shipped_cases


def test_every_shipped_case_is_found_in_order():
    assert list(shipped_cases()) == CASES == sorted(CASES)
    assert {"japan-russia", "elmira-1991", "prisoners-dilemma"} <= set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_case_opens_by_name_and_is_called_so(name):
    folder = case_folder(name)
    assert folder == shipped_cases()[name]
    assert (folder / "case.yaml").is_file()
    case = open_case(name)
    assert case.case.id == name
    assert case.case.question.endswith("?")
    assert open_case(folder) == case


@pytest.mark.parametrize("name", ["nowhere", "", ".", "..", "japan-russia/models", "Japan-Russia"])
def test_what_is_no_case_has_no_folder(name):
    assert case_folder(name) is None


def test_one_more_folder_is_one_more_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, file in (("ford", "case.yaml"), ("notes", "readme.txt")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("")
    monkeypatch.setattr("detente.casebook.shelf._HERE", tmp_path)
    assert shipped_cases() == {"ford": tmp_path / "ford"}
