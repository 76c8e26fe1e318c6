"""Too many to list: counts, shares and the nearest, in words."""

from __future__ import annotations

from tests.stability.drawn import made_case

from detente.case import Case
from detente.report.screen.large import survey_text
from detente.stability import CONCEPTS, Settings, build_graph
from detente.stability.implicit import count_nash
from detente.stability.survey import survey


def text(case: Case, *concepts: str, settings: Settings | None = None) -> str:
    graph = build_graph(case, "main", settings)
    return survey_text(case, survey(graph, [CONCEPTS[c] for c in concepts]))


def half(options: int = 11) -> Case:
    """One party that cares about its first option only, and says how the second goes with it."""
    ids = [f"a.o{k}" for k in range(options)]
    rest = made_case({"a": ["a.o0", "not a.o1"]}, ids).model_dump(mode="json", exclude_unset=True)
    rest["models"]["main"]["outcomes"] = {"yield": {"label": "A yields", "when": "a.o2"}}
    return Case.model_validate(rest)


def test_what_all_share_and_what_only_some_do():
    said = text(half(), "nash")
    assert "2,048 feasible states, 1 decision maker." in said
    assert "Nash stability: 512 equilibria, 25 % of the states, the status quo is not among" in said
    assert "512 within reach of self-interested moves from today" in " ".join(said.split())
    assert "Taken in every one: a.o0; in none: a.o1; in some: a.o2 50 %, a.o3 50 %," in said
    assert "…, a.o7 50 %" in said
    assert "Outcomes: A yields 256." in said


def test_the_nearest_come_first_and_today_is_not_repeated():
    said = text(half(4), "nash", "gmr")
    assert said.count("Holds under nash, gmr; reached by A:") == 2
    assert said.index("A: Do it [a.o0]\n") < said.index("A: Do it [a.o0]; Do it [a.o3]")
    assert "Holds under nash, gmr (A yields); reached by A:" in said
    everything = text(made_case({"a": ["true"]}, ["a.x", "a.y"]), "nash")
    assert "4 equilibria, 100 % of the states, the status quo among them" in everything
    assert everything.count("Holds under") == 3


def test_options_held_are_not_called_shared():
    said = text(half(), "nash", settings=Settings(fix={"a.o1": False}))
    assert "; a.o1 held at no." in said
    assert "Taken in every one: a.o0; in some:" in said


def test_none_and_one():
    pennies = made_case({"a": ["a.x iff b.y"], "b": ["not (a.x iff b.y)"]}, ["a.x", "b.y"])
    assert "Nash stability: 0 equilibria\n" in text(pennies, "nash") + "\n"
    one = text(made_case({"a": ["a.x"]}, ["a.x"]), "nash")
    assert "1 equilibrium, 50 % of the states" in one
    assert "Taken" not in one


def test_without_ranks_nothing_is_said_of_what_can_be_reached():
    said = survey_text(half(4), count_nash(half(4), "main"))
    assert "reach" not in said
    assert "Holds under nash; 1 option changed from today:" in said
    assert "Holds under nash (A yields); 2 options changed from today:" in said
