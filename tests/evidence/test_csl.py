"""CSL-JSON: its field names, and dates as Zotero writes them."""

from __future__ import annotations

from typing import Any

import pytest

from detente.evidence.csl import CSL_FIELDS, csl_date, csl_issued
from detente.evidence.part import When


@pytest.mark.parametrize(
    "field", ["DOI", "container-title", "issued", "accessed", "publisher-place", "URL", "page"]
)
def test_fields_are_in_the_spelling_of_the_schema(field: str) -> None:
    assert field in CSL_FIELDS
    assert field.swapcase() not in CSL_FIELDS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"date-parts": [["2018"]]}, "2018"),
        ({"date-parts": [[2018, 5]]}, "2018-05"),
        ({"date-parts": [["2018", "5", "7"]]}, "2018-05-07"),
        ({"date-parts": [["2016", "12"], ["2017"]]}, "2016-12..2017"),
        ({"raw": "2018-05"}, "2018-05"),
        ({"literal": "spring 2018"}, "spring 2018"),
        ("2018", "2018"),
        (None, None),
    ],
)
def test_dates_become_text(value: Any, text: Any) -> None:
    assert csl_date(value) == text


@pytest.mark.parametrize(
    "value",
    [{}, {"date-parts": []}, {"date-parts": "2018"}, {"date-parts": [[]]}, {"date-parts": [2018]}],
)
def test_what_is_no_date_of_csl_is_left_for_the_field_to_refuse(value: Any) -> None:
    assert csl_date(value) is value


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2016-12..2017", {"date-parts": [[2016, 12], [2017]]}),
        ("2016-12?/2017", {"date-parts": [[2016, 12], [2017]], "circa": True}),
        ("1985/..", {"literal": "1985/.."}),
        ("2001-21", {"literal": "2001-21"}),
    ],
)
def test_text_becomes_a_date_of_csl(text: str, issued: dict[str, Any]) -> None:
    assert csl_issued(When.parse(text)) == issued
