"""Bytes become text, or the problem that they are none (see also test_reader_broken)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.text import LARGEST_FILE, printable, read_bytes, read_text
from detente.errors import FileProblem, Problem


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_text(b"\xef\xbb\xbfa: b", "x") == "a: b"


def test_text_is_composed() -> None:
    apart = unicodedata.normalize("NFD", "école: ford")
    assert read_text(apart.encode(), "x") == "école: ford"


def test_windows_line_breaks_are_text() -> None:
    assert read_text(b"a: b\r\nc: d\r\n", "x") == "a: b\r\nc: d\r\n"


def test_the_limit_is_eight_megabytes() -> None:
    assert isinstance(read_text(b"x" * LARGEST_FILE, "x"), str)
    problem = read_text(b"x" * (LARGEST_FILE + 1), "x")
    assert isinstance(problem, Problem)
    assert "larger than 8 MB" in problem.message


def test_no_more_is_read_than_the_limit_needs(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert len(read_bytes(path, "sparse")) == LARGEST_FILE + 1


@given(st.binary())
def test_any_bytes_are_text_or_a_problem(raw: bytes) -> None:
    found = read_text(raw, "x")
    if isinstance(found, Problem):
        assert found.hint
        assert 0 <= found.line <= raw.count(b"\n") + 1
    else:
        assert found == unicodedata.normalize("NFC", raw.decode("utf-8-sig"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("two\nlines", "two\\nlines"), ("right\u202eleft", "right\\u202eleft"), ("¶ é ü", "¶ é ü")],
)
def test_what_cannot_be_printed_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^shown: cannot be read: found `No such file"):
        read_bytes(tmp_path / "nowhere", "shown")
    with pytest.raises(FileProblem, match="this is a folder"):
        read_bytes(tmp_path, "shown")
