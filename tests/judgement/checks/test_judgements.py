"""The judgement matrix asked about by a case."""

from __future__ import annotations

import pytest
from tests.judgement.asked import rows

from detente.errors import UnknownName


def test_unanimity_and_conflicts_by_pair() -> None:
    (found,) = rows("judgements", "japan-russia")
    assert found["unanimous"] == ["j2", "j3", "j15", "j16"]
    assert (found["000-003"], found["003-004"]) == (1, 7)
    (three,) = rows("judgements", "japan-russia", documents=["000", "001", "002"])
    assert set(three) == {"unanimous", "000-001", "000-002", "001-002"}
    assert set(found["unanimous"]) < set(three["unanimous"])


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(UnknownName):
        rows("judgements", "japan-russia", documents=["009"])
