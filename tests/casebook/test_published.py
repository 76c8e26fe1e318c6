"""Published results of the shipped cases, reproduced by kernel and by definition."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from tests.casebook.shipped import CASES, game_of, open_shipped
from tests.contracts.games import Game, by_definition, by_kernel, equilibria

from detente.case.model import Published
from detente.stability import CLASSICAL, CONCEPTS, ConflictGraph, build_graph
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_form import graph_form

every_case = pytest.mark.parametrize("case", CASES)


def models_of(
    case: str, at_least: int = 1, at_most: int = 64
) -> Iterator[tuple[Game, ConflictGraph]]:
    """Yield the models of a case that have so many feasible states."""
    for model in open_shipped(case).models:
        graph = build_graph(open_shipped(case), model)
        if at_least <= graph.feasible.sum() <= at_most:
            yield game_of(case, model), graph


def published(case: str) -> Iterator[tuple[Game, ConflictGraph, Published]]:
    """Yield each result that a publication reports for a model of the case."""
    for game, graph in models_of(case, at_most=1 << 20):
        for result in graph.option_model.published:
            yield game, graph, result


def codes(graph: ConflictGraph, outcome: str) -> list[int]:
    return [int(s) for s in np.flatnonzero(graph.where(outcome))]


@pytest.mark.parametrize("form", [by_kernel, by_definition])
@every_case
def test_the_equilibria_are_those_published(form, case):
    for game, graph, result in published(case):
        held = set(equilibria(form(CONCEPTS[result.concept], game), game))
        for outcome in graph.option_model.outcomes:
            found = {s in held for s in codes(graph, outcome)}
            assert found == {outcome in result.outcomes}, (graph.model, result.concept, outcome)


@every_case
def test_outcomes_of_published_models_part_the_feasible_states(case):
    """Else states that no outcome names would go unchecked."""
    for _, graph, _ in published(case):
        cover = np.sum([graph.where(o) for o in graph.option_model.outcomes], axis=0)
        assert (cover == graph.feasible).all()


@every_case
def test_a_case_with_published_results_has_them_for_the_classical_concepts(case):
    concepts = {result.concept for _, _, result in published(case)}
    assert not concepts or concepts >= {"nash", "gmr", "smr", "seq"}


def test_five_classical_cases_are_checked():
    assert sum(1 for case in CASES if any(published(case))) >= 5


@every_case
def test_kernel_and_definition_agree_on_shipped_models(case):
    for game, graph in models_of(case):
        for concept in CLASSICAL.values():
            same = np.equal(by_kernel(concept, game), by_definition(concept, game))
            assert same.all(), (graph.model, concept.key)


@pytest.mark.slow
@every_case
def test_kernel_and_definition_agree_on_a_sample_of_larger_models(case):
    for game, graph in models_of(case, at_least=65, at_most=1000):
        sample = np.random.default_rng(0).permutation(len(game.states))[:12].tolist()
        for concept in CLASSICAL.values():
            for (i, k), stable in np.ndenumerate(by_kernel(concept, game)[:, sample]):
                holds = concept.holds(game.conflict, i, game.states[sample[k]])
                assert stable == holds, (graph.model, concept.key, i, k)


@every_case
def test_the_graph_of_a_model_is_the_game_read_from_its_file(case):
    for game, graph in models_of(case, at_most=1 << 20):
        assert (graph.ranks == game.ranks).all()
        assert [list(map(set, m)) for m in graph.moves] == [list(map(set, m)) for m in game.moves]


def test_elmira_jumps_where_no_party_can_step_alone():
    """From s5 to s8, both equilibria: the two steps that lead there cost the one who steps."""
    game = game_of("elmira-1991", "main")
    graph = build_graph(open_shipped("elmira-1991"), "main")
    s5, s6, s7, s8 = (codes(graph, f"s{k}")[0] for k in (5, 6, 7, 8))
    moe, uniroyal, _ = game.conflict.everyone
    assert all(game.ranks[i][s8] > game.ranks[i][s5] for i in (moe, uniroyal))
    assert game.arcs[s5, s6] == moe
    assert game.arcs[s6, s8] == uniroyal
    assert game.arcs[s5, s7] == uniroyal
    assert game.ranks[moe][s6] < game.ranks[moe][s5]
    assert game.ranks[uniroyal][s7] < game.ranks[uniroyal][s5]


def in_graph_form(case: str) -> Iterator[tuple[GraphAnalysis, Published]]:
    """Yield each result that a publication reports for a model in graph form."""
    for id, model in open_shipped(case).graphs.items():
        analysis = GraphAnalysis(graph_form(open_shipped(case), id))
        yield from ((analysis, result) for result in model.published)


@every_case
def test_the_equilibria_of_models_in_graph_form_are_those_published(case):
    for analysis, result in in_graph_form(case):
        concept, conflict = CONCEPTS[result.concept], analysis.game.conflict()
        found = [str(e.state) for e in analysis.equilibria(concept)]
        defined = [
            s.id
            for s in analysis.form.states
            if all(concept.holds(conflict, i, s.code) for i in conflict.everyone)
        ]
        assert sorted(result.outcomes) == sorted(found) == sorted(defined)


def test_the_casebook_has_a_published_model_in_graph_form():
    assert any(any(in_graph_form(case)) for case in CASES)
