"""Tables: every error at its line and column, and files that are no tables."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import FileProblem, InvalidCase
from detente.forecast.tables import Table, read_table


def table_of(tmp_path: Path, text: str | bytes) -> Table:
    path = tmp_path / "t.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(path)


def places(caught: pytest.ExceptionInfo[InvalidCase]) -> list[tuple[int, int]]:
    return [(p.line, p.column) for p in caught.value.problems]


@pytest.mark.parametrize("parted", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_come_with_their_lines(tmp_path: Path, parted: str, end: str) -> None:
    lines = ["id|text|p", 'q1|"two', 'lines, ; and more"| 0.5 ', "", "q2||"]
    text = "\ufeff" + end.join(lines).replace("|", parted) + end
    table = table_of(tmp_path, text)
    assert table.columns == ("id", "text", "p")
    assert [r.line for r in table.rows] == [2, 5]
    assert table.rows[0].cells["p"] == "0.5"
    assert table.rows[0].cells["text"].split() == ["two", "lines,", ";", "and", "more"]
    assert table.probability(table.rows[1], "p") is None
    table.done()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,a\n1,2\n", [(1, 2)]),
        ("a,\n1,2\n", [(1, 2)]),
        ("a,b\n1\n1,2\n1,2,3\n", [(2, 2), (4, 3)]),
    ],
)
def test_misfits_are_all_told(tmp_path: Path, text: str, expected: list[tuple[int, int]]) -> None:
    with pytest.raises(InvalidCase) as caught:
        table_of(tmp_path, text)
    assert places(caught) == expected


@pytest.mark.parametrize(
    "cell", ["35%", "35", "0,35", "-0.1", "1.01", "nan", "inf", "1e400", "٠.٣", "0x1", "_1", "1_0"]
)
def test_no_probability(tmp_path: Path, cell: str) -> None:
    table = table_of(tmp_path, f'id;p\nq;"{cell}"\n')
    assert table.probability(table.rows[0], "p") is None
    with pytest.raises(InvalidCase, match="expected a number from 0 to 1") as caught:
        table.done()
    assert places(caught) == [(2, 2)]


@pytest.mark.parametrize(
    ("cell", "p"), [("0", 0.0), ("1", 1.0), ("0.35", 0.35), ("3.5e-3", 0.0035)]
)
def test_probabilities(tmp_path: Path, cell: str, p: float) -> None:
    table = table_of(tmp_path, f"id,p\nq,{cell}\n")
    assert table.probability(table.rows[0], "p") == p


def test_percent_are_told_how_to_be_written(tmp_path: Path) -> None:
    table = table_of(tmp_path, "id,p\nq,35\nr,x\n")
    for row in table.rows:
        table.probability(row, "p")
    assert "for 35 %" in table.problems[0].hint
    assert "decimal point" in table.problems[1].hint


def test_outcomes_and_empty_cells(tmp_path: Path) -> None:
    table = table_of(tmp_path, "id,o\na,Yes\nb,0.0\nc,\nd,0.5\n,no\n")
    assert [table.outcome(r, "o") for r in table.rows] == [True, False, None, None, False]
    assert [table.filled(r, "id") for r in table.rows] == ["a", "b", "c", "d", ""]
    with pytest.raises(InvalidCase) as caught:
        table.done()
    assert places(caught) == [(5, 2), (6, 1)]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"\xff\xfe", "UTF-8"),
        (b'a,b\n"1,2\n', "no table"),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", "no table"),
    ],
)
def test_what_is_no_table(tmp_path: Path, raw: bytes, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        table_of(tmp_path, raw)


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path, tmp_path / "none.csv", tmp_path / "a\0b"):
        with pytest.raises(FileProblem):
            read_table(path)
    monkeypatch.setattr("detente.forecast.tables.LARGEST", 3)
    with pytest.raises(FileProblem, match="too large"):
        table_of(tmp_path, "a,b\n1,2\n")


@given(st.binary(max_size=80))
def test_any_bytes_are_a_table_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(raw)
    with suppress(FileProblem, InvalidCase):
        read_table(path)
