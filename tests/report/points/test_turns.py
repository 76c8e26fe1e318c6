"""What it turns on, in words."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import material_of

from detente.judgement.finding import Turning
from detente.report.points.turns import turns

M = material_of("japan-russia")


def said(keep: str = "reading what-if quarrel", **change: object) -> tuple[str, str]:
    j = M.judgement("turns")
    assert j is not None
    finding = j.findings[0]
    assert isinstance(finding, Turning)
    kept = tuple(
        replace(v, **change) if v.kind == "reading" else v  # type: ignore[arg-type]
        for v in finding.variations
        if v.kind in keep.split()
    )
    matters = finding.quarrels if "quarrel" in keep else ()
    claim, detail = turns(M, replace(j, findings=(Turning(kept, matters),)))
    return str(claim), str(detail)


def test_the_flagship() -> None:
    assert said() == (
        "Four of seven other readings of the parties change what holds, all of them in “November 2017”.",
        "Under four of these readings the outcome asked about holds as well. Of 33 what-ifs, eight make the "
        "outcome asked about hold. Of the ten disagreements between the documents, three lead to different "
        "conduct, two to the same conduct and five are beyond what the models can tell.",
    )


def test_readings_that_change_nothing() -> None:
    claim, detail = said("reading", changed=False, aim={})
    assert claim == (
        "What holds does not turn on how the parties are read: none of seven other readings changes it."
    )
    assert detail == ""


def test_quarrels_alone() -> None:
    claim, detail = said("quarrel")
    assert claim.startswith("Of the ten disagreements between the documents, three lead to")
    assert detail == ""


def test_quarrels_that_change_nothing() -> None:
    j = M.judgement("turns")
    assert j is not None
    finding = j.findings[0]
    assert isinstance(finding, Turning)
    alike = tuple(replace(q, conduct="same") for q in finding.quarrels[:2])
    claim, _ = turns(M, replace(j, findings=(Turning((), alike),)))
    assert claim == "Of the two disagreements between the documents, two lead to the same conduct."
