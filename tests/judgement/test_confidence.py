"""Confidence: each ground by its own rule, the lowest counts, and its driver is named."""

from __future__ import annotations

import pytest
from tests.report.made import assessed, small

from detente.case.ledgers import OwnConfidence
from detente.evidence import Reference
from detente.judgement.confidence import (
    Ground,
    agreement,
    assumptions,
    information_base,
    sourcing,
    spread,
    weigh,
)

CASE = assessed("prisoners-dilemma")[0]


def refs(*texts: str | dict[str, str]) -> list[Reference]:
    return [Reference.model_validate(t) for t in texts]


def case_with(*letters: str, **sections: object) -> object:
    sources = {f"s{n}": {"title": "T", "reliability": x} for n, x in enumerate(letters, 1)}
    sources["s1"]["issued"] = "2016"
    return small(sources=sources, **sections)


def test_three_documents_two_of_them_good_are_high() -> None:
    ground = information_base(case_with("A", "B", "D"), refs("s1¶1", "s2¶1", "s3¶1"))
    assert (ground.level, ground.reason) == ("high", "several documents")


def test_three_weak_documents_are_not() -> None:
    ground = information_base(case_with("B", "D", "F"), refs("s1¶1", "s2¶1", "s3¶1"))
    assert (ground.level, ground.reason) == ("moderate", "weak sources")
    assert ground.values["good"] == 1


def test_two_documents_are_few_and_one_carries_all() -> None:
    case = case_with("A", "A")
    assert information_base(case, refs("s1¶1", "s2¶4")).reason == "few documents"
    one = information_base(case, refs("s1¶1", "s1¶2"))
    assert (one.level, one.reason) == ("low", "one document")


def test_own_additions_lower_the_level_by_their_share() -> None:
    case = case_with("A", "A", "A")
    many = refs("s1¶1", "s2¶1", "s3¶1", "s1¶2", "s2¶2", "s3¶2", {"modeller": "we think so"})
    assert information_base(case, many).level == "moderate"
    half = refs("s1¶1", {"modeller": "so"}, {"outside": "known"})
    assert (information_base(case, half).level, information_base(case, half).values["own"]) == (
        "low",
        2,
    )


def test_nothing_named_is_low() -> None:
    assert information_base(CASE, []).reason == "no sources"


def test_sourcing_counts_documents_paragraphs_and_what_is_our_own() -> None:
    found = sourcing(case_with("A", "D"), refs("s1¶1", "s1¶1", "s2¶3", {"outside": "known"}))
    assert found.documents == ("s1", "s2")
    assert found.paragraphs == ("s1¶1", "s2¶3")
    assert (found.references, found.own, found.outside, found.weakest) == (3, 0, 1, "D")
    assert str(found.newest) == "2016"


def test_ungraded_is_unknown_not_worst() -> None:
    assert sourcing(case_with("B", "F"), refs("s1¶1", "s2¶1")).weakest == "B"
    assert sourcing(case_with("F"), refs("s1¶1")).weakest == "F"


def test_claims_and_assumptions_are_followed_to_their_documents() -> None:
    case = case_with(
        "A",
        "B",
        evidence={"c1": {"claim": "It is so", "source": "s2", "paragraph": 4}},
        assumptions={"a1": {"text": "It stays so", "because": ["s1¶1", "c1", "a1"]}},
    )
    assert sourcing(case, refs("a1")).paragraphs == ("s1¶1", "s2¶4")


def claims(*bases: str, credibility: int = 6):
    return {
        f"c{n}": {
            "claim": "It is so",
            "source": f"s{n % 3 + 1}",
            "paragraph": n,
            "basis": basis,
            "credibility": credibility,
        }
        for n, basis in enumerate(bases, 1)
    }


def test_claims_are_counted_by_basis_and_doubt_through_assumptions_too() -> None:
    evidence = claims("reported", "inference", "opinion", credibility=4)
    case = case_with(
        "A",
        "A",
        "A",
        evidence=evidence,
        assumptions={"a1": {"text": "So", "because": ["c2", "c3"]}},
    )
    found = sourcing(case, refs("c1", "c1", "a1", "s1¶9"))
    assert (found.claims, found.inferred, found.doubtful) == (3, 2, 3)
    assert sourcing(case, refs("s1¶9")).claims == 0


@pytest.mark.parametrize(
    ("bases", "more", "reason"),
    [
        (("inference", "opinion", "inference"), (), "mostly inferred"),
        (("inference", "inference", "reported"), (), "several documents"),
        (("inference", "opinion", "inference"), ("s1¶5", "s2¶5", "s3¶5"), "mostly inferred"),
        (
            ("inference", "opinion", "inference"),
            ("s1¶5", "s2¶5", "s3¶5", "s1¶6"),
            "several documents",
        ),
    ],
)
def test_claims_that_are_mostly_inferred_allow_moderate_only(bases, more, reason) -> None:
    case = case_with("A", "A", "A", evidence=claims(*bases))
    ground = information_base(case, refs("c1", "c2", "c3", *more))
    assert ground.reason == reason


@pytest.mark.parametrize(
    ("agreeing", "level"),
    [
        (["nash", "gmr", "smr", "seq", "sseq"], "high"),
        (["nash", "seq"], "moderate"),
        (["gmr", "smr"], "low"),
        ([], "low"),
    ],
)
def test_agreement_of_concepts(agreeing: list[str], level: str) -> None:
    assert agreement(["nash", "gmr", "smr", "seq", "sseq"], agreeing).level == level


def test_a_stopped_search_is_low_whatever_agrees() -> None:
    ground = agreement(["nash"], ["nash"], complete=False)
    assert (ground.level, ground.reason) == ("low", "search stopped")


@pytest.mark.parametrize(
    ("models", "tried", "changed", "level", "reason"),
    [
        (3, [], [], "moderate", "one reading"),
        (3, ["a"], [], "moderate", "few readings"),
        (2, ["a", "b"], [], "high", "readings agree"),
        (3, ["a"], ["a"], "moderate", "readings change it"),
        (1, ["a"], ["a"], "low", "readings change it"),
    ],
)
def test_spread_over_readings(
    models: int, tried: list[str], changed: list[str], level: str, reason: str
) -> None:
    ground = spread(models, tried, changed)
    assert (ground.level, ground.reason) == (level, reason)


def test_an_unsupported_assumption_bears_through_its_id_or_paragraph() -> None:
    given = {"text": "It stays so", "status": "unsupported", "because": ["s1¶7"]}
    case = case_with("A", assumptions={"a1": given})
    assert assumptions(case, refs("s1¶8")) is None
    for bearing in ("a1", "s1¶7"):
        ground = assumptions(case, refs(bearing))
        assert ground is not None
        assert (ground.level, ground.values["assumption"]) == ("low", "a1")
    solid = case_with("A", assumptions={"a1": {**given, "status": "solid"}})
    assert assumptions(solid, refs("a1")) is None


def test_the_analysts_own_level_takes_the_place_of_the_computed_one() -> None:
    grounds = [Ground("information base", "high", "several documents")]
    own = OwnConfidence(level="low", reason="The archive is closed.")
    found = weigh(grounds, own)
    assert (found.level, found.own, found.driver) == ("low", own, grounds[0])


def test_the_lowest_ground_counts_and_the_first_such_drives() -> None:
    grounds = [
        Ground("information base", "moderate", "few documents"),
        Ground("analytical rigour", "moderate", "concepts differ"),
        Ground("complexity and volatility", "high", "readings agree"),
    ]
    found = weigh([*grounds, None])
    assert (found.level, found.driver.reason) == ("moderate", "few documents")
    assert found.grounds == tuple(grounds)
