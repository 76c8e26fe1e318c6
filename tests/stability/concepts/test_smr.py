"""Symmetric metarationality: the answer must survive the best counter-move."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.gmr import MEMBER as GMR
from detente.stability.concepts.smr import MEMBER

SANCTION, ESCAPE = (1, 2), (2, 3)


@pytest.mark.parametrize(
    ("ranks", "mine", "theirs", "stable"),
    [
        ([1, 2, 0, 3], [(0, 1)], [SANCTION], True),  # no counter-move at all
        ([1, 2, 0, 3], [(0, 1), ESCAPE], [SANCTION], False),
        ([1, 2, 0, 1], [(0, 1), ESCAPE], [SANCTION], True),  # back to as good as before
        ([1, 2, 0, 3, 0], [(0, 1), ESCAPE], [SANCTION, (1, 4)], True),  # another answer binds
        ([1, 2, 3, 0], [(0, 1)], [SANCTION], False),  # no sanction to begin with
        ([1, 2, 3, 0], [(0, 1), ESCAPE], [SANCTION], False),  # nor one by its own fault
    ],
)
def test_a_sanction_binds_if_there_is_no_way_out(ranks, mine, theirs, stable):
    conflict = sketch([ranks, [0] * len(ranks)], mine, theirs)
    assert MEMBER.holds(conflict, 0, 0) is stable
    assert GMR.holds(conflict, 0, 0) or not stable


def test_others_do_not_answer_the_counter_move():
    conflict = sketch([[1, 2, 0, 3, 0], [0] * 5], [(0, 1), ESCAPE], [SANCTION, (3, 4)])
    assert not MEMBER.holds(conflict, 0, 0)
