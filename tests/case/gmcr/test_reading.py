"""Reading `.gmcr` files: what they say, and every problem of a damaged one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.gmcr.saved import FORD, RANKED, said

from detente.case.gmcr import Content, read_content
from detente.case.gmcr.reading import MOST_PROBLEMS


def problems(text: str) -> list[str]:
    found = read_content(text, "ford.gmcr")
    assert isinstance(found, list), "a sound file"
    return [p.message for p in found]


def with_maker(k: int = 0, **changes) -> str:
    makers = [dict(m) for m in FORD["decisionMakers"]]
    makers[k] |= changes
    return said(FORD, decisionMakers=makers)


def test_what_a_file_says():
    content = read_content(said(FORD), "ford.gmcr")
    assert isinstance(content, Content)
    assert content.options == (
        ("Bâtir un pont", "no"),
        ("Open the road", "only-off"),
        ("Pay", "yes"),
    )
    north, south = content.deciders
    assert (north.name, north.options, south.options) == ("Nord-Québec", (0,), (1, 2))
    assert north.statements[0] == (((0, True), (1, True)), ((2, False),))
    assert north.statements[2] == (((0, False), (2, True)),)
    assert north.misperceived == ((((2, True),),),)
    assert content.infeasible == ((((0, True), (1, False)),), (((1, False), (2, False)),))
    assert (content.ranked, content.coalitions) == (False, ((0, 1),))
    single = read_content(said(FORD, coalitions=[[0], 1]), "ford.gmcr")
    assert single.coalitions == ()
    assert content.states().tolist() == [2, 3, 4, 6, 7]


def test_rankings_and_the_keys_of_old_versions():
    content = read_content(said(RANKED), "ford.gmcr")
    assert content.deciders[0].ranking == ((2,), (5, 1), (3,), (4,))
    old = json.loads(
        said(RANKED).replace("preferenceRanking", "preferenceVector").replace("Ranking", "Vectors")
    )
    assert "useManualPreferenceVectors" in old
    assert read_content(json.dumps(old), "ford.gmcr") == content


def test_a_ranking_that_is_not_in_use_is_not_read():
    assert isinstance(read_content(with_maker(preferenceRanking="none"), "a.gmcr"), Content)


def test_lists_that_may_be_missing():
    bare = {k: FORD[k] for k in ("options", "infeasibles")}
    bare["decisionMakers"] = [{"name": "A", "options": [0, 1, 2]}]
    content = read_content(json.dumps(bare), "a.gmcr")
    assert content.deciders[0].statements == () == content.coalitions


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "this is no JSON: Expecting property name"),
        ("[]", "found a list, expected a map with `options`"),
        (said(FORD, options=3), "`options`: found 3, expected a list of options"),
        (said(FORD, options=[]), "`options`: found `0 options`, expected 1 to 20"),
        (said(FORD, options=[{"name": "A"}] * 21), "found `21 options`, expected 1 to 20"),
        (said(FORD, infeasibles=None), "`infeasibles`: found nothing, expected a list"),
        (said(FORD, useManualPreferenceRanking=1), "found 1, expected `true` or `false`"),
        (said(FORD, coalitions=[[0, 2]]), "`coalitions[0]`: found 2, expected the number"),
        (said(FORD, infeasibles=[[]]), "these conditions leave no feasible state"),
        (said(FORD, infeasibles=[[]] * 2001), "found `2,001 conditions`, expected 2,000 at most"),
        (said(FORD, decisionMakers=[7]), "`decisionMakers[0]`: found 7, expected a map"),
        (with_maker(name=""), "`decisionMakers[0].name`: found nothing"),
        (with_maker(name="a\u0007"), "`decisionMakers[0].name`: found"),
        (with_maker(options=[True]), "`decisionMakers[0].options[0]`: found true"),
        (with_maker(options=[3]), "found 3, expected the number of an option, 0 to 2"),
        (with_maker(options=[-1]), "found -1, expected the number of an option, 0 to 2"),
        (with_maker(options=[0.0]), "found 0.0, expected the number of an option"),
        (with_maker(options=[0, 1]), "`options[1]` belongs to more than one decision maker"),
        (with_maker(options=[]), "`options[0]` belongs to nobody"),
        (with_maker(preferences=[[[0, "-"]]]), "`decisionMakers[0].preferences[0][0]`: found"),
        (with_maker(preferences=[[[0, []]]]), "`decisionMakers[0].preferences[0][0]`: found"),
        (with_maker(preferences=[[0, "Y"]]), "`decisionMakers[0].preferences[0][0]`: found 0"),
        (with_maker(preferences=["-Y-"]), "`decisionMakers[0].preferences[0]`: found `-Y-`"),
        (with_maker(preferences=[{"members": 1}]), "preferences[0].members`: found 1"),
        (with_maker(preferences=[[[0, "Y"]] * 200]), "a condition of 601 words"),
        (with_maker(misperceptions=[[[5, "Y"]]]), "misperceptions[0][0][0]`: found 5"),
    ],
)
def test_what_is_wrong_is_said(text, message):
    assert any(message in p for p in problems(text)), problems(text)


@pytest.mark.parametrize(
    ("ranking", "message"),
    [
        (None, "`decisionMakers[0].preferenceRanking`: found nothing, expected a list of states"),
        ([1, 2, 3, 4], "states that are missing: 5"),
        ([1, 2, 3, 4, 5, 6], "states that do not exist: 6"),
        ([0, 1, 2, 3, 4, 5], "states that do not exist: 0"),
        ([1, 2, [3, 1], 4, 5], "states that stand twice: 1"),
        ([1, 2, 3, 4, "5"], "found `5`, expected the number of a state"),
        ([1, 2, 3, 4, [[5]]], "found a list, expected the number of a state"),
    ],
)
def test_rankings_that_do_not_fit(ranking, message):
    makers = [dict(m) for m in RANKED["decisionMakers"]]
    makers[0]["preferenceRanking"] = ranking
    found = problems(said(RANKED, decisionMakers=makers))
    assert any(message in p for p in found), found


def test_many_states_are_not_ranked_by_hand():
    options = [{"name": f"A{k}", "permittedDirection": "both"} for k in range(13)]
    maker = {"name": "A", "options": list(range(13)), "preferenceRanking": [1]}
    text = said(RANKED, options=options, infeasibles=[], decisionMakers=[maker], coalitions=[])
    assert problems(text) == ["8,192 states ranked by hand, 4,096 is the limit"]


def test_every_problem_at_its_place_and_at_once():
    text = '{"options": [{"name": "A",\n "permittedDirection": "up"}],\n "infeasibles": [[[1, "Y"]]],\n'
    text += ' "decisionMakers": [{"name": 5, "options": [0]}]}'
    found = read_content(text, "ford.gmcr")
    assert sorted((p.line, p.message.partition(":")[0]) for p in found) == [
        (2, "`options[0].permittedDirection`"),
        (3, "`infeasibles[0][0][0]`"),
        (4, "`decisionMakers[0].name`"),
    ]


def test_problems_are_bounded_in_number_and_length():
    found = problems(said(FORD, infeasibles=["x" * 10_000] * 5_000))
    assert len(found) == MOST_PROBLEMS
    assert max(map(len, found)) < 200


@pytest.mark.parametrize("text", ["[" * 100_000, '{"options": ' + "9" * 10_000 + "}", "\ud800"])
def test_odd_files_are_refused(text):
    assert problems(text)


def test_a_name_outside_the_first_plane_is_read():
    content = read_content(with_maker(name="𠮷野"), "ford.gmcr")
    assert content.deciders[0].name == "𠮷野"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 4) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(FORD)), JSON)
def test_no_value_breaks_the_reader(key, value):
    found = read_content(said(FORD, **{key: value}), "ford.gmcr")
    assert isinstance(found, Content) or found


@given(st.sampled_from(["name", "options", "preferences", "misperceptions"]), JSON)
def test_no_value_of_a_decision_maker_breaks_the_reader(key, value):
    found = read_content(with_maker(**{key: value}), "ford.gmcr")
    assert isinstance(found, Content) or found
