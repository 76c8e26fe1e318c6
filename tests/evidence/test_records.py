"""Records for other tools: what goes out comes back in."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError
from tests.casebook.shipped import open_shipped

from detente.errors import UsageError
from detente.evidence import Source
from detente.evidence.csl import CSL_FIELDS
from detente.evidence.records import csl_records, json_lines, sources_of_csl


def test_the_sources_of_the_flagship_survive_the_round_trip() -> None:
    sources = open_shipped("japan-russia").sources
    records = json.loads(json.dumps(csl_records(sources)))
    back = {id: Source.model_validate(s) for id, s in sources_of_csl(records).items()}
    assert list(back) == list(sources)
    for id, source in back.items():
        kept = sources[id].model_dump(exclude={"issued"})
        assert source.model_dump(exclude={"issued"}) == kept
        assert source.issued is not None
        assert (source.issued.start, source.issued.end) == (
            sources[id].issued.start,
            sources[id].issued.end,
        )


def test_only_fields_of_csl_stand_outside_custom() -> None:
    for record in csl_records(open_shipped("japan-russia").sources):
        assert set(record) <= CSL_FIELDS
        assert "reliability" in record["custom"]


def test_a_record_of_zotero_comes_in() -> None:
    record = {
        "id": "hipel2014",
        "type": "article-journal",
        "title": "Rivers",
        "author": [{"family": "Hipel", "given": "Keith"}],
        "issued": {"date-parts": [["2014", "5"]]},
        "DOI": "10.1007/x",
        "custom": None,
    }
    assert sources_of_csl([record])["hipel2014"] == {
        "type": "article-journal",
        "title": "Rivers",
        "author": [{"family": "Hipel", "given": "Keith"}],
        "issued": "2014-05",
        "DOI": "10.1007/x",
    }


@pytest.mark.parametrize(
    "records", [{}, [3], [{"id": "a"}], [{"id": "a", "title": "x"}, {"id": "a", "title": "y"}]]
)
def test_what_is_no_csl(records) -> None:
    with pytest.raises(UsageError):
        sources_of_csl(records)


def test_a_record_that_does_not_fit() -> None:
    with pytest.raises(ValidationError):
        sources_of_csl([{"id": "a", "title": "x", "custom": {"reliability": "Z"}}])


def test_lines_are_json_each_with_an_id() -> None:
    case = open_shipped("japan-russia")
    forecasts = json_lines(case.forecasts).splitlines()
    assert len(forecasts) == len(case.forecasts)
    assert [json.loads(line)["id"] for line in forecasts] == list(case.forecasts)
    first = json.loads(json_lines(case.timeline).splitlines()[0])
    assert (first["id"], first["date"], first["score"]) == ("1", "1905", -10)
    assert json_lines({}) == ""
