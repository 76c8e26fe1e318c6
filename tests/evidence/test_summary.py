"""Counts of sources and claims for a source summary statement."""

from __future__ import annotations

import pytest

from detente.evidence import Claim, Source
from detente.evidence.summary import summarise


def source(**rest) -> Source:
    return Source(title="T", **rest)


def claim(source: str, **rest) -> Claim:
    return Claim(claim="It is so", source=source, **rest)


def test_nothing() -> None:
    found = summarise({}, {})
    assert (found.sources, found.claims, found.oldest, found.newest) == (0, 0, None, None)


@pytest.mark.parametrize(
    ("one", "other", "originators"),
    [
        ({"publisher": "P"}, {"publisher": "P"}, 1),
        ({"publisher": "P"}, {"container-title": "Q"}, 2),
        ({"author": [{"family": "A"}]}, {"author": [{"family": "A"}]}, 1),
        ({"publisher": "P", "author": [{"family": "A"}]}, {"author": [{"family": "A"}]}, 2),
    ],
)
def test_who_stands_behind_the_sources(one, other, originators) -> None:
    assert summarise({"a": source(**one), "b": source(**other)}, {}).originators == originators


def test_the_oldest_begins_first_and_the_newest_ends_last() -> None:
    dates = {"a": "2014-10", "b": "2013..2019", "c": "2018-05-25", "d": ""}
    found = summarise({k: source(**({"issued": v} if v else {})) for k, v in dates.items()}, {})
    assert (str(found.oldest), str(found.newest)) == ("2013..2019", "2013..2019")


def test_only_another_source_bears_a_claim_out() -> None:
    claims = {
        "a": claim("s", corroborated_by=("b",)),
        "b": claim("s", corroborated_by=("a", "c"), contradicted_by=("d",)),
        "c": claim("t", credibility=5, basis="opinion"),
        "d": claim("t", credibility=6, corroborated_by=("nowhere",)),
    }
    found = summarise({"s": source(reliability="B"), "t": source()}, claims)
    assert (found.borne_out, found.disputed, found.doubtful) == (1, 1, 1)
    assert found.bases == {"reported": 3, "opinion": 1}
    assert list(found.grades.items()) == [("B", 1), ("F", 1)]
