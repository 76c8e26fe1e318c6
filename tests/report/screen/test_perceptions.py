"""What is printed about misperception."""

from __future__ import annotations

from typing import Any

from tests.stability.preferences.made import made

from detente.report.screen.lines import WIDTH
from detente.report.screen.perceptions import perceptions_text
from detente.stability import CONCEPTS
from detente.stability.hypergame import Hypergame


def said(perceptions: dict[str, Any], concept: str = "seq") -> str:
    """a holds back from a.u only if it thinks that b would answer by b.w."""
    case = made(
        ["a.u", "b.w"],
        {
            "a": ["not b.w if a.u", "a.u", "not b.w"],
            "b": {"readings": {"mild": ["not b.w"], "grim": ["b.w iff a.u"]}},
        },
        outcomes={"peace": {"label": "Peace", "when": "not a.u and not b.w"}},
        perceptions=perceptions,
    )
    seen = Hypergame(case, "main")
    return perceptions_text(case, seen.real, seen.finding(CONCEPTS[concept]))


def test_a_threat_that_is_feared_though_it_is_none() -> None:
    text = said({"a": {"readings": {"b": "grim"}}})
    assert text.splitlines() == [
        "main: Made up",
        "A believes that B goes by “grim”; in truth it is “mild”.",
        "Sequential stability: 2 equilibria as the parties see it, 1 of them also in truth.",
        "  Holds by misperception only: today's state, “Peace”; A judges it amiss.",
        "If A saw B aright, 1 state would no longer hold.",
        "A expects 3 states to hold; of those that do, 2.",
        "B expects 1 state to hold; of those that do, 1.",
    ]


def test_what_misperception_does_not_change() -> None:
    text = said({"a": {"readings": {"b": "grim"}}}, "nash")
    assert "Nash stability: 1 equilibrium as the parties see it, 1 of them also in truth." in text
    assert "If A saw B aright, the same would hold." in text
    assert "misperception" not in text


def test_options_of_which_one_does_not_know() -> None:
    text = said({"a": {"unaware": ["b.w"]}})
    assert "A does not know of “Do b.w”." in text
    assert "If A saw “Do b.w” aright, the same would hold." in text


def test_states_that_would_hold_otherwise() -> None:
    case = made(
        ["a.u", "b.w"],
        {
            "a": ["not b.w if a.u", "a.u", "not b.w"],
            "b": {"readings": {"grim": ["b.w iff a.u"], "mild": ["not b.w"]}},
        },
        perceptions={"a": {"readings": {"b": "mild"}}},
    )
    seen = Hypergame(case, "main")
    text = perceptions_text(case, seen.real, seen.finding(CONCEPTS["seq"]))
    assert "  Fails by misperception: today's state, a state in which no option is taken; A" in text
    assert "If A saw B aright, 1 state would hold that does not." in text


def test_where_nobody_misperceives() -> None:
    text = said({})
    assert "Every party sees the others as they are." in text
    assert all(len(line) <= WIDTH for line in text.splitlines())
