"""A case as it was known on a day: nothing later in it, and attempts to cheat that fail."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small

from detente.case import Case
from detente.case.checks.references import references
from detente.case.hindsight import known_on
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.runs import run_calendar

DATES = [
    date(2014, 10, 31),
    date(2016, 9, 6),
    date(2016, 12, 31),
    date(2017, 11, 17),
    date(2018, 5, 25),
]
PAST = {"title": "Old", "issued": "2017"}
NEW = {"title": "New", "issued": "2018-03..2018-09"}


def want(text: str, *because: Any) -> dict[str, Any]:
    return {"want": text, "because": list(because)}


def dated(north: list[dict[str, Any]], **changes: Any) -> Case:
    preferences = {"north": {"readings": {"stated": {"order": north}}}}
    about = {"id": "ford", "title": "F", "question": "Q", "as_of": "2018-12-31"}
    sources = {"old": PAST, "new": NEW, "undated": {"title": "Undated"}}
    base: dict[str, Any] = {"models": {"main": {"preferences": preferences}}}
    return small(case=about, sources=sources, **(base | changes))


def wants(case: Case) -> list[str]:
    order = case.models["main"].preferences["north"].readings["stated"].order
    return [str(s.want) for s in order]


@pytest.mark.parametrize("day", DATES)
def test_nothing_of_a_later_source_is_left_in_the_flagship(day: date) -> None:
    case = open_shipped("japan-russia")
    seen = known_on(case, day)
    out = {id for id, s in case.sources.items() if s.issued.end <= day}
    assert set(seen.sources) == out
    assert seen.case.as_of.end == day
    assert {r.source for _, r in references(seen) if r.at} <= out
    assert all(e.date.start <= day and e.status != "later" for e in seen.timeline)
    assert all(m.as_of is None or m.as_of.end <= day for m in seen.models.values())
    assert all(q.resolved is None for q in seen.questions.values())
    assert all(f.verdict == "unsettled" and not f.outcome for f in seen.forecasts.values())
    assert not seen.inquiries
    assert not seen.hindcasts
    assert set(seen.options) == set(case.options)
    assert set(seen.actors) == set(case.actors)


def test_looking_twice_is_looking_from_the_earlier_day() -> None:
    case = open_shipped("japan-russia")
    for first in DATES:
        for second in DATES:
            twice = known_on(known_on(case, first), second)
            once = known_on(case, min(first, second))
            assert twice.models == once.models
            assert twice.influences == once.influences
            assert twice.timeline == once.timeline
            assert twice.sources == once.sources


@pytest.mark.parametrize(
    ("because", "stands"),
    [
        ([], True),
        (["old¶1"], True),
        (["new¶1"], False),
        (["new¶1", "old¶1"], True),
        (["undated¶1"], False),
        ([{"modeller": "ours"}], True),
        ([{"modeller": "ours"}, "new¶1"], False),
        ([{"outside": "public record"}], False),
        ([{"outside": "public record"}, "old¶1"], True),
        (["late"], False),
        (["early"], True),
        (["guess"], True),
    ],
)
def test_what_a_statement_stands_on(because: list[Any], stands: bool) -> None:
    evidence = {
        "late": {"claim": "x", "source": "old", "date": "2018-05"},
        "early": {"claim": "x", "source": "old", "date": "2017-05"},
    }
    case = dated(
        [want("not north.build"), want("e.flood", *because)],
        evidence=evidence,
        assumptions={"guess": {"text": "A guess"}},
    )
    assert ("e.flood" in wants(known_on(case, date(2018, 4, 1)))) == stands
    assert "e.flood" in wants(known_on(case, date(2018, 12, 31)))


def test_a_source_counts_from_its_last_day() -> None:
    case = dated([want("north.build", "new¶1")])
    assert wants(known_on(case, date(2018, 9, 29))) == ["true"]
    assert wants(known_on(case, date(2018, 9, 30))) == ["north.build"]


def test_a_party_of_whom_nothing_is_known_is_indifferent() -> None:
    case = dated([want("north.build", "new¶1")])
    readings = case.models["main"].preferences["north"].readings
    whole = readings["stated"].model_copy(update={"because": readings["stated"].order[0].because})
    north = (
        case.models["main"].preferences["north"].model_copy(update={"readings": {"stated": whole}})
    )
    main = case.models["main"].model_copy(
        update={"preferences": {**case.models["main"].preferences, "north": north}}
    )
    seen = known_on(case.model_copy(update={"models": {"main": main}}), date(2018, 4, 1))
    (reading,) = seen.models["main"].preferences["north"].readings.values()
    assert reading.label == "Unknown then"
    assert [str(s.want) for s in reading.order] == ["true"]
    runs = run_calendar(seen, 3, start=When.parse("2018-04-01"), until=When.parse("2019"))
    assert all(r.first("move", "north.build") is None for r in runs.runs)


def test_runs_from_an_earlier_date_do_not_see_what_came_later() -> None:
    """The cheat: a later statement, mechanism, rule, shock and signal that would decide everything."""
    honest = [want("north.build iff e.flood", "old¶1")]
    cheats: dict[str, Any] = {
        "influences": {
            "edges": {"M2": {"cause": "FLOOD", "effect": "RAIN", "sign": "+", "because": ["new¶1"]}}
        },
        "shocks": {
            "flood": {"title": "x", "rate": "9", "pushes": {"FLOOD": 9}, "because": ["new¶2"]}
        },
        "questions": {"q": {"ask": "?", "event": "bridge", "resolved": "yes"}},
        "timeline": [
            {"date": "2018-08", "title": "It was built", "because": ["old¶1"]},
            {"date": "2018-01", "title": "It had been decided", "status": "later"},
        ],
    }
    spoilt = dated([want("north.build", "new¶1"), *honest], **cheats)
    dates = {"start": When.parse("2018-04-01"), "until": When.parse("2019-12-31")}
    plain, seen = (run_calendar(c, 60, seed=4, **dates) for c in (dated(honest), spoilt))
    assert [r.first("event", "bridge") for r in plain.runs] == [
        r.first("event", "bridge") for r in seen.runs
    ]
    assert seen.plan.case.questions["q"].resolved is None
    assert seen.plan.case.timeline == ()
    later = run_calendar(spoilt, 60, seed=4, start=When.parse("2018-12-31"), until=dates["until"])
    assert later.share("event", "bridge") == 1


def test_a_later_model_is_refused() -> None:
    case = open_shipped("japan-russia")
    with pytest.raises(UsageError, match="the model `2018-05` is of 2018-05-25"):
        run_calendar(case, 1, start=When.parse("2018-05-24"))
    with pytest.raises(UsageError, match="runs start 2014"):
        run_calendar(small(), 1, start=When.parse("2014"), until=When.parse("2019"))
