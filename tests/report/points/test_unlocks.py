"""What would unlock, in words."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import aimed, assessed, material_of

from detente.judgement.finding import Change
from detente.judgement.key import key_judgements
from detente.report.inlines import line, plain
from detente.report.material import Material
from detente.report.points.unlocks import unlocks


def said(m: Material, **change: object) -> tuple[str, str]:
    j = m.judgement("unlocks")
    assert j is not None
    found = [f for f in j.findings if isinstance(f, Change)]
    found[0] = replace(found[0], **change)  # type: ignore[arg-type]
    claim, detail = unlocks(m, replace(j, findings=tuple(found)))
    return plain(line(claim)), plain(line(detail))


def test_the_flagship() -> None:
    assert said(material_of("japan-russia")) == (
        "One change would unlock “Peace treaty with two islands”: Russia would have to reverse its second "
        "priority, “Offer no two islands unless they are outside the alliance's coverage” [002¶23, 002¶24, "
        "001¶21].",
        "No set of up to three changes of priorities by Japan and the United States together does it "
        "instead. Three other changes of the same size do it too. Of the eight other models, seven would "
        "take one change and one would take two changes.",
    )


def test_several_changes_together() -> None:
    claim, detail = said(aimed("prisoners-dilemma", "s1"))
    assert claim.startswith(
        "Two changes together would unlock “Both cooperate”: Row would have to reverse"
    )
    assert "; and Column would have to reverse its first priority" in claim
    assert detail == "24 other changes of the same size do it too."


def test_what_holds_already() -> None:
    claim, _ = said(aimed("prisoners-dilemma", "s4"))
    assert claim == "Nothing has to change for “Both defect”: it holds already."


def test_proven_none_and_stopped() -> None:
    m = aimed("prisoners-dilemma", "s1")
    none = {"edits": None, "plainest": None, "solutions": 0}
    assert (
        said(m, **none)[0]
        == "No set of up to three changes of priorities unlocks “Both cooperate”."
    )
    assert said(m, **none, complete=False, proven_below=2)[0] == (
        "No set of fewer than two changes of priorities unlocks “Both cooperate”; larger ones were not all "
        "tried."
    )


def test_others_who_could_do_it_as_well() -> None:
    case, models = assessed("japan-russia")
    only = [m for m in models if m.id == "1956"]
    m = Material(case, only, key_judgements(case, only))
    claim, detail = said(m)
    assert claim.startswith(
        "One change would unlock “Settlement on two islands”: the United States would"
    )
    assert detail.startswith("Japan could do so by one of its own as well.")
    three = said(m, alone={"jp": 1, "ru": 1, "us": 1})[1]
    assert three.startswith("Japan and Russia could each do so by one of its own as well.")


def test_other_outcomes_without_an_aim() -> None:
    assert said(material_of("cuba-1962"))[1].endswith(
        "Of the nine other outcomes, five would take one change and four would take two changes."
    )


def test_all_others_alike() -> None:
    m = material_of("prisoners-dilemma")
    j = m.judgement("unlocks")
    assert j is not None
    alike = tuple(replace(f, edits=1) for f in j.findings if isinstance(f, Change))
    _, detail = unlocks(m, replace(j, findings=alike))
    assert plain(line(detail)).endswith("The two other outcomes would take one change each.")
    none = tuple(replace(f, edits=None) if n else f for n, f in enumerate(alike))
    _, detail = unlocks(m, replace(j, findings=none))
    assert plain(line(detail)).endswith("would take more than was searched for each.")
