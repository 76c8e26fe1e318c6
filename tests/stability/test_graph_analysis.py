"""The analysis of models in graph form: the rule of succession, witnesses, ways from today."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casebook.shipped import open_shipped
from tests.contracts.games import once_each, sketch
from tests.contracts.graph_games import as_defined, drawn_graph

from detente.errors import UnknownName, UsageError
from detente.kernels.arcs import arcs_from
from detente.stability import CLASSICAL, CONCEPTS, concept_named
from detente.stability.definition import Conflict, joint_moves
from detente.stability.game import Game, Ranked
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_form import GraphForm, NamedState, graph_form


def analysis_of(game: Game, today: int = 0) -> GraphAnalysis:
    """The analysis of a game whose states are called as its labels are."""
    states = tuple(NamedState(k, (), name) for k, name in enumerate(game.labels))
    return GraphAnalysis(GraphForm("drawn", "main", "Drawn", game, states, states[today]))


def made(ranks: Sequence[Sequence[int]], *arcs: Sequence[tuple[int, int]]) -> GraphAnalysis:
    size = len(ranks[0])
    game = Game(
        tuple("abcd"[: len(ranks)]),
        tuple(f"s{k}" for k in range(size)),
        tuple(arcs_from(own, size) for own in arcs),
        tuple(Ranked(np.array(own)) for own in ranks),
    )
    return analysis_of(game)


def freely(group: Sequence[int], start: int, step) -> frozenset[int]:
    """Where a group gets if one may move twice in succession: the other known error."""
    found, pending = set(), [start]
    while pending:
        q = pending.pop()
        for t in {t for j in group for t in step(j, q)} - found:
            found.add(t)
            pending.append(t)
    return frozenset(found)


def with_rule(conflict: Conflict, rule) -> Conflict:
    """The conflict under another rule of what a joint move is."""

    class Other(Conflict):
        def replies(self, i: int, s: int) -> frozenset[int]:
            return rule(self.others(i), s, lambda j, q: self.moves[j][q])

        def gladly(self, i: int, s: int) -> frozenset[int]:
            return rule(self.others(i), s, self._gladly)

    return Other(conflict.states, conflict.moves, conflict.ranks)


# The rule of succession -------------------------------------------------------------------

A_LEAVES, B, C = [(0, 1)], [(1, 2), (3, 4)], [(2, 3)]
AGAIN = [[1, 2, 2, 2, 0], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]], A_LEAVES, B, C
"""b, then c, then b again: only the third step hurts a."""
TWICE = [[1, 2, 2, 0], [0, 1, 2, 3], [0, 0, 0, 0]], [(0, 1)], [(1, 2), (2, 3)], []
"""b would have to move twice in succession to hurt a."""


@pytest.mark.parametrize("concept", ["gmr", "smr", "seq", "sseq"])
def test_one_may_move_again_but_not_twice_in_succession(concept: str) -> None:
    again, twice = made(*AGAIN), made(*TWICE)
    member = CONCEPTS[concept]
    assert again.stable(member)[0, 0]
    assert not twice.stable(member)[0, 0]
    conflict = sketch(*AGAIN)
    assert member.holds(with_rule(conflict, joint_moves), 0, 0)
    assert not member.holds(with_rule(conflict, once_each), 0, 0), "a second move is forbidden"
    conflict = sketch(*TWICE)
    assert not member.holds(with_rule(conflict, joint_moves), 0, 0)
    assert member.holds(with_rule(conflict, freely), 0, 0), "twice in succession is allowed"


def test_the_sanction_names_who_moves_again() -> None:
    verdict = made(*AGAIN).verdict(CONCEPTS["seq"], "a", NamedState(0, (), "s0"))
    (answer,) = verdict.answers
    assert [(m.actor, str(m.to)) for m in answer.sanction] == [
        ("b", "s2"),
        ("c", "s3"),
        ("b", "s4"),
    ]
    unanswered = made(*TWICE).verdict(CONCEPTS["seq"], "a", NamedState(0, (), "s0"))
    assert [(str(a.improvement), a.deterred) for a in unanswered.answers] == [("s1", False)]


def test_both_wrong_rules_differ_on_random_games_without_transitive_moves() -> None:
    rng = np.random.default_rng(1)
    wrong = {"once each": 0, "freely": 0}
    for _ in range(60):
        game = drawn_graph(rng, 4, 6)
        conflict = game.conflict()
        for name, rule in (("once each", once_each), ("freely", freely)):
            other = with_rule(conflict_of_ranks(conflict), rule)
            found = [[CONCEPTS["seq"].holds(other, i, s) for s in range(6)] for i in range(4)]
            wrong[name] += not np.array_equal(found, CONCEPTS["seq"].stable(game))
    assert min(wrong.values()) > 3, wrong


def conflict_of_ranks(conflict: Conflict) -> Conflict:
    return Conflict(conflict.states, conflict.moves, conflict.ranks)


def test_the_smallest_counter_example_of_sequential_stability_as_a_graph() -> None:
    """Three parties with one option each: state k is 1 + the binary value of the options taken."""
    orders = ["84576231", "75624183", "64281573"]
    ranks = [[8 - order.index(str(k)) for k in range(1, 9)] for order in orders]
    arcs = [[(s, s ^ 1 << i) for s in range(8)] for i in range(3)]
    analysis = made(ranks, *arcs)
    held = [int(str(e.state)[1:]) + 1 for e in analysis.equilibria(CONCEPTS["seq"])]
    assert held == [2, 4, 6, 7]
    once = with_rule(sketch(ranks, *arcs), once_each)
    wrong = [s + 1 for s in range(8) if all(CONCEPTS["seq"].holds(once, i, s) for i in range(3))]
    assert wrong == [2, 6, 7]


# Kernel, definition and witness -----------------------------------------------------------


@pytest.mark.parametrize("concept", CLASSICAL)
@pytest.mark.parametrize(("deciders", "states"), [(1, 5), (2, 7), (3, 7), (4, 6), (5, 5)])
def test_what_holds_is_what_is_defined(concept: str, deciders: int, states: int) -> None:
    rng = np.random.default_rng([2, deciders])
    member, seen = CONCEPTS[concept], set()
    for number in range(25):
        game = drawn_graph(rng, deciders, states)
        expected = as_defined(member, game.conflict(), game.deciders)
        assert np.array_equal(analysis_of(game).stable(member), expected), number
        seen |= set(expected.ravel().tolist())
    assert seen == {True, False}


SIZE = 4
pairs = st.sets(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=8)
wants = st.lists(st.integers(0, 2), min_size=SIZE, max_size=SIZE)
parties = st.lists(st.tuples(wants, pairs), min_size=1, max_size=4)


@given(parties)
@settings(deadline=None, max_examples=100)
def test_on_games_that_shrink(found) -> None:
    ranks, arcs = [list(own) for own, _ in found], [sorted(own) for _, own in found]
    analysis, conflict = (
        made(ranks, *arcs),
        sketch(ranks, *([a for a in own if a[0] != a[1]] for own in arcs)),
    )
    for concept in CLASSICAL.values():
        expected = [[concept.holds(conflict, i, s) for s in range(SIZE)] for i in range(len(ranks))]
        assert analysis.stable(concept).tolist() == expected


@pytest.mark.parametrize("concept", CLASSICAL)
def test_a_verdict_shows_every_improvement_and_a_legal_sanction_of_those_deterred(
    concept: str,
) -> None:
    member, rng, seen = CONCEPTS[concept], np.random.default_rng(3), set()
    for _ in range(15):
        analysis = analysis_of(drawn_graph(rng, 3, 6))
        for i, name in enumerate(analysis.form.deciders):
            for state in analysis.form.states:
                verdict = analysis.verdict(member, name, state)
                assert verdict.stable == analysis.stable(member)[i, state.code]
                better = analysis.game.tempting[i].of(state.code).tolist()
                assert [a.improvement.code for a in verdict.answers] == better
                for answer in verdict.answers:
                    assert_sanction(analysis, member, i, state.code, answer)
                    seen.add(answer.deterred)
    assert seen == ({False} if concept == "nash" else {True, False})


def assert_sanction(analysis: GraphAnalysis, concept, i: int, before: int, answer) -> None:
    conflict = analysis.game.conflict()
    gladly = concept.replies == "improvements"
    replies = {"none": frozenset(), "moves": conflict.replies(i, answer.improvement.code)}
    reached = conflict.gladly(i, answer.improvement.code) if gladly else replies[concept.replies]
    binds = conflict.binds if concept.countermoves else conflict.at_least
    assert answer.deterred == any(binds(i, before, q) for q in reached)
    at, last = answer.improvement.code, i
    for move in answer.sanction:
        j = analysis.form.deciders.index(move.actor)
        assert j not in (i, last)
        arcs = analysis.game.improving if gladly else analysis.game.arcs
        assert move.to.code in arcs[j].of(at)
        at, last = move.to.code, j
    if answer.sanction:
        assert binds(i, before, at)


@pytest.mark.parametrize("concept", ["policy", "mr:3", "berge", "lcc:2", "a=nash,seq"])
def test_other_concepts_tell_what_they_foresee(concept: str) -> None:
    member, rng = concept_named(concept), np.random.default_rng(4)
    for _ in range(6):
        analysis = analysis_of(drawn_graph(rng, 3, 5))
        for i, name in enumerate(analysis.form.deciders):
            for state in analysis.form.states:
                verdict = analysis.verdict(member, name, state)
                assert verdict.stable == analysis.stable(member)[i, state.code]
                assert verdict.concept == member.of(analysis.form.deciders)[i].key


def test_the_status_quo_itself_counts_as_a_sanction_if_replies_lead_back_to_it() -> None:
    """The corner case of common moves: a and b can both undo what a did, and s0 is as good as s0."""
    back = made([[0, 1], [1, 0]], [(0, 1), (1, 0)], [(1, 0)])
    assert back.stable(CONCEPTS["gmr"]).tolist() == [[True, True], [True, True]]
    assert back.stable(CONCEPTS["seq"])[0, 0]
    (answer,) = back.verdict(CONCEPTS["seq"], "a", back.form.states[0]).answers
    assert [str(m.to) for m in answer.sanction] == ["s0"]


# Ways from today --------------------------------------------------------------------------


def test_ways_from_today_are_improvements_and_nobody_takes_two_in_succession() -> None:
    rng = np.random.default_rng(5)
    for _ in range(40):
        analysis = analysis_of(drawn_graph(rng, 3, 7), today=int(rng.integers(7)))
        conflict, today = analysis.game.conflict(), analysis.form.status_quo
        reached = joint_moves(range(3), today.code, conflict.improvements)
        assert {s.code for s in analysis.paths} == {today.code, *reached}
        assert analysis.paths[today] == ()
        for state, path in analysis.paths.items():
            at, last = today.code, ""
            for move in path:
                assert move.actor != last
                i = analysis.form.deciders.index(move.actor)
                assert move.to.code in conflict.improvements(i, at)
                at, last = move.to.code, move.actor
            assert at == state.code


def test_one_party_alone_takes_one_step() -> None:
    steps = made([[0, 1, 2], [0, 0, 0]], [(0, 1), (1, 2)], [])
    assert [str(s) for s in steps.paths] == ["s0", "s1"]
    (nash,) = steps.equilibria(CONCEPTS["nash"])
    assert (str(nash.state), nash.reachable) == ("s2", False)
    helped = made([[0, 1, 1, 2], [0, 0, 1, 0]], [(0, 1), (2, 3)], [(1, 2)])
    assert [(m.actor, str(m.to)) for m in helped.paths[helped.form.states[3]]] == [
        ("a", "s1"),
        ("b", "s2"),
        ("a", "s3"),
    ]


def test_elmira_from_its_file() -> None:
    analysis = GraphAnalysis(graph_form(open_shipped("elmira-1991"), "literature"))
    found = {e.state.id: e for e in analysis.equilibria(CONCEPTS["nash"])}
    assert {name: e.reachable for name, e in found.items()} == {
        "s5": True,
        "s8": False,
        "s9": False,
    }
    assert [(m.actor, str(m.to)) for m in found["s5"].path] == [("lg", "s5")]
    assert analysis.holds(CONCEPTS["gmr"], analysis.form.status_quo)
    assert not analysis.holds(CONCEPTS["seq"], analysis.form.status_quo)


def test_what_is_refused() -> None:
    analysis = GraphAnalysis(graph_form(open_shipped("elmira-1991"), "literature"))
    with pytest.raises(UnknownName, match="unknown decision maker"):
        analysis.verdict(CONCEPTS["nash"], "epa", analysis.form.status_quo)
    with pytest.raises(UsageError, match="in option form only"):
        analysis.equilibria(CONCEPTS["sim"])
