"""What falls if something falls: by hand in a small case, and what must hold in the flagship."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.judgement.traced import TEXT, small_case

from detente.case.checks.references import references
from detente.errors import UnknownName
from detente.judgement.footing import INDIFFERENT, canonical, drop
from detente.judgement.handles import handle
from detente.stability.analysis import Analysis
from detente.stability.graph import build_graph


@pytest.fixture
def case(tmp_path):
    return small_case(tmp_path)


def names(parts):
    return [handle(path) for path in parts]


def order(case, actor):
    return case.models["main"].preferences[actor].readings["stated"].order


def test_what_a_source_takes_with_it(case) -> None:
    found = drop(case, ["r"])
    assert set(names(found.fallen)) == {
        "evidence/c1",
        "assumptions/a1",
        "actors/north/goals/1",
        "actors/north/goals/2",
        "models/main/north/stated/1",
        "influences/M1",
        "influences/M2",
        "timeline/1",
    }
    assert set(names(found.bare)) == {"options/north.build", "hypotheses/why/fear", "inquiries/Q1"}
    assert set(names(found.weakened)) == {
        "models/main/north/stated/2",
        "models/main/south/stated/1",
        "hypotheses/why/E1",
    }
    after = found.case
    assert list(after.sources) == ["s"]
    assert list(after.influences.edges) == ["M3"]
    assert after.influences.contested == ()
    assert dict(after.judgements["j1"].answers) == {"s": "no"}
    assert [e.title for e in after.timeline] == ["A fair"]
    assert [str(r) for r in order(after, "north")[0].because] == ["s¶2"]


def test_the_case_given_stays_as_it_is(case) -> None:
    before = case.model_dump(mode="json")
    drop(case, ["r", "s"])
    assert case.model_dump(mode="json") == before


def test_what_rests_on_nothing_or_on_us_stays(case) -> None:
    found = drop(case, ["r", "s"])
    assert [s.label for s in order(found.case, "south")] == ["See none"]
    assert [e.title for e in found.case.timeline] == ["A fair"]


def test_a_party_without_priorities_is_indifferent(case) -> None:
    after = drop(case, ["r", "s"]).case
    assert order(after, "north") == (INDIFFERENT,)
    graph = build_graph(after, "main")
    assert len(set(graph.ranks[0])) == 1
    assert len(Analysis(graph).equilibria("nash")) == 4


def test_a_tie_survives_the_fall_of_its_first_member(case) -> None:
    after = drop(case, ["s¶1", "r¶1"]).case
    assert [s.label for s in order(after, "south")] == ["See none"]
    text_order = order(case, "south")
    assert text_order[1].about_equal
    only_first = drop(case, ["s"]).case
    assert [(s.label, s.about_equal) for s in order(only_first, "south")] == [
        ("Keep it shut", False),
        ("See none", False),
    ]


def test_the_next_of_a_tie_begins_the_level(tmp_path) -> None:
    text = TEXT.replace(
        "label: Keep it shut, because: [r¶1, s¶1]", "label: Keep it shut, because: [r¶1]"
    )
    after = drop(small_case(tmp_path, text), ["r¶1"]).case
    assert [(s.label, s.about_equal) for s in order(after, "south")] == [
        ("See a bridge", False),
        ("See none", False),
    ]


def test_a_row_counts_again_when_the_one_it_repeats_has_gone(tmp_path) -> None:
    again = "      E3: {text: It pays well, repeats: E2, cells: {fear: I}, because: [r¶9]}\n    tests:\n"
    case = small_case(tmp_path, TEXT.replace("    tests:\n", again))
    rows = drop(case, ["s¶2"]).case.hypotheses["why"].evidence
    assert (list(rows), rows["E3"].repeats) == (["E1", "E3"], "")
    assert drop(case, ["s¶9"]).case.hypotheses["why"].evidence["E3"].repeats == "E2"


def test_paragraphs_claims_and_assumptions(case) -> None:
    assert set(names(drop(case, ["r¶3"]).fallen)) == {
        "evidence/c1",
        "assumptions/a1",
        "actors/north/goals/2",
        "influences/M1",
        "influences/M2",
        "timeline/1",
    }
    assert set(names(drop(case, ["c1"]).fallen)) == {
        "evidence/c1",
        "assumptions/a1",
        "actors/north/goals/2",
        "influences/M2",
    }
    assert names(drop(case, ["a1"]).weakened) == ["models/main/north/stated/2"]


def test_a_pull_quote_falls_with_what_it_repeats(case) -> None:
    assert canonical(case, "r¶4") == "r¶2"
    assert canonical(case, "s¶4") == "s¶4"
    for at in ("r¶2", "r¶4"):
        assert "options/north.build" in names(drop(case, [at]).bare)


def test_nothing_left_names_what_has_gone() -> None:
    case = open_shipped("japan-russia")
    for source in case.sources:
        after = drop(case, [source]).case
        assert not [r for _, r in references(after) if r.source == source]


@pytest.mark.parametrize("name", ["q", "q¶1", "c1¶2"])
def test_what_the_case_does_not_have(case, name) -> None:
    with pytest.raises(UnknownName):
        drop(case, [name])


@pytest.mark.parametrize("name", ["c1", "r¶3", "r"])
def test_what_rests_on_a_claim_falls_with_the_claim_its_paragraph_and_its_source(case, name):
    assert "actors/north/goals/2" in names(drop(case, [name]).fallen)
    assert "influences/M2" in names(drop(case, [name]).fallen)


def test_a_claim_falls_alone_where_its_paragraph_stays(case) -> None:
    assert "influences/M1" not in names(drop(case, ["c1"]).fallen)
