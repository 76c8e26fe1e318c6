"""Coalition stability in graph form, where moves need not be transitive; the rest is a contract."""

from tests.contracts.games import sketch

from detente.stability.coalition_definitions import (
    cgmr,
    coalition_improvements,
    coalition_moves,
    coalition_replies,
    coalitions_among,
    cseq,
    csmr,
)


def test_every_coalition_once():
    assert len(set(coalitions_among(range(4)))) == 2**4 - 1
    assert list(coalitions_among([])) == []


def test_nobody_moves_twice_in_succession():
    conflict = sketch([[0, 1, 2], [0, 0, 0]], [(0, 1), (1, 2)], [])
    assert coalition_moves(conflict, [0, 1], 0) == {1}
    assert coalition_improvements(conflict, [0], 0) == {1}


def test_no_coalition_replies_twice_in_succession():
    """From 0 the same coalition would have to go on from 1."""
    conflict = sketch([[0, 1, 2], [0, 0, 0]], [(0, 1), (1, 2)], [])
    assert coalition_replies(conflict, [0], 0) == {1}
    assert coalition_replies(conflict, [0, 1], 0) == {1}


def test_a_coalition_prefers_only_what_every_member_prefers():
    conflict = sketch([[0, 1, 1], [0, 0, 1]], [(0, 1), (0, 2)], [])
    assert coalition_improvements(conflict, [0], 0) == {1, 2}
    assert coalition_improvements(conflict, [0, 1], 0) == {2}


def test_each_step_of_a_reply_is_judged_from_where_it_is_taken():
    """1 would step 0 -> 1 and 2 then 1 -> 2, though 1 ends worse than it began."""
    conflict = sketch([[1, 2, 0], [0, 0, 1]], [(0, 1)], [(1, 2)])
    assert coalition_replies(conflict, [0, 1], 0) == {1, 2}


def test_another_member_may_be_the_one_that_a_counter_move_leaves_no_better_off():
    """{1, 2} go 0 -> 1, 3 answers 1 -> 2 and hurts 1; from 2 they get only to 3, which hurts 2."""
    ranks = [[1, 2, 0, 2], [1, 2, 2, 1], [0, 0, 0, 0]]
    conflict = sketch(ranks, [(0, 1), (2, 3)], [], [(1, 2)])
    assert cgmr(conflict, [0, 1], 0)
    assert csmr(conflict, [0, 1], 0)
    assert not cseq(conflict, [0, 1], 0)
    assert not csmr(conflict, [0], 0)
