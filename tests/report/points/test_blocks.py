"""Who blocks, in words."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import aimed, material_of

from detente.judgement.finding import Blocked
from detente.report.material import Material
from detente.report.points.blocks import blocks


def said(
    m: Material, blockers: dict[int, tuple[str, ...]] | None = None, **change: object
) -> tuple[str, str]:
    j = m.judgement("blocks")
    assert j is not None
    found = [replace(f, **change) for f in j.findings if isinstance(f, Blocked)]  # type: ignore[arg-type]
    for n, who in (blockers or {}).items():
        found[n] = replace(found[n], blockers=who)
    claim, detail = blocks(m, replace(j, findings=tuple(found)))
    return str(claim), str(detail)


def test_the_flagship() -> None:
    assert said(material_of("japan-russia")) == (
        "Russia stands in the way of “Peace treaty with two islands”, and of the outcome asked about in six "
        "of the eight other models.",
        "Nothing that the other parties change, up to three priorities, makes it hold there. In “1960” it is "
        "Japan. In “1956” no single party does.",
    )


def test_not_in_the_latest() -> None:
    claim, _ = said(material_of("japan-russia"), {0: ()})
    assert claim == "Russia stands in the way of the outcome asked about in six of the nine models."


def test_only_in_the_latest() -> None:
    m = material_of("japan-russia")
    claim, detail = said(m, {0: ("us",), **dict.fromkeys(range(1, 9), ())})
    assert claim == "The United States stands in the way of “Peace treaty with two islands”."
    assert detail.endswith("and “1956” no single party does.")


def test_in_all_of_them() -> None:
    claim, detail = said(material_of("japan-russia"), dict.fromkeys(range(9), ("ru",)))
    assert claim.endswith("and of the outcome asked about in all eight other models.")
    assert (
        detail
        == "Nothing that the other parties change, up to three priorities, makes it hold there."
    )


def test_without_an_aim_outcomes_are_counted() -> None:
    assert said(material_of("cuba-1962"))[0] == (
        "The Soviet Union stands in the way of eight of the ten outcomes that do not hold."
    )
    claim, detail = said(material_of("elmira-1991"))
    assert claim.startswith("Uniroyal stands in the way of four of the five")
    assert detail.endswith("Local government stands in the way of three.")


def test_several_at_once() -> None:
    claim, _ = said(material_of("prisoners-dilemma"))
    assert (
        claim
        == "Row and Column each stand in the way of two of the three outcomes that do not hold."
    )


def test_a_single_outcome_is_named() -> None:
    claim, detail = said(aimed("prisoners-dilemma", "s1"))
    assert claim == "Row and Column each stand in the way of “Both cooperate”."
    assert detail == "Nothing that the other parties change, up to three priorities, makes it hold."


def test_nobody_in_the_way() -> None:
    m = material_of("prisoners-dilemma")
    assert said(m, dict.fromkeys(range(3), ()))[0] == "No single party stands in the way."
    assert said(m, holds=True) == ("Nobody stands in the way: every outcome asked about holds.", "")


def test_some_outcomes_that_anyone_could_bring_about() -> None:
    detail = said(material_of("prisoners-dilemma"), {0: ()})[1]
    assert detail.endswith("For one no one party in particular is needed.")
