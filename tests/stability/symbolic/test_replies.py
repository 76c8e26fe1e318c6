"""One move of the others: every one that they have, none that they have not, and where it leads."""

from __future__ import annotations

import pytest
from tests.stability.plain import Plain
from tests.stability.symbolic.pairs import drawn_pairs

from detente.stability.symbolic.replies import Replies
from detente.stability.symbolic.solver import Clock


def after(conflict, i: int, s: int, *, gladly: bool) -> set[tuple[int, int]]:
    """Return the moves of all but i from a state, by the definitions."""
    moves = conflict.improvements if gladly else lambda j, s: conflict.moves[j][s]
    return {(j, t) for j in conflict.others(i) for t in moves(j, s)}


@pytest.mark.parametrize("gladly", [False, True])
def test_the_moves_of_the_others(gladly):
    many = 0
    for graph, nash in drawn_pairs(3, 5, 5, 10):
        conflict = Plain(nash.game.case, "main", nash.game.settings).game.conflict
        replies = Replies(nash.game, 0, gladly=gladly)
        for state in graph.states[::2]:
            found = set()
            asked = [*replies.before.at(state.code), replies.legal]
            with replies.solver.given() as new:
                while replies.solver.solve([*asked, new], Clock()):
                    who, end = replies.chosen()
                    found.add((who, end))
                    into = replies.after.at(end)
                    replies.circuit.clauses.append([-new, *(-a for a in into)])
            ends = {end for _, end in found if end != state.code}
            expected = after(conflict, 0, state.code, gladly=gladly)
            assert {m for m in found if m[1] != state.code} <= expected
            assert ends == {t for _, t in expected}
            many += len(ends)
    assert many > 50


def test_a_move_is_widened_to_all_states_from_which_it_leads_there():
    widened = 0
    for graph, nash in drawn_pairs(3, 6, 5, 10):
        conflict = Plain(nash.game.case, "main", nash.game.settings).game.conflict
        replies = Replies(nash.game, 0, gladly=True)
        for state in graph.states[::4]:
            at = replies.before.at(state.code)
            if not replies.solver.solve([*at, replies.legal], Clock()):
                continue
            who, end = replies.chosen()
            cube = frozenset(a for a in replies.before.at(end) if abs(a) - 1 in replies.bits)
            own = replies.own(state.code)
            wide = replies.widened(cube, own, Clock())
            assert wide <= set(at)
            for other in graph.states:
                if {*own, *wide} <= set(replies.before.at(other.code)):
                    moved = nash.game.moved(who, other.code, end)
                    assert moved in conflict.improvements(who, other.code)
                    assert cube <= set(replies.before.at(moved))
                    widened += other != state
    assert widened > 10


def test_what_cannot_be_taken_back():
    for graph, nash in drawn_pairs(3, 6, 5, 10):
        replies = Replies(nash.game, 1, gladly=False)
        others = [m for j, m in enumerate(graph.moves) if j != 1]
        for state in graph.states[::5]:
            kept = {bit + 1 for m in others for bit in m.up if state.code >> bit & 1}
            kept |= {-bit - 1 for m in others for bit in m.down if not state.code >> bit & 1}
            assert set(replies.lasting(state.code)) == kept
            assert {abs(a) - 1 for a in replies.own(state.code)} == set(graph.moves[1].bits)
