"""Sentences of confidence name their driver and hold no likelihood; sourcing is summed up."""

from __future__ import annotations

import pytest
from tests.report.made import assessed

from detente.case.ledgers import OwnConfidence
from detente.evidence import Claim, Source
from detente.evidence.part import When
from detente.evidence.summary import summarise
from detente.judgement.confidence import Confidence, Ground, Sourcing
from detente.report.assurance import (
    _CLAUSES,
    confidence_sentence,
    grade,
    ground_clause,
    sourcing_sentence,
    summary_sentences,
)
from detente.report.lint import lint_sentence
from detente.report.words import Words

CASE = assessed("japan-russia")[0]
WORDS = Words(CASE)
VALUES = {
    "claims": 4,
    "inferred": 3,
    "documents": ("001", "002"),
    "own": 1,
    "of": 4,
    "good": 1,
    "agree": ("nash", "seq"),
    "differ": ("gmr",),
    "tried": ("2017-11",),
    "changed": ("2017-11",),
    "assumption": "a1",
    "open": 2,
    "share": 2,
    "low": 3,
    "high": 8,
    "actor": "ru",
    "points": 40,
}
SAID = {
    "mostly inferred": "three of the four claims behind it are inference or opinion",
    "no sources": "no priority behind it names a source",
    "own additions": "one of the four references behind it is our own or from outside",
    "one document": "one document alone (001) carries it",
    "few documents": "only two documents (001 and 002) stand behind it",
    "weak sources": "one of the two documents behind it is graded A or B",
    "several documents": "two documents stand behind it",
    "search stopped": "the search behind it was stopped before its end",
    "concepts agree": "every stability concept agrees",
    "concepts differ": "general metarationality does not bear it out",
    "one reading": "the case holds no other reading of any party to test it with",
    "readings change it": "other readings of a party change the result in “November 2017”",
    "few readings": "other readings of a party could be tried in only one of four models",
    "readings agree": "no other reading of a party changes it",
    "unsupported assumption": "it leans on an assumption that nothing supports: “Moscow ranks "
    "sovereignty over the islands above any gain from Japan”",
    "no base rate": "the question names no base rate",
    "runs near base rate": "the runs lie near the base rate",
    "runs off base rate": "the share of runs, 2 %, lies outside the base rate of 3 to 8 %",
    "one reading drawn": "the runs draw no party's reading from several",
    "readings near": "no party's reading moves the share of runs by much",
    "readings apart": "knowing Russia's reading would move the share of runs by 40 points",
    "no record": "no forecast of this model has come to be scored",
    "matters open": "two of the four disagreements are beyond what the models can tell",
}


def test_every_ground_has_its_clause() -> None:
    assert set(SAID) == set(_CLAUSES)


@pytest.mark.parametrize("reason", SAID)
def test_clauses(reason: str) -> None:
    ground = Ground("information base", "low", reason, VALUES)
    assert ground_clause(WORDS, ground) == SAID[reason]
    sentence = confidence_sentence(WORDS, Confidence("low", ground, (ground,)))
    assert sentence == f"We have low confidence in this, because {SAID[reason]}."
    assert lint_sentence(sentence) == ""


@pytest.mark.parametrize(
    ("reason", "values", "said"),
    [
        (
            "own additions",
            {"own": 2, "of": 2},
            "it rests on our own additions or outside knowledge alone",
        ),
        ("weak sources", {"good": 0}, "none of the two documents behind it is graded A or B"),
        (
            "concepts differ",
            {"differ": ("gmr", "smr")},
            "general and symmetric metarationality do not bear it out",
        ),
        ("concepts differ", {"agree": ()}, "the models differ in it under every stability concept"),
        ("readings change it", {"of": 1}, "another reading of a party changes the result"),
        (
            "matters open",
            {"open": 1},
            "one of the four disagreements is beyond what the models can tell",
        ),
        (
            "matters open",
            {"open": 0},
            "every model and every disagreement of the documents was put to the test",
        ),
    ],
)
def test_clauses_that_depend_on_the_count(
    reason: str, values: dict[str, object], said: str
) -> None:
    ground = Ground("information base", "low", reason, {**VALUES, **values})  # type: ignore[dict-item]
    assert ground_clause(WORDS, ground) == said


def test_high_confidence_gives_every_ground() -> None:
    grounds = (
        Ground("information base", "high", "several documents", VALUES),
        Ground("analytical rigour", "high", "concepts agree", VALUES),
    )
    assert confidence_sentence(WORDS, Confidence("high", grounds[0], grounds)) == (
        "We have high confidence in this, because two documents stand behind it and every stability "
        "concept agrees."
    )


def test_sourcing_of_several_documents() -> None:
    found = Sourcing(("001", "004"), ("001¶1", "004¶2"), 4, 1, 1, When.parse("2018-05"), "D")
    assert sourcing_sentence(CASE, found) == (
        "Sources: two documents (001 and 004), two paragraphs, the newest of May 2018, the weakest "
        "graded D (not usually reliable), one addition of our own, one point from outside the documents."
    )


def test_the_analysts_own_confidence_is_told_beside_the_computed_one() -> None:
    driver = Ground("analytical rigour", "high", "concepts agree")
    own = OwnConfidence(level="low", reason="The archive is closed.")
    said = confidence_sentence(WORDS, Confidence("low", driver, (driver,), own))
    assert said == (
        "We have low confidence in this by our own judgement: The archive is closed. By the rules "
        "of this report it would be high, because every stability concept agrees."
    )


def test_sourcing_without_documents() -> None:
    assert (
        sourcing_sentence(CASE, Sourcing((), (), 0, 0, 0, None, "")) == "Sources: none are named."
    )
    own = Sourcing((), (), 2, 2, 0, None, "")
    assert sourcing_sentence(CASE, own) == "Sources: two additions of our own."


def test_sourcing_says_how_many_claims_are_no_plain_report() -> None:
    found = Sourcing(("001",), ("001¶4",), 3, 0, 0, None, "B", claims=3, inferred=2, doubtful=1)
    assert sourcing_sentence(CASE, found) == (
        "Sources: document 001, one paragraph, graded B (usually reliable), three claims (two "
        "inference or opinion and one doubtful)."
    )
    plain = Sourcing(("001",), ("001¶4",), 1, 0, 0, None, "B", claims=1)
    assert sourcing_sentence(CASE, plain).endswith("graded B (usually reliable), one claim.")


def test_grades_in_words() -> None:
    assert grade("A") == "A (completely reliable)"
    assert grade("") == ""


def test_the_summary_of_all_sources() -> None:
    assert summary_sentences(summarise({}, {})) == "The case names no sources."
    one = {"a": Source(title="T", issued="2018-05", reliability="C")}
    assert summary_sentences(summarise(one, {})) == (
        "One source of one originator, of May 2018: one graded C."
    )
    claims = {
        "a": Claim(claim="It is so", source="a", basis="inference"),
        "b": Claim(claim="So it is", source="a", credibility=4, contradicted_by=("a",)),
    }
    assert summary_sentences(summarise(one, claims)).endswith(
        "Two claims are taken from them: 1 reported and 1 inferred. 0 are borne out by another "
        "source, 1 disputed, 1 doubtful. Whether the sources draw on one another is not known."
    )
