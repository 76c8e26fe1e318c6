"""A claim in words, with what a reader needs to weigh it."""

from __future__ import annotations

from tests.report.made import small

from detente.report.claims import claim_text, graded


def case(**claims):
    sources = {"s1": {"title": "T", "reliability": "B"}, "s2": {"title": "U"}}
    return small(sources=sources, evidence=claims)


def text(**claim):
    made = case(c={"claim": "It is so", "source": "s1", **claim})
    return claim_text(made, made.evidence["c"])


def test_basis_and_grade_follow_the_claim() -> None:
    assert text(credibility=3) == "It is so (reported, B3)."
    assert text(claim="It is so.", basis="opinion") == "It is so (opinion, B6)."


def test_who_says_it_and_a_weak_point() -> None:
    assert text(speaker="the minister", note="Weak point: he left.") == (
        "It is so (reported by the minister, B6). Weak point: he left."
    )


def test_what_disputes_it_is_named_once_by_its_place() -> None:
    made = case(
        c={"claim": "It is so", "source": "s1", "contradicted_by": ["d", "e", "f"]},
        d={"claim": "It is not", "source": "s2", "paragraph": 4},
        e={"claim": "It never was", "source": "s2", "paragraph": 4},
        f={"claim": "It cannot be", "source": "s2"},
    )
    said = claim_text(made, made.evidence["c"])
    assert said == "It is so (reported, B6; disputed by s2¶4 and s2)."
    assert graded(made, made.evidence["d"]) == "F6"


def test_a_source_that_is_not_listed_cannot_be_judged() -> None:
    made = case(c={"claim": "It is so", "source": "s1", "credibility": 2})
    bare = made.model_copy(update={"sources": {}})
    assert graded(bare, bare.evidence["c"]) == "F2"
