"""Hindcasts asked about by a case."""

from __future__ import annotations

import pytest
from tests.judgement.asked import rows


def test_brier_scores_of_one_hindcast() -> None:
    (found,) = rows("hindcasts", "japan-russia", only=["2014"], runs=20)
    assert (found["questions"], found["came_true"]) == (6, 1)
    # no run shows anything, so every event gets 1/22; the visit came true
    assert found["brier"] == pytest.approx(((21 / 22) ** 2 + 5 * (1 / 22) ** 2) / 6)
    assert found["nothing"] == pytest.approx((0.99**2 + 5 * 0.01**2) / 6)
