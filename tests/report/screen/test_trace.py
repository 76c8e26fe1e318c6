"""What `trace` says: paragraphs with the words pointed at, what rests on them, what falls."""

from __future__ import annotations

import re

import pytest
from tests.judgement.traced import small_case

from detente.evidence.anchors import Library, open_library
from detente.judgement.consequences import Shift, consequences
from detente.judgement.footing import drop
from detente.judgement.handles import find
from detente.judgement.tracing import resting_on, rests_on
from detente.report.screen.trace import basis_text, drop_text, marked, resting_text, rests_text

NONE = Library({})


@pytest.fixture
def case(tmp_path):
    return small_case(tmp_path)


def down(case, name, library=NONE):
    return "\n".join(
        rests_text(case, library, path, part, rests_on(case, path, part))
        for path, part in find(case, name)
    )


def test_words_pointed_at_are_marked_whatever_the_quotes() -> None:
    assert marked("He said “no” twice", '"no" twice') == "He said »“no” twice«"
    assert marked("Nothing", "something") == "Nothing"
    assert marked("Nothing", "") == "Nothing"


def test_a_push_without_words_is_told_by_its_ends(case) -> None:
    assert down(case, "M1") == "influences/M1: RAIN + RIVER\n    r¶3, River report"


def test_the_way_through_claims_and_the_anchor(case) -> None:
    text = down(case, "north/stated/2")
    assert (
        "    r¶3, River report\n      a1: Floods go on\n      c1: The river rises (opinion, F6).\n"
        in text
    )
    assert "      …»the river«…" in text
    assert "    s¶2, Second report" in text


def test_parts_inside_and_nothing_at_all(case) -> None:
    text = down(case, "actors/north")
    assert "  actors/north/goals/2: Peace\n    r¶3" in text
    assert down(case, "gain").endswith("rests on nothing that the case names")


def test_the_paragraph_itself_where_the_document_is_at_hand(case, tmp_path) -> None:
    (tmp_path / "r.txt").write_text("One\nTwo\nThen the river rose\n", encoding="utf-8")
    sources = {"r": case.sources["r"].model_copy(update={"file": "r.txt"})}
    library = open_library(sources, [tmp_path])
    if library.states["r"].status != "at hand":
        pytest.skip(library.states["r"].note)
    assert "Then »the river« rose" in down(case, "M2", library)


def test_what_rests_on_a_paragraph(case) -> None:
    text = resting_text("a1", None, resting_on(case, "a1"))
    assert text.startswith("1 part of the case rests on a1:\n  models/main/north/stated/2")
    assert resting_text("r", "River report", {}).startswith("r: River report\n0 parts")


def test_a_key_judgement_with_its_priorities(case) -> None:
    places = dict(find(case, "south/stated/1"))
    text = basis_text(case, Library({}), "holds", places)
    assert "The key judgement `holds` rests on 1 priority:" in text
    assert "  models/main/south/stated/1: Keep it shut\n    r¶1, River report" in text


def test_a_judgement_leads_through_claims_to_paragraphs(case) -> None:
    path, part = next(iter(find(case, "north/stated/2")))
    text = basis_text(case, NONE, "holds", {path: part})
    assert (
        "    r¶3, River report\n      a1: Floods go on\n      c1: The river rises (opinion, F6).\n"
        in text
    )


def test_what_falls_and_what_changes(case) -> None:
    shaken = drop(case, ["r"])
    text = drop_text(case, shaken, consequences(case, shaken))
    assert "Without r: 8 parts of the case lose all backing and fall, 3 lose it and stay" in text
    assert re.search("main, nash +1 state, not today's +2 states, today's among them", text)
    assert "Q1 Will North build? The checks now disagree:" in text
    assert "1. Every state that holds has a bridge: disagrees" in text
    assert "RAIN up: TRADE ambiguous to up" in text


def test_scores_that_change_and_nothing_that_does(case) -> None:
    shaken = drop(case, ["s"])
    text = drop_text(case, shaken, consequences(case, shaken))
    assert "why: fear 2 to 0; least against fear" in text
    assert "Nothing that was computed comes out otherwise." in drop_text(
        case, drop(case, ["c2"]), ()
    )


def test_what_cannot_be_computed_is_said(case) -> None:
    gone = {"cannot be computed": "x"}
    shift = Shift("holds", "main, nash", gone, gone)
    assert "cannot be computed" in drop_text(case, drop(case, ["c2"]), [shift])
