"""Records that other tools read: sources as CSL-JSON, ledgers as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from detente.errors import UsageError
from detente.evidence.csl import CSL_FIELDS, csl_issued
from detente.evidence.part import Part
from detente.evidence.source import Source

__all__ = ["csl_records", "json_lines", "sources_of_csl"]


def csl_records(sources: Mapping[str, Source]) -> list[dict[str, Any]]:
    """Return sources as CSL-JSON, in their order; fields that CSL lacks stand under `custom`.

    >>> csl_records({"a": Source(title="Ford talks", issued="2018-05", reliability="B")})
    [{'id': 'a', 'type': 'document', 'title': 'Ford talks',
      'issued': {'date-parts': [[2018, 5]]}, 'custom': {'reliability': 'B'}}]
    """
    return [_record(id, source) for id, source in sources.items()]


def _record(id: str, source: Source) -> dict[str, Any]:
    said = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    said.pop("issued", None)
    record: dict[str, Any] = {"id": id, "type": source.type}
    record |= {name: value for name, value in said.items() if name in CSL_FIELDS}
    if source.issued is not None:
        record["issued"] = csl_issued(source.issued)
    own = {name: value for name, value in said.items() if name not in CSL_FIELDS}
    return record | ({"custom": own} if own else {})


def sources_of_csl(records: Any) -> dict[str, dict[str, Any]]:
    """Return the `sources` section of a case from CSL-JSON, such as Zotero and pandoc write.

    Fields of ours under `custom` become fields again. Raises `UsageError` for what is no list of
    records with a title each, `pydantic.ValidationError` for a record that does not fit.

    >>> sources_of_csl([{"id": "a", "type": "book", "title": "Ford talks"}])
    {'a': {'type': 'book', 'title': 'Ford talks'}}
    """
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        raise UsageError("this is no CSL-JSON", hint="expected a list of records: [{...}, ...]")
    found: dict[str, dict[str, Any]] = {}
    for number, record in enumerate(records, 1):
        id = str(record.get("id") or number)
        custom = record.get("custom")
        fields = {k: v for k, v in record.items() if k not in ("id", "custom")}
        own = custom if isinstance(custom, dict) else {}
        if id in found or not fields.get("title"):
            why = "has no title" if not fields.get("title") else "is there twice"
            raise UsageError(f"record `{id}` {why}", found=number)
        source = Source.model_validate(fields | own)
        found[id] = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return found


def json_lines(rows: Mapping[str, Part] | Iterable[Part]) -> str:
    """Return parts as lines of JSON, each with its `id`: its key, or its number where it has none.

    >>> json_lines([Source(title="A")])
    '{"id": "1", "title": "A"}\\n'
    """
    pairs = (
        rows.items() if isinstance(rows, Mapping) else ((str(n), r) for n, r in enumerate(rows, 1))
    )
    lines = (
        {"id": id} | row.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for id, row in pairs
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
