"""Words for parties, models, conditions, edits, states and paths."""

from __future__ import annotations

import pytest
from tests.report.made import assessed, material_of

from detente.case.formula import parse
from detente.report.words import Words, concepts_listed
from detente.stability.edits import Edit
from detente.stability.findings import Move

CASE, MODELS = assessed("japan-russia")
WORDS = Words(CASE)
GRAPHS = {m.id: m.graph for m in MODELS}


def test_parties() -> None:
    assert WORDS.actor("us") == "the United States"
    assert WORDS.actor("us", start=True) == "The United States"
    assert WORDS.actors(["jp", "us"], "or") == "Japan or the United States"
    assert (WORDS.verb("jf", "gains", "gain"), WORDS.verb("jp", "gains", "gain")) == (
        "gain",
        "gains",
    )
    assert WORDS.actor("nobody") == "nobody"


def test_titles_are_cut_at_a_colon_while_they_stay_apart() -> None:
    assert WORDS.model("treaty-menu") == "“Treaty menu”"
    twice = {
        id: CASE.models["2014"].model_copy(update={"title": "Talks: " + id}) for id in ("a", "b")
    }
    twice["c"] = CASE.models["2014"].model_copy(update={"title": ""})
    words = Words(CASE.model_copy(update={"models": twice}))
    assert [words.model_title(m) for m in "abc"] == ["Talks: a", "Talks: b", "October 2014"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jp.t2", "“Sign a treaty with two islands”"),
        ("treaty_2", "“Both sign a treaty with two islands”"),
        ("two_islands", "“Peace treaty with two islands”"),
        ("not ru.t4", "not “Offer a treaty with all four islands”"),
        (
            "ru.t0 if not (jp.t0 or jp.t4)",
            "“Offer a treaty without islands” if not (“Sign a treaty without islands” or “Sign a treaty "
            "with all four islands”)",
        ),
        (
            "jp.t0 and jp.t2 and jp.t4",
            "“Sign a treaty without islands” and “Sign a treaty with two islands” and “Sign a treaty with "
            "all four islands”",
        ),
        (
            "ru.t0 iff us.waive",
            "“Offer a treaty without islands” exactly if “Consent to a carve-out of the islands”",
        ),
        ("true", "always"),
    ],
)
def test_conditions(text: str, said: str) -> None:
    assert WORDS.condition("treaty-menu", parse(text)) == said


def test_wishes_without_label_are_told_from_their_condition() -> None:
    statement = CASE.models["1960"].preferences["ru"].readings["stated"].order[0]
    bare = statement.model_copy(update={"label": ""})
    assert WORDS.wish("1960", bare) == (
        "“Hold out an offer of two islands” exactly if not “Sign the security treaty with Washington”"
    )
    name = bare.model_copy(update={"want": parse("jp.secpact")})
    assert WORDS.wish("1960", name) == "Sign the security treaty with Washington"


@pytest.mark.parametrize(
    ("edit", "form", "said"),
    [
        (
            Edit("jp", "reverse", 1, ""),
            0,
            "Japan reverses its first priority, “Refuse a treaty without islands”",
        ),
        (
            Edit("jp", "delete", 1, ""),
            1,
            "Japan drop its first priority, “Refuse a treaty without islands”",
        ),
        (
            Edit("ru", "delete", 2, ""),
            2,
            "Russia would have to drop its second priority, “Offer no two islands unless they are outside "
            "the alliance's coverage”",
        ),
        (
            Edit("ru", "add", 0, "ru.t2"),
            3,
            "Russia put “Offer a treaty with two islands” above all its other priorities",
        ),
        (
            Edit("ru", "add", 0, "not (not ru.t2 if not carve_out)"),
            0,
            "Russia puts the opposite of “Offer no two islands unless they are outside the alliance's "
            "coverage” above all its other priorities",
        ),
        (
            Edit("jp", "add", 0, "not ru.t2 if not carve_out"),
            0,
            "Japan puts Russia's “Offer no two islands unless they are outside the alliance's coverage” "
            "above all its other priorities",
        ),
        (
            Edit("us", "add", 0, "ru.t0 or jp.t0"),
            0,
            "the United States puts “Offer a treaty without islands” or “Sign a treaty without islands” "
            "above all its other priorities",
        ),
        (
            Edit("us", "add", 0, "((("),
            0,
            "the United States puts “(((” above all its other priorities",
        ),
    ],
)
def test_edits(edit: Edit, form: int, said: str) -> None:
    assert WORDS.edit(GRAPHS["treaty-menu"], edit, form) == said


def test_edits_of_a_plural_party() -> None:
    edit = Edit("jf", "reverse", 1, "")
    assert WORDS.edit(GRAPHS["2018-05"], edit).startswith(
        "Japanese firms reverse their first priority"
    )


def test_several_edits_name_each_party_once() -> None:
    edits = [Edit("ru", "delete", 1, ""), Edit("ru", "delete", 2, ""), Edit("jp", "delete", 1, "")]
    said = WORDS.edits(GRAPHS["treaty-menu"], edits)
    assert said.count("Russia drops") == 1
    assert "; and drops its second priority" in said
    assert "; and Japan drops its first" in said


def test_states() -> None:
    graph = GRAPHS["treaty-menu"]
    assert WORDS.taken(graph, graph.status_quo, "jp") == ("Sign a treaty with two islands",)
    assert (
        WORDS.called(graph, ["drift"], graph.status_quo)
        == "“No form of treaty that both would sign”"
    )
    assert WORDS.called(graph, [], graph.find([])) == "a state in which no option is taken"
    full = GRAPHS["2014"]
    assert WORDS.called(full, [], full.status_quo).endswith("and two more options")
    one = full.find(["us.press"])
    assert (
        WORDS.called(full, [], one) == "a state with “Press Tokyo to hold the line against Russia”"
    )


def test_moves_and_paths() -> None:
    graph = GRAPHS["1956"]
    start, open_ = graph.find(["ru.offer2"]), graph.find(["ru.offer2", "jp.accept2"])
    assert WORDS.change(graph, start, open_) == "taking up “Accept the offer of two islands”"
    assert WORDS.change(graph, open_, start) == "giving up “Accept the offer of two islands”"
    path = [Move("jp", open_), Move("us", graph.find(["ru.offer2", "jp.accept2", "us.pressure"]))]
    assert WORDS.path(graph, start, path) == (
        "Japan taking up “Accept the offer of two islands”, then the United States taking up “Press "
        "Tokyo to turn the offer down”"
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["nash"], "Nash stability"),
        (["nash", "seq", "sseq"], "Nash, sequential and symmetric sequential stability"),
        (["gmr", "smr"], "general and symmetric metarationality"),
        (["nash", "gmr"], "Nash stability and general metarationality"),
        (
            ["nash", "smr", "seq"],
            "Nash and sequential stability, and symmetric metarationality",
        ),
    ],
)
def test_concepts(keys: list[str], said: str) -> None:
    assert concepts_listed(keys) == said


def test_outcomes_are_quoted() -> None:
    assert material_of("chicken").words.outcome("main", "s1") == "“Both give way”"
