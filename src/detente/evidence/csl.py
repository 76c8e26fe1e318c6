"""The fields of CSL-JSON 1.0.2, the source record that Zotero and pandoc write."""

from __future__ import annotations

from typing import Any

from detente.evidence.part import When

__all__ = ["CSL_FIELDS", "csl_date", "csl_issued"]

_VARIABLES = """
    accessed annote archive archive-place archive_collection archive_location author
    authority available-date call-number categories chair chapter-number citation-key
    citation-label citation-number collection-editor collection-number collection-title compiler
    composer container-author container-title container-title-short contributor curator custom
    dimensions director division DOI edition editor editorial-director event event-date event-place
    event-title executive-producer first-reference-note-number genre guest host id illustrator
    interviewer ISBN ISSN issue issued journalAbbreviation jurisdiction keyword language license
    locator medium narrator note number number-of-pages number-of-volumes organizer
    original-author original-date original-publisher original-publisher-place original-title page
    page-first part-number part-title performer PMCID PMID printing-number producer publisher
    publisher-place recipient references reviewed-author reviewed-genre reviewed-title scale
    script-writer section series-creator shortTitle source status submitted supplement-number
    title title-short translator type URL version volume volume-title volume-title-short
    year-suffix abstract
"""
CSL_FIELDS = frozenset(_VARIABLES.split())
"""Every variable of the schema, in its spelling."""


def csl_date(value: Any) -> Any:
    """Return a CSL-JSON date as the text of a date; anything else as it stands.

    >>> csl_date({"date-parts": [["2018", "5", "25"]]})
    '2018-05-25'
    >>> csl_date({"date-parts": [[2016, 12], [2017, 1]]})
    '2016-12..2017-01'
    >>> csl_date({"raw": "2018-05"})
    '2018-05'
    """
    if not isinstance(value, dict):
        return value
    if set(value) & {"raw", "literal"}:
        return value.get("raw") or value.get("literal")
    parts = value.get("date-parts")
    if not isinstance(parts, list | tuple) or not 1 <= len(parts) <= 2:
        return value
    if not all(isinstance(day, list | tuple) and 1 <= len(day) <= 3 for day in parts):
        return value
    days = ["-".join(str(n).zfill(2) for n in day) for day in parts]
    return "..".join(days)


def csl_issued(when: When) -> dict[str, Any]:
    """Return a date as CSL-JSON writes it; what CSL cannot say in numbers is kept as text.

    >>> csl_issued(When.parse("2017-11-13/2017-11-17"))
    {'date-parts': [[2017, 11, 13], [2017, 11, 17]]}
    >>> csl_issued(When.parse("2007~"))
    {'date-parts': [[2007]], 'circa': True}
    >>> csl_issued(When.parse("201X"))
    {'literal': '201X'}
    """
    ends = when.text.rstrip("~?%").replace("..", "/").split("/")
    try:
        parts = [[int(n) for n in end.rstrip("~?%").split("-")] for end in ends]
    except ValueError:
        return {"literal": when.text}
    if any(len(end) > 1 and end[1] > 12 for end in parts):
        return {"literal": when.text}
    return {"date-parts": parts} | ({"circa": True} if when.about or when.unsure else {})
