"""The key judgements: kinds in order, what they rest on, and how sure they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.made import CASES, aimed, assess, assessed, material_of, small

from detente.case.ledgers import OwnConfidence
from detente.judgement.finding import Blocked, Change, Holding, KeyJudgement, Turning, Wanting
from detente.judgement.key import key_judgements


def of(name: str, kind: str) -> KeyJudgement:
    found = material_of(name).judgement(kind)
    assert found is not None
    return found


@pytest.mark.parametrize("name", CASES)
def test_kinds_stand_in_the_order_of_the_report(name: str) -> None:
    kinds = [j.kind for j in material_of(name).judgements]
    assert kinds == [k for k in ("holds", "blocks", "unlocks", "turns", "lacks") if k in kinds]
    assert kinds[0] == "holds"
    assert kinds[-1] == "lacks"


@pytest.mark.parametrize("name", CASES)
def test_references_are_those_of_the_bases(name: str) -> None:
    for j in material_of(name).judgements:
        behind = {r for b in j.bases for r in b.statement.because}
        assert behind <= set(j.references)
        assert len({(b.model, b.actor, b.position) for b in j.bases}) == len(j.bases)
        assert j.confidence.driver in j.confidence.grounds


def test_flagship_holds_everywhere_under_every_concept() -> None:
    j = of("japan-russia", "holds")
    found = [f for f in j.findings if isinstance(f, Holding)]
    assert len(found) == 10
    assert all(f.concepts == f.of and {"nash", "seq", "sseq"} <= set(f.sole) for f in found)
    assert not any(f.joint for f in found)
    assert found[0].model == "treaty-menu"
    assert len(j.sourcing.documents) == 5


def test_flagship_is_blocked_by_russia_in_seven_models() -> None:
    found = [f for f in of("japan-russia", "blocks").findings if isinstance(f, Blocked)]
    assert sum(f.blockers == ("ru",) for f in found) == 7
    assert {f.model: f.blockers for f in found if f.blockers != ("ru",)} == {
        "1960": ("jp",),
        "1956": (),
    }


def test_flagship_unlocks_by_one_reversal_on_three_paragraphs() -> None:
    j = of("japan-russia", "unlocks")
    first = j.findings[0]
    assert isinstance(first, Change)
    assert first.plainest is not None
    edit = first.plainest.edits[0]
    assert (first.model, first.outcome, first.edits) == ("treaty-menu", "two_islands", 1)
    assert (edit.actor, edit.operation, edit.position) == ("ru", "reverse", 2)
    assert first.alone == {"jp": None, "ru": 1, "us": None}
    assert [str(r) for r in j.references] == ["002¶23", "002¶24", "001¶21"]
    assert (j.confidence.level, j.confidence.driver.reason) == ("moderate", "few documents")
    assert [b.position for b in first.pulls] == [2, 3, 5]


def test_flagship_turns_on_november_2017() -> None:
    finding = of("japan-russia", "turns").findings[0]
    assert isinstance(finding, Turning)
    assert {v.model for v in finding.variations if v.kind == "reading" and v.changed} == {"2017-11"}
    assert len(finding.quarrels) == 10


def test_flagship_lacks() -> None:
    finding = of("japan-russia", "lacks").findings[0]
    assert isinstance(finding, Wanting)
    assert [(u.actor, u.position) for u in finding.unmet] == [("jp", 3), ("ru", 4)]
    assert finding.content == ("us",)


def test_no_models_no_judgements() -> None:
    assert key_judgements(assessed("chicken")[0], []) == ()


def test_a_case_without_outcomes_readings_and_quarrels() -> None:
    case = small(outcomes={})
    kinds = [j.kind for j in key_judgements(case, assess(case))]
    assert kinds == ["holds", "lacks"]


def test_where_nothing_is_lacking_the_judgement_rests_on_everything() -> None:
    case = small(
        sources={"s1": {"title": "T"}},
        preferences={
            "north": [{"want": "not north.build", "because": ["s1¶1"]}],
            "south": [{"want": "not south.open", "because": ["s1¶2"]}],
        },
    )
    j = key_judgements(case, assess(case))[-1]
    assert j.kind == "lacks"
    assert j.bases == ()
    assert [str(r) for r in j.references] == ["s1¶1", "s1¶2"]
    assert j.confidence.driver.reason == "one document"


def test_what_does_not_hold_rests_on_what_the_movers_would_gain() -> None:
    j = of("cuba-1962", "holds")
    assert [(b.actor, b.position) for b in j.bases] == [("us", 6)]


def test_a_change_of_two_parties() -> None:
    first = aimed("prisoners-dilemma", "s1").judgement("unlocks")
    assert first is not None
    change = first.findings[0]
    assert isinstance(change, Change)
    assert (change.edits, set(change.alone.values())) == (2, {None})
    assert [(b.actor, b.position) for b in first.bases] == [("row", 1), ("column", 1)]


def test_a_stopped_search_lowers_confidence() -> None:
    case, models = assessed("prisoners-dilemma")
    prospects = tuple(
        replace(p, unlocking=replace(p.unlocking, complete=False)) if p.unlocking else p
        for p in models[0].prospects
    )
    stopped = key_judgements(case, [replace(models[0], prospects=prospects)])
    unlocks = next(j for j in stopped if j.kind == "unlocks")
    assert "search stopped" in [g.reason for g in unlocks.confidence.grounds]


def test_an_unmet_priority_that_another_reading_would_change() -> None:
    case = small(
        preferences={
            "north": [{"want": "south.open"}],
            "south": {
                "readings": {
                    "closed": {"order": [{"want": "not south.open"}, {"want": "north.build"}]},
                    "bold": {"order": [{"want": "south.open"}]},
                }
            },
        }
    )
    j = key_judgements(case, assess(case))[-1]
    assert "readings change it" in [g.reason for g in j.confidence.grounds]


def test_the_analysts_own_confidence_is_that_of_its_judgement_alone() -> None:
    case, models = assessed("japan-russia")
    own = {"holds": OwnConfidence(level="low", reason="The archive is closed.")}
    before = key_judgements(case, models)
    after = key_judgements(case.model_copy(update={"confidence": own}), models)
    assert after[0].confidence.level == "low"
    assert after[0].confidence.own == own["holds"]
    assert after[1:] == before[1:]
