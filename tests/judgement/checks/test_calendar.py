"""Calendar runs asked about by a case."""

from __future__ import annotations

from tests.judgement.asked import rows


def test_shares_of_events_and_of_one_without_another() -> None:
    (found,) = rows("calendar", "japan-russia", runs=100)
    assert found["runs"] == 100
    assert found["treaty"] == 0
    assert found["talks_end"] == found["full_sanctions"] > 0
    assert found["talks_end.without.full_sanctions"] == found["talks_end.without.ukraine"] == 0
    assert found["offer_refused.without.talks_end"] == 1 - found["talks_end"]


def test_a_shorter_run_sees_less() -> None:
    (short,) = rows("calendar", "japan-russia", runs=100, until="2018-12-31")
    (long,) = rows("calendar", "japan-russia", runs=100)
    assert short["talks_end"] < long["talks_end"]
