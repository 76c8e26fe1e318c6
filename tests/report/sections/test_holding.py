"""What holds at each date, and why."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import material_of, report_of, rows_of, section_of, texts_in

from detente.report.material import Material
from detente.report.sections.holding import holding
from detente.stability import CLASSICAL
from detente.stability.analysis import Analysis

FLAGSHIP = report_of("japan-russia")


def test_the_latest_model_comes_first_with_its_date() -> None:
    titles = [b.title for b in section_of(FLAGSHIP, "holding").blocks if b.kind == "section"]
    assert titles[0] == "Treaty menu: no islands, two or four (25 May 2018)"
    assert "October 2014: ties caught in the war over Ukraine" in titles
    assert titles[-1].startswith("1956: two islands on offer")


def test_what_holds_and_what_is_done() -> None:
    said = texts_in(section_of(FLAGSHIP, "model-treaty-menu"))
    assert (
        "“No form of treaty that both would sign” holds under all five stability concepts; no other"
        in said
    )
    assert "Japan: Sign a treaty with two islands" in said
    assert "United States: None of its options." in said
    assert (
        "The reversal of any one of seven priorities would unsettle it; so would the mere loss of Japan's"
        in said
    )
    assert "There is no other state that any group of parties would all prefer." in said


def test_two_names_hold_together() -> None:
    said = texts_in(section_of(FLAGSHIP, "model-2018-05"))
    assert (
        "that its firms do not deliver” hold under all five stability concepts; under Nash" in said
    )
    assert (
        "Japan and Russia would both prefer nine other states, but cannot bring any about" in said
    )


def test_why_each_party_stays_and_what_it_lacks() -> None:
    rows = rows_of(section_of(FLAGSHIP, "model-2016-12"))
    assert rows[0] == [
        "Japan",
        "Nothing that it could do alone would leave it better off.",
        "Fourth of eleven: Settle for two islands and get them [002¶8, 002¶21]",
    ]
    assert rows[2][2] == "None: all are met."


def test_who_would_gain_and_is_not_deterred() -> None:
    rows = rows_of(section_of(report_of("cuba-1962"), "model-main"))
    assert rows[0][1] == (
        "It would gain by taking up “Destroy the missile sites from the air”, and no credible answer deters "
        "it. It has two other such moves."
    )


def test_who_would_gain_but_is_deterred() -> None:
    """In the prisoner's dilemma cooperation holds by foresight: look at it as if it were today's."""
    m = material_of("prisoners-dilemma")
    a = m.models[0]
    both = a.graph.find(["row.cooperate", "column.cooperate"])
    graph = replace(a.graph, status_quo=both)
    analysis = Analysis(graph)
    verdicts = tuple(
        analysis.verdict(c, d, both) for d in graph.deciders for c in CLASSICAL.values()
    )
    holds = {c.key: analysis.holds(c, both) for c in CLASSICAL.values()}
    there = replace(a, graph=graph, verdicts=verdicts, holds=holds, unmet=analysis.unmet(both))
    rows = rows_of(holding(Material(m.case, [there], ())))
    assert rows[0][1] == (
        "It would gain by giving up “Row stays silent”, but this would be answered: Column giving up "
        "“Column stays silent”."
    )
    said = texts_in(holding(Material(m.case, [there], ())))
    assert "holds under general and symmetric metarationality, and sequential" in said


def test_groups_that_could_gain_together() -> None:
    said = texts_in(section_of(report_of("prisoners-dilemma"), "model-main"))
    assert "Row and Column could both gain by moving together to “Both cooperate”." in said
    assert "The reversal of either of two priorities would unsettle it" in said


def test_what_holds_under_no_concept() -> None:
    said = texts_in(section_of(report_of("chicken"), "model-main"))
    assert "“Collision” does not hold under any stability concept." in said
