"""Who says what: agreements, conflicts and unanimity, by hand and in the flagship."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped

from detente.evidence.judgements import Judgement, compare

SAID = {
    "q1": Judgement(ask="One?", answers={"a": "no", "b": "no", "c": "no"}),
    "q2": Judgement(ask="Two?", answers={"a": "no", "b": "yes"}),
    "q3": Judgement(ask="Three?", answers={"a": "yes", "b": "yes"}),
    "q4": Judgement(ask="Four?"),
}


def test_a_silent_source_neither_agrees_nor_conflicts() -> None:
    found = compare(SAID, ("a", "b", "c"))
    assert found.unanimous == ("q1",)
    assert found.agreements == {("a", "b"): ("q1", "q3"), ("a", "c"): ("q1",), ("b", "c"): ("q1",)}
    assert found.conflicts == {("a", "b"): ("q2",), ("a", "c"): (), ("b", "c"): ()}


def test_fewer_sources_agree_on_more() -> None:
    assert compare(SAID, ("a", "b")).unanimous == ("q1", "q3")
    assert compare(SAID, ()).unanimous == ()


def test_the_documents_share_four_judgements() -> None:
    case = open_shipped("japan-russia")
    found = compare(case.judgements, ("000", "001", "002", "003", "004"))
    assert found.unanimous == ("j2", "j3", "j15", "j16")
    count = {pair: len(ids) for pair, ids in found.conflicts.items()}
    assert count["000", "003"] == 1
    assert count["003", "004"] == 7
    assert len(case.judgements) == 17
