"""A `.gmcr` file as a case: the same states, moves and preferences, and notes on the rest."""

from unicodedata import normalize

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.gmcr.saved import FORD, RANKED, drawn, feasible, opened, payoffs, said

from detente.case import examine
from detente.case.formatter import format_text
from detente.case.gmcr import case_text
from detente.errors import InvalidCase
from detente.stability import build_graph


def levels(values):
    """Return dense ranks, higher is better."""
    return np.unique(values, return_inverse=True)[1].tolist()


def test_parties_options_and_turns(tmp_path):
    case = opened(tmp_path, said(FORD))
    assert {id: a.name for id, a in case.actors.items()} == {
        "nord_québec": "Nord-Québec",
        "south": "South",
    }
    assert [(id, o.label, o.reversible) for id, o in case.options.items()] == [
        ("nord_québec.bâtir_un_pont", "Bâtir un pont", "no"),
        ("south.open_the_road", "Open the road", "only-off"),
        ("south.pay", "Pay", "yes"),
    ]
    model = case.models["main"]
    assert model.status_quo == {"south.open_the_road": True}
    assert model.perceptions["nord_québec"].unaware == ("south.pay",)
    assert [o.label for o in model.outcomes.values()] == [
        *("State 1 (NYN)", "State 2 (YYN)", "State 3 (NNY)", "State 4 (NYY)", "State 5 (YYY)")
    ]


def test_notes_say_what_is_filled_in_and_what_is_lost(tmp_path):
    case = opened(tmp_path, said(FORD))
    assert case.case.note == (
        "Read from a file of GMCR+. It names no status quo; the first feasible state is taken. "
        "The file joins a coalition; ask for it with `--coalition nord_québec,south`."
    )


@pytest.mark.parametrize(
    "misperceived",
    [
        [[[0, "Y"]]],  # its own option
        [[[1, "Y"]]],  # where that option is as in the first state
        [[[2, "Y"], [0, "Y"]]],  # two options at once
        [[[2, "Y"]], [[1, "N"], [0, "Y"]]],  # one of two
    ],
)
def test_what_it_takes_for_infeasible_is_carried_over_whole_or_not_at_all(tmp_path, misperceived):
    makers = [FORD["decisionMakers"][0] | {"misperceptions": misperceived}]
    case = opened(tmp_path, said(FORD, decisionMakers=[*makers, FORD["decisionMakers"][1]]))
    assert not case.models["main"].perceptions
    assert "Not carried over: the states that Nord-Québec takes for infeasible." in case.case.note


def test_rankings_come_first_and_unused_statements_stay(tmp_path):
    case = opened(tmp_path, said(RANKED))
    north = case.models["main"].preferences["nord_québec"]
    assert list(north.readings) == ["ranked", "stated"]
    assert list(case.models["main"].preferences["south"].readings) == ["ranked"]
    graph = build_graph(case, "main")
    codes = np.flatnonzero(graph.feasible)
    assert graph.ranks[0][codes].tolist() == [2, 3, 1, 0, 2]
    assert graph.ranks[1][codes].tolist() == [4, 3, 2, 1, 0]


def test_who_wants_nothing_and_who_can_do_nothing(tmp_path):
    makers = [
        {"name": "North", "options": [0, 1, 2], "preferences": []},
        {"name": "Press", "options": [], "preferences": [[[0, "Y"]]]},
    ]
    case = opened(tmp_path, said(FORD, decisionMakers=makers, coalitions=[]))
    assert case.actors["press"].role == "audience"
    assert set(build_graph(case, "main").ranks[0].tolist()) == {0, -1}
    assert "North wants nothing in particular" in case.case.note
    assert "Press has no options" in case.case.note


@pytest.mark.parametrize("content", list(drawn(60)), ids=lambda c: "")
def test_states_preferences_and_moves_are_those_of_the_file(content, tmp_path):
    graph = build_graph(opened(tmp_path, said(content)), "main")
    codes = feasible(content)
    assert np.flatnonzero(graph.feasible).tolist() == codes
    for i, moves in enumerate(graph.moves):
        assert graph.ranks[i][codes].tolist() == levels(payoffs(content, i))
        turns = {k: content["options"][k]["permittedDirection"] for k in moves.bits}
        assert set(moves.up) == {k for k, t in turns.items() if t == "fwd"}
        assert set(moves.down) == {k for k, t in turns.items() if t == "back"}
        assert set(turns) == set(content["decisionMakers"][i]["options"])


@pytest.mark.parametrize("content", list(drawn(20, ranked=True)), ids=lambda c: "")
def test_ranked_states_are_those_of_the_file(content, tmp_path):
    graph = build_graph(opened(tmp_path, said(content)), "main")
    for i, maker in enumerate(content["decisionMakers"]):
        place = {}
        for k, tier in enumerate(maker["preferenceRanking"]):
            place |= dict.fromkeys(tier if isinstance(tier, list) else [tier], -k)
        wanted = [place[n] for n in range(1, len(feasible(content)) + 1)]
        assert graph.ranks[i][graph.feasible].tolist() == levels(wanted)


def test_options_are_sorted_by_owner_before_states_are_numbered(tmp_path):
    options = [{"name": n, "permittedDirection": "both"} for n in "ab"]
    makers = [
        {"name": "P", "options": [1], "preferenceRanking": [2, 1, 3, 4]},
        {"name": "Q", "options": [0], "preferenceRanking": [1, 2, 3, 4]},
    ]
    text = said(RANKED, options=options, decisionMakers=makers, infeasibles=[], coalitions=[])
    graph = build_graph(opened(tmp_path, text), "main")
    assert graph.options == ("p.b", "q.a")
    assert graph.ranks[0].tolist() == [2, 3, 1, 0]


@pytest.mark.parametrize("content", [FORD, RANKED], ids=["stated", "ranked"])
def test_the_text_is_a_case_file_that_stays_one_when_formatted(content, tmp_path):
    case = opened(tmp_path, said(content))
    text = format_text(case_text(said(content), "ford.gmcr"), "case.yaml")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    again = examine(tmp_path / "case.yaml")
    assert not again.problems
    assert again.case.model_dump() == case.model_dump()


@given(names=st.lists(st.text(min_size=1, max_size=12), min_size=3, max_size=3))
def test_any_name_of_printable_signs_survives(names, tmp_path_factory):
    wanted = [normalize("NFC", " ".join(name.split())) for name in names]
    options = [{"name": n, "permittedDirection": "both"} for n in names[:2]]
    makers = [{"name": names[2], "options": [0, 1]}]
    text = said(FORD, options=options, decisionMakers=makers, infeasibles=[], coalitions=[])
    folder = tmp_path_factory.mktemp("named")
    if not all(name and name.isprintable() for name in wanted):
        with pytest.raises(InvalidCase, match="expected a name"):
            opened(folder, text)
        return
    case = opened(folder, text)
    found = [*(o.label for o in case.options.values()), *(a.name for a in case.actors.values())]
    assert found == wanted


def test_problems_of_the_file_are_those_of_the_case(tmp_path):
    with pytest.raises(InvalidCase, match=r"ford.gmcr:1:\d+: `options`: found 3, expected a list"):
        opened(tmp_path, said(FORD, options=3))


def test_states_have_names_up_to_sixty_four(tmp_path):
    options = [{"name": f"A{k}", "permittedDirection": "both"} for k in range(7)]
    makers = [{"name": "A", "options": list(range(7))}]
    changed = {"options": options, "decisionMakers": makers, "coalitions": []}
    many = opened(tmp_path, said(FORD, infeasibles=[], **changed))
    few = opened(tmp_path, said(FORD, infeasibles=[[[6, "Y"]]], **changed))
    assert (len(many.models["main"].outcomes), len(few.models["main"].outcomes)) == (0, 64)
