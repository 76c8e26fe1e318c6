"""What holds, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.made import material_of

from detente.judgement.finding import Holding, KeyJudgement
from detente.report.points.holds import holds


def judged(name: str, *changes: dict[str, object]) -> tuple[str, str]:
    """The judgement of a case, its first findings changed."""
    m = material_of(name)
    j = m.judgements[0]
    found = [f for f in j.findings if isinstance(f, Holding)]
    for n, change in enumerate(changes):
        found[n] = replace(found[n], **change)  # type: ignore[arg-type]
    changed: KeyJudgement = replace(j, findings=tuple(found))
    claim, detail = holds(m, changed)
    return str(claim), str(detail)


def test_everywhere() -> None:
    assert judged("japan-russia") == (
        "At every date modelled, from December 1956 to 25 May 2018, no party gains by changing course alone.",
        "What was done at each date is stable under all five stability concepts; under Nash, sequential "
        "and symmetric sequential stability nothing else is. Nor does any group of parties gain by moving "
        "together.",
    )


def test_in_some_models() -> None:
    claim, detail = judged("japan-russia", {"concepts": ("gmr",), "sole": ()})
    assert claim == "What is done holds in nine of ten models, but not in the latest."
    assert detail.startswith("What was done at each date is stable under general metarationality")


def test_in_one_model() -> None:
    claim, detail = judged("prisoners-dilemma")
    assert claim == "No party gains by changing course alone."
    assert detail.endswith("Together, Row and Column could gain by moving.")


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        (
            "cuba-1962",
            "What is done today does not hold: the United States gains by changing course alone.",
        ),
        (
            "chicken",
            "What is done today does not hold: Row and Column gain by changing course alone.",
        ),
    ],
)
def test_nowhere_names_the_movers(name: str, claim: str) -> None:
    assert judged(name)[0] == claim


def test_under_no_concept() -> None:
    assert "stable under none of the five stability concepts" in judged("chicken")[1]


def test_alone_under_every_concept() -> None:
    every = ("nash", "gmr", "smr", "seq", "sseq")
    detail = judged("prisoners-dilemma", {"sole": every, "joint": ()})[1]
    assert "stable under all five stability concepts, and nothing else is." in detail


def test_groups_that_gain_are_named_with_their_model() -> None:
    joint = (("jp", "ru"), ("jp", "us"), ("ru", "us"), ("jp", "ru", "us"))
    detail = judged("japan-russia", {"joint": joint})[1]
    assert "Together, Japan and Russia in “Treaty menu”; " in detail
    assert "and one more group could gain by moving." in detail
