"""Figure: who would have to change."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import aimed, assess, material_of, small

from detente.judgement.key import key_judgements
from detente.report.figures.parties import parties_figure
from detente.report.material import Material


def test_the_flagship() -> None:
    figure = parties_figure(material_of("japan-russia"))
    assert figure is not None
    assert figure.takeaway == (
        "Russia alone could unlock seven of the nine outcomes asked about, by changing its own priorities."
    )
    assert figure.head[:4] == ("Model", "Outcome", "Japan", "Russia")
    two = next(r for r in figure.table if r[1] == "Peace treaty with two islands (asked about)")
    assert two[2:6] == (
        "cannot with up to 2",
        "one change",
        "cannot with up to 2",
        "no part in this model",
    )
    assert len(figure.table) == figure.svg.count("<g tabindex") == 19


def test_numbers_stand_beside_shapes() -> None:
    figure = parties_figure(material_of("japan-russia"))
    assert figure is not None
    assert figure.svg.count(">2</text>") >= 3
    assert "proven: no change of its own is enough" in figure.svg


def test_nobody_alone() -> None:
    figure = parties_figure(aimed("prisoners-dilemma", "s1"))
    assert figure is not None
    assert figure.takeaway == "No party alone could bring about any of the one outcome asked about."


def test_several_parties_and_no_aim() -> None:
    figure = parties_figure(material_of("prisoners-dilemma"))
    assert figure is not None
    assert figure.takeaway == (
        "Row and Column could each alone unlock one of the three outcomes that do not hold, by changing "
        "their own priorities."
    )
    assert figure.head[0] == "Outcome"


def test_a_stopped_search_is_told_from_a_proof() -> None:
    m = aimed("prisoners-dilemma", "s1")
    a = m.models[0]
    prospects = tuple(
        replace(
            p, alone={k: replace(u, complete=False, proven_below=1) for k, u in p.alone.items()}
        )
        for p in a.prospects
    )
    figure = parties_figure(Material(m.case, [replace(a, prospects=prospects)], m.judgements))
    assert figure is not None
    assert "not with fewer than 1" in {c for row in figure.table for c in row}
    assert "the search was stopped" in figure.svg


def test_no_figure_where_nothing_could_be_unlocked() -> None:
    case = small(outcomes={})
    models = assess(case)
    assert parties_figure(Material(case, models, key_judgements(case, models))) is None
