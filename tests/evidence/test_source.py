"""Sources: CSL-JSON in, a citation out, spans of paragraphs checked."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from detente.evidence import Source
from detente.evidence.source import Person

ZOTERO = {
    "type": "article-journal",
    "title": "Strategic investigations  of water conflicts",
    "author": [{"family": "Hipel", "given": "Keith W."}, {"literal": "River board"}],
    "container-title": "Group Decision and Negotiation",
    "publisher": "Springer",
    "issued": {"date-parts": [["2014", "5"]]},
    "DOI": "10.1007/x",
    "page": "355-376",
}


def test_a_record_of_zotero_is_a_source() -> None:
    source = Source.model_validate(ZOTERO)
    assert source.issued is not None
    assert source.issued.text == "2014-05"
    assert source.model_extra == {"DOI": "10.1007/x", "page": "355-376"}
    assert source.citation() == (
        "Keith W. Hipel and River board. Strategic investigations of water conflicts. "
        "Group Decision and Negotiation, 2014-05"
    )


@pytest.mark.parametrize(
    ("given", "citation"),
    [
        ({"title": "T"}, "T"),
        ({"title": "T", "publisher": "P"}, "T. P"),
        ({"title": "T", "issued": "2018"}, "T. 2018"),
        ({"title": "T", "publisher": "P", "container-title": "C"}, "T. C"),
    ],
)
def test_citations_leave_out_what_is_not_known(given: dict[str, Any], citation: str) -> None:
    assert Source.model_validate(given).citation() == citation


def test_an_ungraded_source_cannot_be_judged() -> None:
    assert Source(title="x").reliability == "F"


@pytest.mark.parametrize("span", ["3", "3..26", "7..7", ""])
def test_spans(span: str) -> None:
    assert Source(title="x", body=span).body == span
    assert Source(title="x", furniture=(span,)).furniture == (span,)


@pytest.mark.parametrize("span", ["26..3", "0", "0..4", "all", "3-26", "3..", "..3", "3..4..5"])
def test_no_spans(span: str) -> None:
    with pytest.raises(ValidationError, match="is no span of paragraphs"):
        Source(title="x", body=span)


def test_every_key_of_ours_and_of_csl_is_known_once() -> None:
    keys = Source.known_keys()
    assert len(keys) == len(set(keys))
    assert {"reliability", "container-title", "DOI", "title"} <= set(keys)
    assert "container_title" not in keys


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (
            {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
            "Charles de Gaulle",
        ),
        ({"literal": "The board", "family": "x"}, "The board"),
        ({"family": "King", "given": "M. L.", "suffix": "Jr."}, "M. L. King Jr."),
        ({}, ""),
    ],
)
def test_names_of_people(given: dict[str, str], name: str) -> None:
    assert str(Person.model_validate(given)) == name


def test_the_copy_that_was_read_and_when_it_was_retrieved() -> None:
    assert Source(title="T").copy_at_hand() == ""
    given = {"date-parts": [[2018, 6, 1]]}
    assert Source(title="T", accessed=given).copy_at_hand() == "retrieved 2018-06-01"
    assert Source(title="T", file="a.txt", accessed=None).copy_at_hand() == "file a.txt"
