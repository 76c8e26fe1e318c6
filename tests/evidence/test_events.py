"""The event index: directions apart, joint events apart, counts beside means."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.casebook.shipped import open_shipped

from detente.evidence.events import Happening, by_period, index_of, pairs_of
from detente.evidence.part import When

EVENTS = [
    Happening(date="2016-05", title="A", by="jp", on="ru", score=6),
    Happening(date="2016-11..2017-02", title="B", by="ru", on="jp", score=-5),
    Happening(date="2017", title="C", between=("ru", "jp"), score=4),
    Happening(date="2017-03", title="D", between=("jp", "us"), score=8),
    Happening(date="2017-04", title="E", by="ru", on="jp"),
    Happening(date="2018-09", title="F", by="ru", on="jp", score=3, status="later"),
    Happening(date="2018-05", title="G", between=("jp", "ru"), score=2, status="expected"),
    Happening(date="2015-12-31", title="H", by="jp", on="ru", score=-4),
]


def index(span: str, **more):
    return index_of(EVENTS, "jp", "ru", When.parse(span), **more)


def test_directions_and_joint_events_are_kept_apart() -> None:
    found = index("2016..2018")
    assert [(s.mean, s.count) for s in (found.forth, found.back, found.joint)] == [
        (6.0, 1),
        (-5.0, 1),
        (3.0, 2),
    ]
    assert (found.all.total, found.all.count) == (7.0, 4)


def test_the_other_way_round() -> None:
    there, back = index("2016..2018"), index_of(EVENTS, "ru", "jp", When.parse("2016..2018"))
    assert (there.forth.events, there.back.events) == (back.back.events, back.forth.events)
    assert there.joint.events == back.joint.events


def test_only_events_wholly_within_the_span_count() -> None:
    assert index("2016-06..2016-12").back.count == 0
    assert index("2015..2016-05-31").forth.events == (EVENTS[0], EVENTS[7])


def test_hindsight_and_expectations_by_their_status() -> None:
    assert index("2018").back.mean is None
    assert index("2018", statuses=("past", "later")).back.mean == 3.0
    assert index("2018", statuses=("past",)).joint.count == 0


def test_no_event_has_no_mean() -> None:
    found = index("1999")
    assert (found.all.count, found.all.mean, found.all.total) == (0, None, 0)


def test_a_score_lies_within_ten() -> None:
    with pytest.raises(ValidationError):
        Happening(date="2018", title="x", score=11)


@pytest.mark.parametrize(
    ("span", "kind", "mean", "count"),
    [
        ("2016..2018", "forth", 6.0, 1),
        ("2016..2018", "back", -22 / 6, 6),
        ("2016..2018", "joint", 4.5, 4),
        ("2016..2018", "all", 2 / 11, 11),
        ("2014", "all", -19 / 7, 7),
    ],
)
def test_was_the_love_unrequited(span, kind, mean, count) -> None:
    timeline = open_shipped("japan-russia").timeline
    found = getattr(index_of(timeline, "jp", "ru", When.parse(span)), kind)
    assert (found.count, found.mean) == (count, pytest.approx(mean))


def test_years_and_spans_are_periods_of_their_own() -> None:
    found = by_period(EVENTS, "jp", "ru")
    assert list(found) == ["2015", "2016", "2016..2017", "2017"]
    assert found["2016..2017"].back.total == -5.0
    assert found["2016"].all.count == 1
    assert list(by_period(EVENTS, "ru", "jp", statuses=("expected", "later"))) == ["2018"]


def test_every_scored_event_of_the_pair_is_in_one_period() -> None:
    timeline = open_shipped("japan-russia").timeline
    found = by_period(timeline, "jp", "ru", statuses=("past", "expected"))
    events = [e for index in found.values() for e in index.all.events]
    assert len(events) == len({id(e) for e in events}) == 26
    assert (found["2016"].forth.count, found["2016"].back.count) == (1, 4)


def test_pairs_by_the_number_of_their_events() -> None:
    assert pairs_of(EVENTS) == (("jp", "ru"), ("jp", "us"))
    assert pairs_of([]) == ()
