"""Parquet files: written whole or not at all."""

import sys

import pytest
from pyarrow import parquet

from detente.errors import FileProblem, MissingExtra
from detente.workflow.parquet import write_parquet

COLUMNS = {"a": "string", "n": "int64", "yes": "bool", "list": "list"}


def test_what_is_written_is_read(tmp_path):
    rows = [{"a": "é", "n": n, "yes": n > 1, "list": ["x"] * n, "other": 1} for n in range(3)]
    path = tmp_path / "a.parquet"
    assert write_parquet(path, COLUMNS, iter(rows)) == 3
    found = parquet.read_table(path)
    assert found.column_names == list(COLUMNS)
    assert found.to_pylist() == [{k: r[k] for k in COLUMNS} for r in rows]
    assert list(tmp_path.iterdir()) == [path]


def test_no_rows_and_missing_values(tmp_path):
    assert write_parquet(tmp_path / "a.parquet", COLUMNS, []) == 0
    write_parquet(tmp_path / "b.parquet", COLUMNS, [{"a": None}])
    assert parquet.read_table(tmp_path / "b.parquet").to_pylist() == [dict.fromkeys(COLUMNS)]


def test_the_old_file_stays_if_a_row_fails(tmp_path):
    path = tmp_path / "a.parquet"
    write_parquet(path, COLUMNS, [{"a": "old"}])

    def rows():
        yield {"a": "new"}
        raise KeyError("stop")

    with pytest.raises(KeyError):
        write_parquet(path, COLUMNS, rows())
    assert parquet.read_table(path).to_pylist()[0]["a"] == "old"


def test_errors(tmp_path, monkeypatch):
    with pytest.raises(FileProblem, match="cannot be written"):
        write_parquet(tmp_path / "none" / "a.parquet", COLUMNS, [])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"detente\[parquet\]"):
        write_parquet(tmp_path / "a.parquet", COLUMNS, [])
