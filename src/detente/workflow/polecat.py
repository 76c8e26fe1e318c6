"""Suggested events in the layout of POLECAT, one row an event, so that its tools can read them.

The forty columns and their order are those of the header that POLECAT's weekly files carry. What a
suggestion does not say stays empty: modes, contexts, intensities, places and titles are not coded,
and `Actor Name` repeats the code. Codes of several parties, and the names that the document mentions,
stand in one field, with a semicolon between. The quad codes follow the grouping of PLOVER's types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from detente.version import __version__

__all__ = ["COLUMNS", "polecat_rows"]

_PARTY = (
    "{0} Name",
    "{0} Country",
    "{0} COW",
    "Primary {0} Sector",
    "{0} Sectors",
    "{0} Title",
    "{0} Name Raw",
    "Wikipedia {0} ID",
)
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(column.format("Actor") for column in _PARTY),
    *(column.format("Recipient") for column in _PARTY),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
"""The columns in their order."""

_QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD = {type: quad for quad, types in _QUADS.items() for type in types}
_STORY = {
    "Story People": ("person",),
    "Story Organizations": ("organisation", "institution"),
    "Story Locations": ("name", "capital", "place"),
}


def polecat_rows(record: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the events suggested for a document (a record of `read_corpus`) as rows.

    >>> event = {"kind": "event", "start": 3, "end": 9, "type": "CONSULT", "date": "2016-12-15",
    ...          "actor": ["JPN"], "recipient": ["RUS"]}
    >>> record = {"sha256": "ab" * 32, "date": None, "about": {}, "suggestions": [event]}
    >>> row = next(polecat_rows(record))
    >>> len(row), row["Event Type"], row["Actor Country"], row["Latitude"]
    (40, 'CONSULT', 'JPN', '')
    """
    publisher, story = record["about"].get("publisher"), _story(record)
    for one in record["suggestions"]:
        if one["kind"] != "event":
            continue
        given = {
            "Event ID": f"{record['sha256'][:16]}-{one['start']}-{one['end']}",
            "Event Date": one.get("date") or "",
            "Event Type": one.get("type") or "",
            "Quad Code": _QUAD.get(one.get("type") or "", ""),
            "Source": publisher["value"] if publisher else "",
            "Publication Date": record["date"] or "",
            "Version": f"detente {__version__}",
            **story,
        }
        for role in ("Actor", "Recipient"):
            codes = "; ".join(one.get(role.lower()) or ())
            given |= {f"{role} Name": codes, f"{role} Country": codes}
        yield {column: given.get(column, "") for column in COLUMNS}


def _story(record: Mapping[str, Any]) -> dict[str, str]:
    """Return the people, organisations and places that a document names, each once."""
    names = [(s.get("type"), s["text"]) for s in record["suggestions"] if s["kind"] == "actor"]
    return {
        column: "; ".join(dict.fromkeys(text for kind, text in names if kind in kinds))
        for column, kinds in _STORY.items()
    }
