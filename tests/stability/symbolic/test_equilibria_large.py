"""Conflicts of 32 options whose answers are known: small ones side by side, each enumerated."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from tests.stability.drawn import cases
from tests.stability.symbolic.joined import joined
from tests.stability.symbolic.pairs import ANSWERED, listed, stable

from detente.case import Case
from detente.stability import ConflictGraph, build_graph
from detente.stability.symbolic.compile import compile_set
from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.questions import backbone, nearest, projection
from detente.stability.symbolic.stays import holds, stays

EVERY = ["nash", *ANSWERED]
PARTS = 4


@cache
def parts(first: int) -> tuple[list[ConflictGraph], Case]:
    """Return four graphs of eight options and three parties, and their conflicts side by side."""
    drawn = list(cases(first + PARTS, 3, 8, 5))[first:]
    return [build_graph(case, "main") for case in drawn], joined(drawn)


def apart(graphs: list[ConflictGraph], code: int) -> list[int]:
    """Return the states of the parts that make a state of the whole."""
    codes = []
    for graph in graphs:
        codes.append(code & (1 << len(graph.options)) - 1)
        code >>= len(graph.options)
    return codes


@pytest.mark.parametrize("concept", EVERY)
def test_who_stays(concept):
    graphs, case = parts(0)
    equilibria, rng = build_set(case, "main", concept), np.random.default_rng(7)
    expected = [stable(graph, concept) for graph in graphs]
    seen = set()
    for _ in range(5):
        states = [graph.states[rng.integers(len(graph.states))] for graph in graphs]
        on = [f"{o[0]}{k}{o[1:]}" for k, state in enumerate(states) for o in state.on]
        for actor in equilibria.game.deciders:
            k = int(actor[1])
            i = graphs[k].deciders.index(actor[0])
            verdict = stays(equilibria, actor, on)
            assert verdict.stable == expected[k][i, states[k].code]
            seen.add(verdict.stable)
        every = all(e[:, s.code].all() for e, s in zip(expected, states, strict=True))
        assert holds(equilibria, on).holds == every
    assert seen == {True, False}


@pytest.mark.parametrize("concept", EVERY)
def test_what_equilibria_there_are(concept):
    graphs, case = parts(3)
    equilibria = build_set(case, "main", concept)
    every = [listed(graph, concept) for graph in graphs]
    answer = equilibria.equilibria(25)
    assert len(answer.states) == min(25, np.prod([len(one) for one in every]))
    for state in answer.states:
        assert all(c in one for c, one in zip(apart(graphs, state.code), every, strict=True))


@pytest.mark.parametrize("concept", EVERY)
def test_what_they_have_in_common_and_which_is_nearest(concept):
    graphs, case = parts(6)
    equilibria = build_set(case, "main", concept)
    every = [listed(graph, concept) for graph in graphs]
    assert all(every)
    far = nearest(equilibria)
    today = [graph.status_quo.code for graph in graphs]
    distances = [min((c ^ t).bit_count() for c in one) for one, t in zip(every, today, strict=True)]
    assert (far.at_least, len(far.changes)) == (sum(distances), sum(distances))
    fixed = {}
    for k, (graph, one) in enumerate(zip(graphs, every, strict=True)):
        for j, option in enumerate(graph.options):
            values = {bool(code >> j & 1) for code in one}
            if len(values) == 1:
                fixed[f"{option[0]}{k}{option[1:]}"] = values.pop()
    assert backbone(equilibria).fixed == fixed


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr"])
def test_the_whole_set_is_compiled_and_its_parts_are_those_known(concept):
    graphs, case = parts(9)
    equilibria = build_set(case, "main", concept)
    assert compile_set(equilibria).obtained.complete
    lemmas = equilibria.lemmas
    ends = np.cumsum([0, *(len(graph.options) for graph in graphs)])
    for graph, (start, end) in zip(graphs, pairwise(ends), strict=True):
        names = equilibria.game.options[start:end]
        values = projection(equilibria, names).values
        codes = {sum(1 << j for j, on in enumerate(row) if on) for row in values}
        assert codes == listed(graph, concept)
    assert equilibria.lemmas == lemmas


@pytest.mark.parametrize("concept", ["smr", "sseq", "nash"])
def test_where_one_part_has_none_the_whole_has_none(concept):
    hopeless = next(
        case for case in cases(50, 2, 3, 3) if not listed(build_graph(case, "main"), "smr")
    )
    whole = joined([*list(cases(3, 3, 8, 5)), hopeless])
    assert build_set(whole, "main", concept).equilibria(1).proven_none
