"""Non-myopic stability: what holds for good, and what comes and goes."""

from tests.contracts.games import sketch

from detente.stability.concepts.lh import MEMBER as LIMITED
from detente.stability.concepts.nm import MEMBER

RING = [(0, 1), (2, 3)], [(1, 2), (3, 0)]


def test_what_comes_and_goes_is_not_stable():
    ring = sketch([[0, 3, 1, 2], [2, 0, 3, 1]], *RING)
    assert [LIMITED.at(h).holds(ring, 0, 2) for h in (20, 21)] == [True, False]
    assert not MEMBER.holds(ring, 0, 2)


def test_what_settles_is_what_it_settles_to():
    """Looking one move ahead 0 is left for 1; further ahead that is answered, for good."""
    conflict = sketch([[1, 2, 0], [0, 0, 1]], [(0, 1)], [(1, 2)])
    assert not LIMITED.at(1).holds(conflict, 0, 0)
    assert MEMBER.holds(conflict, 0, 0)
    assert not MEMBER.holds(sketch([[1, 2, 2], [0, 0, 1]], [(0, 1)], [(1, 2)]), 0, 0)
