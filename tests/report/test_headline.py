"""Title and bottom line: the answer for every way a case can come out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.made import aimed, assess, assessed, material_of, small

from detente.judgement.key import key_judgements
from detente.report.headline import bottom_line, headline, leading_change
from detente.report.inlines import plain
from detente.report.material import Material
from detente.stability.unlock import Unlocking


def made(case: object, models: object) -> Material:
    return Material(case, models, key_judgements(case, models))  # type: ignore[arg-type]


def unlocked(material: Material, **changes: object) -> Material:
    """The same material with another answer to what unlocks its first model's outcomes."""
    m = material.models[0]
    prospects = []
    for p in m.prospects:
        if p.unlocking is not None:
            unlocking: Unlocking = replace(p.unlocking, **changes)  # type: ignore[arg-type]
            p = replace(p, unlocking=unlocking)
        prospects.append(p)
    return made(material.case, (replace(m, prospects=tuple(prospects)),))


def test_the_flagship() -> None:
    m = material_of("japan-russia")
    assert headline(m) == (
        "Russia blocks “Peace treaty with two islands”; one change of its priorities would unlock it"
    )
    assert plain(bottom_line(m)) == (
        "In the latest model, “Treaty menu” (25 May 2018), no party gains by changing course alone, so "
        "“No form of treaty that both would sign” holds under all five stability concepts. “Peace treaty "
        "with two islands” does not hold, because it would break Russia's second priority, “Offer no two "
        "islands unless they are outside the alliance's coverage” [002¶23, 002¶24, 001¶21]; it would hold "
        "if Russia reversed that priority, and no set of up to three changes by Japan and the United "
        "States would do."
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("prisoners-dilemma", "“Both defect” holds: no party gains by changing course alone"),
        ("chicken", "“Collision” does not hold: Row and Column gain by changing course"),
        (
            "cuba-1962",
            "“Missiles stay unopposed” does not hold: the United States gains by changing course",
        ),
    ],
)
def test_without_an_aim_today_is_the_headline(name: str, title: str) -> None:
    assert headline(material_of(name)) == title


def test_without_an_aim_the_bottom_line_prices_the_other_outcomes() -> None:
    assert plain(bottom_line(material_of("prisoners-dilemma"))) == (
        "No party gains by changing course alone, so “Both defect” holds under all five stability "
        "concepts. “Row is betrayed” would take one change of priorities, by Row; “Column is betrayed” "
        "one, by Column; “Both cooperate” two."
    )
    said = plain(bottom_line(material_of("elmira-1991")))
    assert "these" not in said
    assert said.endswith("two more outcomes do not hold either.")


def test_an_aim_in_place() -> None:
    m = aimed("prisoners-dilemma", "s4")
    assert headline(m) == "“Both defect” is in place and holds"
    assert plain(bottom_line(m)).endswith("“Both defect” is among the outcomes that hold.")


def test_an_aim_that_holds_elsewhere() -> None:
    assert headline(aimed("chicken", "s2")) == "“Only row gives way” holds once it is reached"


def test_an_aim_that_two_parties_block() -> None:
    m = aimed("prisoners-dilemma", "s1")
    assert headline(m) == (
        "Row and Column block “Both cooperate”; two changes of their priorities would unlock it"
    )
    assert plain(bottom_line(m)).endswith(
        "it would hold if Row reversed its first priority, “Column is betrayed”; and Column reversed "
        "its first priority, “Row is betrayed”."
    )


def test_an_aim_that_no_one_party_blocks() -> None:
    models = [m for m in assessed("japan-russia")[1] if m.id == "1956"]
    assert headline(made(assessed("japan-russia")[0], models)) == (
        "“Settlement on two islands” does not hold; one change by Japan or the United States would unlock it"
    )


def test_an_aim_that_nothing_unlocks() -> None:
    m = unlocked(aimed("prisoners-dilemma", "s1"), edits=None, solutions=())
    assert headline(m) == (
        "“Both cooperate” does not hold, and no set of up to three changes of priorities would unlock it"
    )
    assert plain(bottom_line(m)).endswith(
        "no set of up to three changes of priorities would make it hold."
    )


def test_a_search_that_was_stopped_claims_no_more_than_it_saw() -> None:
    changes = {"edits": None, "solutions": (), "complete": False, "proven_below": 2}
    m = unlocked(aimed("prisoners-dilemma", "s1"), **changes)
    assert "no set of fewer than two changes of priorities would unlock it" in headline(m)


def test_without_outcomes() -> None:
    case = small(outcomes={})
    m = made(case, assess(case))
    assert leading_change(m) is None
    assert headline(m) == (
        "A state in which no option is taken holds: no party gains by changing course alone"
    )
    assert plain(bottom_line(m)).strip().endswith("stability concepts.")


def test_a_state_of_two_names_takes_the_plural() -> None:
    models = [m for m in assessed("japan-russia")[1] if m.id == "2018-05"]
    said = plain(bottom_line(made(assessed("japan-russia")[0], models)))
    assert "that its firms do not deliver” hold under" in said


def test_fewer_concepts_are_counted_as_they_are() -> None:
    case, models = assessed("prisoners-dilemma")
    m = models[0]
    for keys, said in (
        (("nash",), "Nash stability"),
        (("nash", "seq"), "both Nash and sequential stability"),
    ):
        held = {k: v for k, v in m.holds.items() if k in keys}
        few = replace(m, concepts=keys, holds=held)
        assert f"holds under {said}." in plain(bottom_line(made(case, (few,))))
