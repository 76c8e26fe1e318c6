"""Lanes: no two lines lie on each other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from detente.report.figures.lanes import lanes

ROWS = st.sets(st.integers(1, 12), min_size=2).map(sorted)


@given(st.dictionaries(st.integers(0, 30), ROWS, max_size=14))
def test_lines_of_one_lane_share_no_stretch(spans: dict[int, list[int]]) -> None:
    found = lanes(spans)
    assert set(found) == set(spans)
    for a, b in combinations(spans, 2):
        if found[a] == found[b]:
            assert spans[a][-1] <= spans[b][0] or spans[b][-1] <= spans[a][0]


@given(st.dictionaries(st.integers(0, 30), ROWS, min_size=1, max_size=14))
def test_no_more_lanes_than_needed_by_the_shortest_and_none_is_empty(
    spans: dict[int, list[int]],
) -> None:
    found = lanes(spans)
    assert set(found.values()) == set(range(max(found.values()) + 1))
    shortest = min(spans, key=lambda k: spans[k][-1] - spans[k][0])
    assert found[shortest] == 0


def test_a_line_may_end_where_another_begins() -> None:
    assert lanes({"a": [1, 2], "b": [2, 4]}) == {"a": 0, "b": 0}
    assert lanes({"a": [1, 3], "b": [2, 4]}) == {"a": 0, "b": 1}
    assert lanes({}) == {}
