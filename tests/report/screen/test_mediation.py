"""What is said about outsiders."""

from __future__ import annotations

import pytest

from detente.case import open_case
from detente.report.screen.lines import WIDTH
from detente.report.screen.mediation import intervention_in_words, mediation_lines
from detente.report.words import Words
from detente.stability import CONCEPTS, build_graph
from detente.stability.inverse.interventions import Intervention
from detente.stability.inverse.mediation import mediate

CASE = open_case("japan-russia")
WORDS = Words(CASE)


def said(model, target, **limits):
    graph = build_graph(CASE, model)
    found = mediate(CASE, graph, target, CONCEPTS["nash"], **limits)
    lines = "\n".join(mediation_lines(WORDS, graph, found)).splitlines()
    assert max(map(len, lines)) <= WIDTH
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (("hold", "us.standoff", "yes"), "hold the United States to “"),
        (("hold", "us.standoff", "no"), "keep the United States from “"),
        (("commit", "jf.invest"), "make Japanese firms' “Commit real money in Russia” impossible"),
        (("fact", "e.profit", "yes"), "see to it that “"),
        (("fact", "e.profit", "no"), "” is not true"),
        (("reading", "ru", "wedge"), "bring Russia to “"),
        (
            ("reward", "jf.invest", "yes"),
            "reward Japanese firms for “Commit real money in Russia”,",
        ),
        (
            ("reward", "jf.invest", "no", 2),
            "or punish them for it (as their second priority is enough)",
        ),
        (("reward", "ru.sov", "no"), "or punish it for it (above all else is enough)"),
    ],
)
def test_each_kind_of_step(step, words):
    graph = build_graph(CASE, "2018-05")
    assert words in intervention_in_words(WORDS, graph, Intervention(*step))


def test_ways_are_listed_with_whether_they_lead_there():
    text = said("2016-12", "two_islands")
    assert text.startswith("What outsiders could do: one step at least, 2 ways (of 56 single steps")
    assert "1. Reward Russia for “Hand over the two smaller islands”" in text
    assert "It then holds, and self-interested moves lead there from today." in text
    assert "It then holds, but no path of self-interested moves leads there from today." in text
    assert "; and reward" in said("2016-09", "isolation").lower()


def test_none_and_stopped_early_are_told_apart():
    assert "proven that none of 41 single steps does it, on its own." in said(
        "2016-09", "isolation", at_most=1
    )
    assert "stopped early; no set of fewer than" in said("2016-09", "isolation", seconds=0)


def test_what_is_not_shown_is_counted():
    graph = build_graph(CASE, "2016-12")
    found = mediate(CASE, graph, "not ru.fortify", CONCEPTS["nash"])
    lines = list(mediation_lines(WORDS, graph, found))
    shown = [line for line in lines[1:] if not line.startswith("  …")]
    assert len(shown) == min(8, len(found.found))
