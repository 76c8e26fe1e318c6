"""Opening a case by name, folder or file."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case import find_case, open_case
from detente.casebook import shipped_cases
from detente.errors import FileProblem


def test_a_shipped_case_is_found_by_name_and_read_once() -> None:
    assert find_case("chicken") == shipped_cases()["chicken"]
    assert open_case("chicken") is open_case("chicken")


def test_a_path_comes_before_a_name(
    tmp_path: Path, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chicken").mkdir()
    (tmp_path / "chicken" / "case.yaml").write_text(small)
    monkeypatch.chdir(tmp_path)
    assert open_case("chicken").case.id == "ford"
    assert open_case(tmp_path / "chicken" / "case.yaml").case.id == "ford"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "chikcen",
            "no such case: give a folder, a file or a shipped case; did you mean `chicken`",
        ),
        ("x" * 5000, "cannot be read: found `File name too long`; check the path"),
    ],
)
def test_what_is_not_there(name: str, said: str) -> None:
    with pytest.raises(FileProblem) as caught:
        open_case(name)
    assert said in str(caught.value)
