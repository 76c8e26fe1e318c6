"""Write rows to Parquet files, a part at a time, whole or not at all. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from detente.errors import FileProblem, MissingExtra

__all__ = ["write_parquet"]

_PART = 20_000


def write_parquet(path: Path, columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> int:
    """Write rows with these columns, each `string`, `int64`, `bool` or `list`; return their number.

    `list` is a list of texts. Raises `MissingExtra` without pyarrow, and `FileProblem`.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise MissingExtra(
            "writing Parquet needs pyarrow",
            expected="the extra `parquet`",
            hint="pip install 'detente[parquet]'",
        ) from None
    kinds = {
        "string": pyarrow.string(),
        "int64": pyarrow.int64(),
        "bool": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    part = path.with_name(path.name + ".part")
    count, left = 0, iter(rows)
    try:
        with parquet.ParquetWriter(part, schema, compression="zstd") as writer:
            while taken := list(islice(left, _PART)):
                writer.write_table(pyarrow.Table.from_pylist(_only(taken, columns), schema=schema))
                count += len(taken)
        part.replace(path)
    except OSError as reason:
        raise FileProblem("cannot be written", found=reason, file=str(path)) from None
    return count


def _only(rows: Sequence[Mapping[str, Any]], columns: Iterable[str]) -> list[dict[str, Any]]:
    return [{name: row.get(name) for name in columns} for row in rows]
