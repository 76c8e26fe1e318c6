"""The definitions of foresight themselves, on games small enough to follow by hand."""

from itertools import islice

import pytest
from tests.contracts.games import sketch

from detente.errors import UsageError
from detente.stability.foresight_definitions import (
    answered,
    as_one,
    each_for_itself,
    expected_among,
    expected_by_two,
)

# a: 0 to 1; b: 1 to 2; a: 2 to 3; b: 3 to 4
CHAIN = [(0, 1), (2, 3)], [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    ("ranks", "answers"),
    [
        ([1, 2, 2, 2, 2], [False, False, False, False, False]),
        ([1, 2, 0, 0, 0], [False, True, True, True, True]),
        ([1, 2, 0, 2, 2], [False, True, False, False, False]),
        ([1, 2, 0, 2, 0], [False, True, False, True, True]),
    ],
)
def test_an_answer_may_be_undone_and_redone(ranks, answers):
    conflict = sketch([ranks, [0, 1, 2, 3, 4]], *CHAIN)
    assert [answered(conflict, 0, 0, 1, m, credible=False) for m in range(5)] == answers


def test_a_credible_answer_pays():
    grudging = sketch([[1, 2, 0, 0, 0], [0, 1, 0, 0, 0]], *CHAIN)
    assert answered(grudging, 0, 0, 1, 1, credible=False)
    assert not answered(grudging, 0, 0, 1, 1, credible=True)


def test_a_mover_goes_where_it_ends_best():
    conflict = sketch([[1, 0, 0, 2, 2], [0, 1, 2, 2, 3]], *CHAIN)
    first, second, third, fourth, fifth = islice(expected_by_two(conflict), 5)
    assert first == [{s: {s} for s in range(5)}] * 2
    assert (second[0][0], second[0][2], second[1][1]) == ({0}, {3}, {2})
    assert third[0][0] == {0}
    assert fourth[0][0] == {3}
    assert fifth[0][0] == {4}


def test_every_end_that_ties_allow():
    conflict = sketch([[0, 1, 1, 0], [0, 0, 0, 0]], [(0, 1), (0, 2), (0, 3)], [])
    ends = next(islice(expected_by_two(conflict), 1, None))
    assert ends[0][0] == {1, 2}
    assert ends[0][1] == {1}


def test_a_coalition_as_one_and_each_for_itself():
    ranks = [[0] * 5, [1, 2, 3, 0, 2], [1, 3, 2, 2, 2]]
    arcs = [], [(0, 1), (0, 2), (0, 4)], [(0, 3)]
    conflict, ends = sketch(ranks, *arcs), {t: t for t in (1, 2, 3, 4)}
    assert as_one(conflict, 0, 0, ends) == {1, 2}  # 4 is beaten by both, 3 costs the first
    assert each_for_itself(conflict, 0, 0, ends) == {1, 2}
    assert each_for_itself(conflict, 0, 0, {3: 3, 4: 4}) == {3, 4}
    assert as_one(conflict, 0, 0, {3: 3}) == set()
    assert each_for_itself(conflict, 0, 0, {3: 1}) == {
        1
    }  # whoever moves, it is the end that counts
    assert each_for_itself(conflict, 0, 0, {1: 3}) == set()  # who gains from 3 cannot move to 1


def test_others_answer_together():
    ranks = [[1, 2, 2, 0], [0, 0, 0, 1], [0, 0, 0, 1]]
    conflict = sketch(ranks, [(0, 1)], [(1, 2)], [(2, 3)])
    assert expected_among(conflict, 0, 0, as_one) == {s: {s} for s in range(4)}
    assert expected_among(conflict, 0, 1, as_one)[0] == {1}
    assert expected_among(conflict, 0, 2, as_one)[0] == {0}


def test_what_is_needed():
    with pytest.raises(UsageError, match="defined for two decision makers: found `3`"):
        next(expected_by_two(sketch([[0], [0], [0]], [], [], [])))
    vague = sketch([[0], [0]], [], [])
    object.__setattr__(vague, "ranks", [{}, {}])
    with pytest.raises(UsageError, match="every state must have a rank"):
        next(expected_by_two(vague))
    with pytest.raises(UsageError, match="every state must have a rank"):
        expected_among(vague, 0, 1, as_one)
