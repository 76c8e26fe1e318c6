"""The event index asked about by a case."""

from __future__ import annotations

import pytest
from tests.judgement.asked import rows

from detente.errors import UsageError


def test_means_with_their_counts() -> None:
    (found,) = rows("event_index", "japan-russia", **{"from": "2016", "to": "2018"})
    assert (found["jp_ru"], found["jp_ru.count"]) == (6.0, 1)
    assert (found["ru_jp"], found["ru_jp.count"]) == (-3.7, 6)
    assert (found["joint"], found["all"], found["all.count"]) == (4.5, 0.2, 11)


def test_another_pair_and_an_empty_one() -> None:
    given = {"from": "2000", "to": "2018", "between": ["cn", "ru"]}
    (found,) = rows("event_index", "japan-russia", **given)
    assert (found["cn_ru"], found["ru_cn"], found["ru_cn.count"]) == (5.0, None, 0)


def test_an_unknown_actor_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown actor"):
        rows(
            "event_index", "japan-russia", **{"from": "2000", "to": "2018", "between": ["jp", "zz"]}
        )
