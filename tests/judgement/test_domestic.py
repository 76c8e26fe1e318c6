"""Ratification in an option model: involuntary defection becomes a state of its own."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped

from detente.case import Case
from detente.errors import UnknownName, UsageError
from detente.judgement.domestic import compare_ratification, with_home
from detente.stability.analysis import Analysis
from detente.stability.graph import build_graph


def ford(factions: dict, quota: float = 0.5, vetoes: tuple[str, ...] = (), **model) -> Case:
    """Return two leaders who would both sign a bridge, and a home in the north."""
    sign = {
        "n": {"readings": {"stated": {"order": [{"want": "bridge"}, {"want": "n.sign"}]}}},
        "s": {"readings": {"stated": {"order": [{"want": "bridge"}, {"want": "s.sign"}]}}},
    }
    return Case.model_validate(
        {
            "format": "dispute-case/1",
            "case": {"id": "ford", "title": "t", "question": "q"},
            "actors": {"n": {"name": "North"}, "s": {"name": "South"}},
            "models": {
                "main": {
                    "options": {
                        "n.sign": {"label": "Sign"},
                        "s.sign": {"label": "Sign"},
                        "s.pay": {"label": "Pay"},
                    },
                    "propositions": {"bridge": {"label": "A bridge", "when": "n.sign and s.sign"}},
                    "preferences": sign,
                    **model,
                }
            },
            "domestic": {"n": {"quota": quota, "vetoes": vetoes, "factions": factions}},
        }
    )


def faction(weight: float, accepts: str = "") -> dict:
    said = {"accepts": {"main": accepts}} if accepts else {}
    return {"label": "F", "weight": str(weight), **said}


def test_a_deal_that_both_leaders_sign_falls_at_home() -> None:
    found = compare_ratification(
        ford({"farmers": faction(2, "s.pay"), "guild": faction(1)}), "main", "n", "bridge"
    )
    assert {s.on for s in found.alone} == {("n.sign", "s.sign"), ("n.sign", "s.sign", "s.pay")}
    assert {s.on for s in found.refused} == {("n.sign", "s.sign", "n-home.block")}
    assert {s.on for s in found.ratified} == {("n.sign", "s.sign", "s.pay")}
    assert str(found.passes_if) == "s.pay"
    assert found.equilibria == 2


def test_how_often_a_deal_would_pass() -> None:
    factions = {"a": {**faction(1, "s.pay"), "weight": "1..3"}, "b": faction(2)}
    found = compare_ratification(ford(factions), "main", "n", "bridge", draws=800)
    chances = {s.on: c for s, c in zip(found.alone, found.chances, strict=True)}
    assert chances["n.sign", "s.sign", "s.pay"] == 1
    assert chances["n.sign", "s.sign"] == pytest.approx(0.5, abs=0.06)  # B alone if heavier than A


def test_a_home_that_lets_everything_pass_changes_nothing() -> None:
    found = compare_ratification(ford({"guild": faction(1)}), "main", "n", "bridge")
    assert found.refused == ()
    assert [s.on for s in found.ratified] == [s.on for s in found.alone]


@pytest.mark.parametrize(
    ("weights", "quota", "vetoes", "expected"),
    [
        ((2, 1), 0.5, (), "s.pay"),
        ((1, 2), 0.5, (), "n.sign"),
        ((1, 2), 0.5, ("a",), "s.pay and n.sign"),
        ((1, 2), 0.8, (), "s.pay and n.sign"),
        ((1, 1), 0.4, (), "s.pay or n.sign"),
    ],
)
def test_when_a_deal_passes(weights, quota, vetoes, expected) -> None:
    case = ford(
        {"a": faction(weights[0], "s.pay"), "b": faction(weights[1], "n.sign")}, quota, vetoes
    )
    passes = with_home(case, "main", "n", "bridge").model("main").propositions["n-home-ratifies"]
    assert str(passes.when) == expected


def test_the_model_before_is_left_alone_and_the_new_one_is_sound() -> None:
    case = ford({"a": faction(1, "s.pay")})
    extended = with_home(case, "main", "n", "bridge")
    assert "n-home.block" not in case.model("main").options
    assert extended.actors["n-home"].name == "North at home"
    graph = build_graph(extended, "main")
    assert graph.deciders == ("n", "s", "n-home")
    signed, refused, deal = (graph.where(x) for x in ("bridge-signed", "bridge-refused", "bridge"))
    assert (signed == (deal | refused)).all()
    assert not (deal & refused).any()


def test_a_home_blocks_only_what_has_no_majority() -> None:
    graph = build_graph(with_home(ford({"a": faction(1, "s.pay")}), "main", "n", "bridge"), "main")
    i = graph.decider("n-home")
    for state in graph.states:
        if "n-home.block" in state.on:
            continue
        blocked = graph.find((*state.on, "n-home.block"))
        prefers = graph.ranks[i][blocked.code] > graph.ranks[i][state.code]
        expected = {"n.sign", "s.sign"} <= set(state.on) and "s.pay" not in state.on
        assert prefers == expected


def test_the_shipped_treaty_menu_has_a_home_in_moscow() -> None:
    case = open_shipped("japan-russia")
    found = compare_ratification(case, "treaty-menu", "ru", "treaty_4")
    extended = with_home(case, "treaty-menu", "ru", "treaty_2")
    assert "ru-home" in Analysis(build_graph(extended, "treaty-menu")).graph.deciders
    assert found.alone == found.ratified == ()  # no leader there would sign for four


def test_an_outcome_can_be_the_deal() -> None:
    outcomes = {"crossing": {"label": "Both sign", "when": "n.sign and s.sign"}}
    case = ford({"a": faction(1, "s.pay")}, outcomes=outcomes)
    model = with_home(case, "main", "n", "crossing").model("main")
    assert str(model.outcomes["crossing"].when) == "crossing-signed and not n-home.block"


def test_what_is_not_there_or_taken_is_refused() -> None:
    case = ford({"a": faction(1)})
    with pytest.raises(UnknownName, match="unknown actor with factions"):
        with_home(case, "main", "s", "bridge")
    with pytest.raises(UnknownName, match="did you mean `bridge`"):
        with_home(case, "main", "n", "bride")
    with pytest.raises(UsageError, match="is taken"):
        with_home(with_home(case, "main", "n", "bridge"), "main", "n", "bridge")
