"""What a group could gain together: by its own moves, and at all."""

import pytest
from tests.judgement.asked import rows


@pytest.mark.parametrize(
    ("case", "group", "own", "at_all"),
    [
        ("prisoners-dilemma", ["row", "column"], 1, 1),
        ("prisoners-dilemma", ["row"], 0, 2),
        ("chicken", ["column", "row"], 3, 3),
    ],
)
def test_gains(case, group, own, at_all):
    (found,) = rows("joint", case, model="main", group=group)
    assert found == {"model": "main", "group": group, "by_own_moves": own, "at_all": at_all}
