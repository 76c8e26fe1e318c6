"""The sources' forecasts asked about by a case."""

from __future__ import annotations

from tests.judgement.asked import rows


def test_counts_by_verdict_and_by_document() -> None:
    (found,) = rows("forecasts", "japan-russia")
    assert (found["count"], found["true"], found["partly"]) == (46, 25, 12)
    parts = [rows("forecasts", "japan-russia", documents=[f"00{k}"])[0]["count"] for k in range(5)]
    assert all(0 < part < 46 for part in parts)
    assert sum(parts) >= 46
