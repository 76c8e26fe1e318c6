"""What `events` says: a mean never stands without its count."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped

from detente.evidence.events import by_period
from detente.report.screen.events import events_text, pairs_text


def test_years_with_means_and_counts() -> None:
    case = open_shipped("japan-russia")
    past = by_period(case.timeline, "jp", "ru")
    expected = by_period(case.timeline, "jp", "ru", statuses=("expected",))
    foreseen = [e for index in expected.values() for e in index.all.events]
    text = events_text(case, ("jp", "ru"), past, foreseen)
    assert "2016          +6.0 (1)  -3.8 (4)   +5.0 (2)   +0.1 (7)" in text
    assert "1947 to 1991  -4.0 (1)  –" in text
    assert "Expected then, and not counted:\n  2014-11: Abe and Putin" in text


def test_nothing_scored_is_said() -> None:
    case = open_shipped("japan-russia")
    text = events_text(case, ("jp", "cn"), {}, [])
    assert "No scored events." in text
    assert "Expected" not in text


def test_pairs() -> None:
    case = open_shipped("japan-russia")
    assert "  Japan and Russia [jp,ru]: 1 event" in pairs_text(case, [(("jp", "ru"), 1)])
