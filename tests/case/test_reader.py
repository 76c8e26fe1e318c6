"""Reading a case: from files to one object, or everything that is wrong (see test_reader_broken)."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case import Case, examine, read_case
from detente.case.reader import in_order
from detente.casebook import shipped_cases
from detente.errors import InvalidCase, Problem


@pytest.mark.parametrize("name", shipped_cases())
def test_every_shipped_case_is_valid(name: str) -> None:
    examined = examine(shipped_cases()[name])
    assert examined.problems == ()
    assert examined.case is not None
    assert examined.case.case.id == name


def test_a_case_knows_its_folder_and_its_digest(tmp_path: Path, small: str) -> None:
    (tmp_path / "case.yaml").write_text(small)
    case = read_case(tmp_path)
    assert isinstance(case, Case)
    assert case.folder == str(tmp_path)
    assert len(case.digest) == 64


def test_a_case_with_problems_is_not_read(tmp_path: Path, small: str) -> None:
    (tmp_path / "case.yaml").write_text(small + "rules: [x, y]\n")
    with pytest.raises(InvalidCase, match="2 problems in the case") as caught:
        read_case(tmp_path)
    assert caught.value.problems == examine(tmp_path).problems


def test_a_broken_case_is_examined_as_far_as_it_goes(tmp_path: Path, small: str) -> None:
    (tmp_path / "case.yaml").write_text(small + "rules: [x]\n")
    examined = examine(tmp_path)
    assert examined.case is not None
    assert examined.places.of(("models", "main", "rules", 0)).line == 10
    (tmp_path / "case.yaml").write_text("a: 'b")
    assert examine(tmp_path).case is None


def test_problems_come_by_file_then_line_each_once() -> None:
    found = [
        Problem("b.yaml", 2, 1, "x"),
        Problem("b.yaml", 10, 1, "x"),
        Problem("a.yaml", 30, 1, "x"),
        Problem("b.yaml", 2, 1, "x"),
    ]
    assert [(p.file, p.line) for p in in_order(found)] == [
        ("a.yaml", 30),
        ("b.yaml", 2),
        ("b.yaml", 10),
    ]


def test_the_whole_flagship_is_examined_quickly() -> None:
    import time

    start = time.process_time()
    examine(shipped_cases()["japan-russia"])
    assert time.process_time() - start < 10
