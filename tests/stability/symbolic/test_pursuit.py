"""A pursuit ends with a way or with a haven, each of which is checked by the definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.stability.plain import Plain
from tests.stability.symbolic.ladder import ladder
from tests.stability.symbolic.pairs import ANSWERED, drawn_pairs

from detente.stability import CONCEPTS
from detente.stability.concept import Concept
from detente.stability.definition import Conflict
from detente.stability.symbolic.game import Game, read_game
from detente.stability.symbolic.pursuit import Haven, Pursuit, Sanction
from detente.stability.symbolic.sanctions import Sanctions
from detente.stability.symbolic.solver import Clock, OutOfTime
from detente.stability.symbolic.zone import Cube

Step = Callable[[int, int], frozenset[int]]
Asked = tuple[Game, Conflict, Sanctions, int, int, int]


def asked(concept: Concept, many: int) -> Iterator[Asked]:
    """Yield a game, its sanctions against one mover, and a state that it might leave, for where."""
    for graph, nash in drawn_pairs(3, 6, 5, many):
        conflict = Plain(nash.game.case, "main", nash.game.settings).game.conflict
        for i in range(len(graph.deciders)):
            sanctions = Sanctions(nash.game, i, concept)
            for state in graph.states[i::5]:
                for start in sorted(conflict.improvements(i, state.code))[:2]:
                    yield nash.game, conflict, sanctions, i, state.code, start


def words(concept: Concept, conflict: Conflict) -> tuple[Step, Callable[[int, int, int], bool]]:
    """Return what the others may do, and what deters."""
    moves = conflict.improvements if concept.replies == "improvements" else None
    step = moves or (lambda j, s: conflict.moves[j][s])
    return step, conflict.binds if concept.countermoves else conflict.at_least


def has(code: int, cube: Cube) -> bool:
    """Return whether a state is in a cube."""
    return all((code >> abs(a) - 1 & 1) == (a > 0) for a in cube)


def shortest(
    conflict: Conflict, step: Step, i: int, start: int, good: Callable[[int], bool]
) -> int:
    """Return how many moves of the others it takes to a state that is good; -1 for no way."""
    seen, layer, moves = {start}, {start}, 0
    while layer:
        if any(good(s) for s in layer):
            return moves
        layer = {t for s in layer for j in conflict.others(i) for t in step(j, s)} - seen
        seen |= layer
        moves += 1
    return -1


@pytest.mark.parametrize("key", ANSWERED)
def test_a_way_leads_there_and_a_haven_is_never_left(key):
    concept, found = CONCEPTS[key], {"ways": 0, "havens": 0, "with cubes": 0}
    for game, conflict, sanctions, i, state, start in asked(concept, 10):
        step, deters = words(concept, conflict)
        answer = sanctions.search(start, game.value(i, state), Clock())
        if isinstance(answer, Sanction):
            here = start
            for j, to in answer.moves:
                assert j != i
                assert to in step(j, here)
                here = to
            assert deters(i, state, here)
            assert has(here, answer.why)
            found["ways"] += 1
            continue
        assert isinstance(answer, Haven)
        own = {s for s in conflict.states if game.moved(i, s, start) == s}
        safe = {s for s in own if not any(has(s, cube) for cube in answer.outside)}
        assert start in safe
        for s in safe:
            assert not deters(i, state, s)
            assert all(step(j, s) <= safe for j in conflict.others(i))
        found["havens"] += 1
        found["with cubes"] += bool(answer.outside)
    assert found["ways"] > 5
    assert found["havens"] > 5
    assert found["with cubes"] > 5 or concept.replies == "moves"


@pytest.mark.parametrize("key", ["smr", "seq"])
def test_what_is_said_of_the_number_of_moves_is_so(key):
    """Nothing is found up to a bound only if the shortest way is longer, or there is none."""
    concept, told = CONCEPTS[key], set()
    for game, conflict, sanctions, i, state, start in asked(concept, 6):
        step, deters = words(concept, conflict)
        least = shortest(conflict, step, i, start, lambda s, i=i, c=state, d=deters: d(i, c, s))
        for longest in (1, 2, None):
            answer = sanctions.search(start, game.value(i, state), Clock(), longest)
            assert sanctions.reached < least or least == -1
            if answer is None:
                assert sanctions.reached == longest
            else:
                assert isinstance(answer, Haven) == (least == -1)
            told.add((least, longest, type(answer).__name__))
    assert {(1, 1, "Sanction"), (-1, None, "Haven")} <= told


def test_a_search_leaves_no_trace():
    """The same questions again, in another order and cut short between, have the same answers."""
    concept = CONCEPTS["seq"]
    for game, _, sanctions, i, state, start in asked(concept, 4):
        value = game.value(i, state)
        first = sanctions.search(start, value, Clock())
        with pytest.raises(OutOfTime):
            sanctions.search(start, value, Clock(0.0))
        fresh = Sanctions(game, i, concept).search(start, value, Clock())
        again = sanctions.search(start, value, Clock())
        assert len({isinstance(answer, Haven) for answer in (first, fresh, again)}) == 1


def test_each_call_looks_one_move_further():
    game = read_game(ladder(6), "main")
    sanctions = Sanctions(game, 0, CONCEPTS["gmr"])
    pursuit = Pursuit(sanctions.replies, sanctions.zone, 1, game.value(0, 0), Clock())
    answers = [pursuit.further() for _ in range(6)]
    assert answers[:5] == [None] * 5
    assert [j for j, _ in answers[5].moves] == [1, 2, 1, 2, 1, 2]
