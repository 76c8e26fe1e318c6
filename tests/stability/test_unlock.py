"""Unlock against brute force: the smallest sets of edits, all of them, and proofs of none."""

from __future__ import annotations

import time
from itertools import combinations

import pytest
from tests.casebook.shipped import CASES, open_shipped
from tests.stability.drawn import World, drawn_case, hardest, only, worlds
from tests.stability.oracle import Oracle, told
from tests.stability.plain import Plain

from detente.errors import UsageError
from detente.stability import CLASSICAL, CONCEPTS, Concept, build_graph
from detente.stability.analysis import Analysis
from detente.stability.unlock import Kept, unlock

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def compare(
    world: World,
    concept: Concept,
    target: str,
    at_most: int = 2,
    by: tuple[str, ...] = (),
    keep: tuple[Kept, ...] = (),
) -> int | None:
    """Compare the search with brute force, and return the smallest number of edits."""
    plain, graph = world
    expected = Oracle(plain, concept).answer(target, by, at_most, keep)
    found = unlock(graph, target, concept, by=by, at_most=at_most, keep=keep)
    assert told(plain, graph, found) == expected, (plain.case, target, by, keep)
    assert found.complete
    assert found.proven_below == (at_most + 1 if found.edits is None else found.edits)
    return expected[0]


@every_concept
@pytest.mark.parametrize(
    ("deciders", "options", "longest", "count"), [(2, 3, 3, 40), (2, 4, 4, 20), (3, 4, 3, 14)]
)
def test_smallest_sets_are_those_found_by_trying_all(concept, deciders, options, longest, count):
    every = {
        compare(world, concept, hardest(world[0]))
        for world in worlds(count, deciders, options, longest)
    }
    assert every >= {0, 1, 2}, "the cases are too tame"


@every_concept
def test_a_target_of_many_states(concept):
    for world in worlds(40, 3, 4):
        for target in ("goal", "not goal"):
            if any(world[0].column(target)):
                compare(world, concept, target, at_most=1)


@every_concept
def test_only_those_named_change(concept):
    found = set()
    for world in worlds(12, 3, 4, 3):
        deciders = world[0].deciders
        for by in [c for size in (1, 2) for c in combinations(deciders, size)]:
            found.add(compare(world, concept, hardest(world[0]), by=by))
    assert found >= {0, 1, 2, None}


@every_concept
def test_statements_kept_are_neither_changed_nor_outranked(concept):
    found = set()
    for world in worlds(20, 2, 4, 3):
        plain = world[0]
        first = (plain.deciders[0], 1)
        last = (plain.deciders[1], len(plain.orders[1]))
        for keep in ((first,), (last,), (first, last)):
            found.add(compare(world, concept, hardest(plain), keep=keep))
    assert found >= {0, 1, 2, None}


@pytest.mark.parametrize(
    ("seed", "deciders", "options"), [(17, 2, 3), (20, 2, 4), (130, 3, 3), (307, 3, 3)]
)
def test_an_answer_that_is_credible_and_one_that_binds_are_not_enough(seed, deciders, options):
    """Each improvement meets both kinds of answer, one of them by two different states."""
    case = drawn_case(seed, deciders, options, 4)
    assert case is not None
    plain, graph = Plain(case), build_graph(case, "main")
    at = {key: {e.state for e in Analysis(graph).equilibria(key)} for key in ("seq", "smr", "sseq")}
    found = (at["seq"] & at["smr"]) - at["sseq"]
    assert found
    for state in found:
        target = only(plain, state.code)
        assert compare((plain, graph), CONCEPTS["sseq"], target) != 0


def shipped(case: str, model: str) -> World:
    return Plain(open_shipped(case), model), build_graph(open_shipped(case), model)


@pytest.mark.parametrize("case", CASES)
def test_every_outcome_of_the_small_shipped_models(case):
    for model in open_shipped(case).models:
        world = shipped(case, model)
        if len(world[1].states) <= 64:
            for outcome in world[1].option_model.outcomes:
                for concept in CLASSICAL.values():
                    compare(world, concept, outcome, at_most=3)


@pytest.mark.slow
@pytest.mark.parametrize("concept", ["nash", "seq"])
def test_what_the_flagship_says_of_a_two_island_treaty_by_trying_every_set(concept):
    """No three edits by Tokyo and Washington do it; three do if Moscow keeps its guard."""
    world = shipped("japan-russia", "treaty-menu")
    rest = (CONCEPTS[concept], "two_islands", 3)
    assert compare(world, *rest, by=("jp", "us")) is None
    assert compare(world, *rest, keep=(("ru", 2),)) == 3


@pytest.mark.slow
@every_concept
@pytest.mark.parametrize(
    ("deciders", "options", "longest", "at_most", "count"),
    [(1, 3, 4, 3, 60), (2, 3, 3, 3, 150), (3, 3, 3, 3, 60), (2, 4, 4, 3, 25), (3, 5, 4, 2, 60)],
)
def test_more_edits_and_larger_models(concept, deciders, options, longest, at_most, count):
    for world in worlds(count, deciders, options, longest):
        target = hardest(world[0])
        compare(world, concept, target, at_most)
        compare(world, concept, target, at_most, keep=((world[0].deciders[0], 1),))


def test_a_target_that_holds_takes_no_edit():
    graph = build_graph(open_shipped("japan-russia"), "2016-12")
    found = unlock(graph, "drift", CONCEPTS["seq"], by=["jp"])
    assert (found.edits, found.complete) == (0, True)
    assert [(s.edits, s.actors, s.states) for s in found.solutions] == [
        ((), (), (graph.status_quo,))
    ]


@pytest.fixture
def graph():
    return build_graph(open_shipped("japan-russia"), "treaty-menu")


@pytest.mark.parametrize(
    ("target", "arguments", "said"),
    [
        ("jp.t0 and jp.t2", {}, "no feasible state meets the target"),
        ("jp.t0 and", {}, "ends where an id was expected"),
        ("jp.t9", {}, "did you mean `jp.t"),
        ("two_islands", {"by": ["jpn"]}, "did you mean `jp`"),
        ("two_islands", {"keep": [("us", 3)]}, "1 to 2"),
        ("two_islands", {"keep": [("us", 0)]}, "1 to 2"),
        ("two_islands", {"keep": [("fr", 1)]}, "unknown decision maker"),
    ],
)
def test_what_cannot_be_asked(graph, target, arguments, said):
    with pytest.raises(UsageError, match=said):
        unlock(graph, target, CONCEPTS["nash"], **arguments)


def steps_of(world: World) -> list[tuple[int, int, int]]:
    """Return what progress a search is told to make: edits, states done, states in all."""
    steps: list[tuple[int, int, int]] = []
    limits = {"at_most": 2, "progress": lambda *step: steps.append(step)}
    unlock(world[1], hardest(world[0]), CONCEPTS["seq"], **limits)
    return steps


def test_progress_counts_states_up_for_each_number_of_edits():
    seen = set()
    for world in worlds(60, 3, 4):
        steps = steps_of(world)
        assert [edits for edits, _, _ in steps] == sorted(edits for edits, _, _ in steps)
        for edits in range(3):
            own = [(done, of) for e, done, of in steps if e == edits]
            assert own == [(done + 1, len(own)) for done in range(len(own))]
            seen |= {edits} if own else set()
    assert seen == {0, 1, 2}


class Clock:
    """Stands still until so many steps are done; then the time is up."""

    def __init__(self, steps: int) -> None:
        self.left, self.started = steps, False

    def monotonic(self) -> float:
        up, self.started = self.started and self.left <= 0, True
        return 9.0 if up else 0.0

    def step(self, *_: int) -> None:
        self.left -= 1


def test_a_search_that_is_stopped_claims_no_proof(monkeypatch):
    """Stop it after so many steps; it then says what it has looked through, and no more."""
    stopped_at = set()
    for world in worlds(60, 3, 4):
        full = steps_of(world)
        for k, (edits, _, _) in enumerate(full):
            clock = Clock(k)
            monkeypatch.setattr("detente.stability.unlock.time", clock)
            limits = {"at_most": 2, "seconds": 5, "progress": clock.step}
            found = unlock(world[1], hardest(world[0]), CONCEPTS["seq"], **limits)
            assert (found.complete, found.edits, found.solutions) == (False, None, ())
            assert (full[k - 1][0] if k else 0) <= found.proven_below <= edits
            stopped_at.add(found.proven_below)
    assert stopped_at == {0, 1, 2}


def test_no_time_at_all_is_no_proof(graph):
    found = unlock(graph, "two_islands", CONCEPTS["nash"], by=["jp"], seconds=0)
    assert (found.complete, found.edits, found.solutions) == (False, None, ())
    assert found.proven_below == 0


def test_whose_change_is_looked_for(graph):
    found = unlock(graph, "two_islands", CONCEPTS["nash"], by=["US", "jp", "jp"], at_most=1)
    assert (found.by, found.edits, found.complete) == (("jp", "us"), None, True)
    assert unlock(graph, "two_islands", CONCEPTS["nash"]).by == ("jp", "ru", "us")


def test_solutions_come_in_order_and_name_statements_as_the_case_does(graph):
    found = unlock(graph, "two_islands", CONCEPTS["seq"])
    assert list(found.solutions) == sorted(found.solutions, key=lambda s: s.edits)
    said = {(e.operation, e.position, e.statement) for s in found.solutions for e in s.edits}
    assert ("reverse", 2, "not ru.t2 if not carve_out") in said
    assert all((operation == "add") == (position == 0) for operation, position, _ in said)


def test_additions_in_another_order_are_another_solution():
    """What is put on top last may undo what stands below it, so both orders are listed."""
    for world in worlds(200, 1, 3, 2):
        found = unlock(world[1], hardest(world[0]), CONCEPTS["nash"], at_most=3)
        pairs = [s.edits for s in found.solutions if [e.operation for e in s.edits] == ["add"] * 2]
        if any(pair[::-1] in pairs for pair in pairs):
            return
    pytest.fail("no such case was drawn")


def test_three_edits_on_a_model_of_2304_states_are_ruled_out_at_once():
    graph = build_graph(open_shipped("japan-russia"), "2016-12")
    begun = time.process_time()
    found = unlock(graph, "two_islands", CONCEPTS["seq"], by=["jp", "us"], at_most=3)
    assert (found.edits, found.complete) == (None, True)
    assert time.process_time() - begun < 10
