"""What is said about one party."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from detente.case import open_case
from detente.kernels.reorder import Fewest
from detente.report.screen.compared import ByDifference, ByName
from detente.report.screen.lines import WIDTH
from detente.report.screen.wanting import one_ranking_in, part_lines, share_in_words
from detente.stability import CONCEPTS, build_graph
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.graph_form import graph_form
from detente.stability.inverse.answer import inverse
from detente.stability.inverse.parts import parts_of
from detente.stability.inverse.shares import Share

CASE = open_case("japan-russia")


@cache
def asked(model, target, concept, group):
    graph = build_graph(CASE, model)
    member = {**CONCEPTS, **COALITION_CONCEPTS}[concept]
    return graph, inverse(CASE, graph, target, member, at_most=0, group=group)


def said(model, target, concept, actor, group=()):
    """Return what is said about one party, on one line."""
    graph, found = asked(model, target, concept, group)
    part = next(p for p in found.parts if p.actor == actor)
    names = ByDifference(CASE, graph, found.nearest.state, part.conditions.game)
    lines = "\n".join(part_lines(names, part)).splitlines()
    assert max(map(len, lines)) <= WIDTH
    return " ".join(" ".join(lines).split()), names, part


def test_a_party_that_would_leave():
    text, _, part = said("2016-12", "two_islands", "nash", "ru")
    assert text.startswith("Russia would leave it (23 conditions, met by one in 24 rankings")
    assert "no lower than 16 others within its reach, such as the one with Russia giving up" in text
    assert "Against that stands the first priority, “Hand over nothing unless" in text
    assert f"would have to rise by {part.rise.levels} levels" in text
    assert text.endswith("No other order of the priorities does it (proven).")


def test_a_party_that_stays_and_one_that_may_want_anything():
    text, _, _ = said("2016-12", "two_islands", "nash", "us")
    assert text == (
        "The United States holds to it as it is (3 conditions, met by one in 4 rankings of the "
        "states)."
    )
    text, _, _ = said("2014", "normalised", "cgmr", "ru", ("jp", "ru"))
    assert (
        text
        == "Russia holds to it whatever it wants: the other members gain by nothing they can do."
    )


def test_several_priorities_and_single_conditions():
    text, _, _ = said("2016-09", "isolation", "nash", "ru")
    assert "no lower than 2 others within its reach" in text
    assert "no lower than the one with Russia taking up “Sign commercial accords”." in text
    assert text.index("third priority") < text.index("fourth priority")


def test_answers_and_counter_moves():
    text, _, _ = said("2014", "normalised", "gmr", "ru")
    assert "8 moves pay whatever the others would answer" in text
    assert "(1 swap of neighbours)" in text
    assert "make of that" not in text
    text, _, _ = said("2014", "normalised", "smr", "ru")
    assert ", and no lower than what it could make of that." in text


def test_a_plural_party_and_a_small_choice():
    text, _, _ = said("2014", "normalised", "sseq", "jf")
    assert text.startswith("Japanese firms hold to it as it is")
    case = open_case("syria-iraq-1975")
    graph = build_graph(case, "main")
    found = inverse(case, graph, "s2", CONCEPTS["gmr"], at_most=0)
    names = ByDifference(case, graph, found.nearest.state, found.parts[0].conditions.game)
    text = " ".join(" ".join(part_lines(names, found.parts[0])).split())
    assert "no lower than either the one with Syria taking up “Escalate”" in text
    assert "and Iraq taking up “Attack”, or the one with Syria" in text


def test_states_by_name_without_reasons():
    case = open_case("elmira-1991")
    form = graph_form(case, "literature")
    state = form.find(["s6"])
    (part,) = parts_of(form.game, state.code, CONCEPTS["nash"], [form.decider("lg")])
    lines = list(part_lines(ByName(case, form, state), part))
    assert lines == [
        "Local government holds to it as it is (1 condition, met by 181,440 of the 362,880\n"
        "rankings of the states)."
    ]
    (part,) = parts_of(form.game, state.code, CONCEPTS["nash"], [form.decider("uniroyal")])
    text = " ".join(" ".join(part_lines(ByName(case, form, state), part)).split())
    assert "Against" not in text
    assert "priorities" not in text
    group, other = [form.decider("uniroyal"), form.decider("lg")], form.find(["s5"])
    part, _ = parts_of(form.game, other.code, COALITION_CONCEPTS["cgmr"], group=group)
    text = " ".join(" ".join(part_lines(ByName(case, form, other), part)).split())
    assert text.endswith("every move can be answered so that another member does not gain.")
    (part,) = parts_of(form.game, state.code, CONCEPTS["nash"], [form.decider("moe")])
    assert "whatever it wants: there is no move to make." in " ".join(
        part_lines(ByName(case, form, state), part)
    )


def test_a_search_that_was_stopped_is_not_called_a_proof():
    _, names, part = said("2016-12", "two_islands", "nash", "ru")
    stopped = replace(part, swaps=Fewest(None, 3, False))
    text = " ".join(" ".join(part_lines(names, stopped)).split())
    assert "was found; it takes 3 swaps of neighbours at least." in text


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1, 3), "one in 3 rankings of the states"),
        (Fraction(34, 100), "34 in 100 rankings of the states"),
        (Fraction(1), "100 in 100 rankings of the states"),
        (Fraction(997, 1000), "more than 99 in 100 rankings of the states"),
        (Fraction(1, 3072), "one in 3,072 rankings of the states"),
    ],
)
def test_shares(share, words):
    assert one_ranking_in(share) == words
    assert share_in_words(Share(share, 50)) == words


def test_small_and_estimated_shares():
    assert share_in_words(Share(Fraction(1, 2), 4)) == "12 of the 24 rankings of the states"
    estimate = share_in_words(Share(Fraction(99, 100), 50, 0.02))
    assert estimate == "97 to 100 % of all rankings of the states (estimated)"
