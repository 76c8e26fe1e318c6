"""Down to paragraphs, by way of claims and assumptions; and up again."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.judgement.traced import small_case

from detente.errors import UnknownName
from detente.judgement.handles import find, handle, parts_of
from detente.judgement.tracing import resting_on, rests_on


@pytest.fixture
def case(tmp_path):
    return small_case(tmp_path)


def down(case, name):
    return [
        (str(r.reference), r.through)
        for path, part in find(case, name)
        for r in rests_on(case, path, part)
    ]


def up(case, name):
    return [handle(path) for path in resting_on(case, name)]


def test_claims_and_assumptions_are_followed(case) -> None:
    assert down(case, "north/stated/2") == [("r¶3", ("a1", "c1")), ("s¶2", ())]
    assert down(case, "M2") == [("r¶3", ("c1",))]
    assert down(case, "c2") == [("s¶1", ("c2",))]
    assert down(case, "gain") == []


def test_the_parts_of_a_part_are_told_apart(case) -> None:
    (found,) = find(case, "actors/north")
    assert [handle(r.of) for r in rests_on(case, *found)] == [
        "actors/north/goals/1",
        "actors/north/goals/2",
    ]


def test_an_anchor_of_a_claim_goes_with_its_paragraph(case) -> None:
    (found,) = find(case, "M2")
    assert rests_on(case, *found)[0].reference.anchor == "the river"


def test_what_rests_on_a_paragraph_also_by_claims(case) -> None:
    assert up(case, "r¶3") == [
        "evidence/c1",
        "actors/north/goals/2",
        "models/main/north/stated/2",
        "influences/M1",
        "influences/M2",
        "assumptions/a1",
        "timeline/1",
    ]
    assert up(case, "a1") == ["models/main/north/stated/2"]
    assert "influences/M1" not in up(case, "c1")
    assert {"influences/M2", "models/main/north/stated/2"} <= set(up(case, "c1"))


def test_a_pull_quote_is_no_second_witness(case) -> None:
    assert up(case, "r¶4") == up(case, "r¶2")
    assert "options/north.build" in up(case, "r¶2")
    assert "hypotheses/why/E1" in up(case, "r¶4")


def test_down_and_up_agree() -> None:
    case = open_shipped("japan-russia")
    for at in ("000¶24", "002¶23"):
        above = resting_on(case, at)
        for path, part in parts_of(case):
            own = {r.reference.at for r in rests_on(case, path, part) if r.of == path}
            assert (at in own) == (path in above), handle(path)


def test_an_unknown_source_is_refused(case) -> None:
    with pytest.raises(UnknownName):
        resting_on(case, "q¶1")
