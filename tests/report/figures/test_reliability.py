"""The reliability diagram: a mark for each level, with its table twin."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from tests.forecast.scores.test_card import questions

from detente.errors import UsageError
from detente.forecast.scores import score_table
from detente.report.figures.reliability import reliability_figure, said

CARD = score_table(questions(80), draws=20)
FIGURE = reliability_figure(CARD)


def named(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [
        g.get("aria-label", "")
        for g in root.iter("{http://www.w3.org/2000/svg}g")
        if g.get("tabindex")
    ]


def test_every_level_has_a_mark_and_a_row() -> None:
    levels = [(s.forecaster, v) for s in CARD.scores if s.reliability for v in s.reliability.levels]
    assert len(named(FIGURE.svg)) == len(FIGURE.table) == len(levels)
    for told, row, (name, level) in zip(named(FIGURE.svg), FIGURE.table, levels, strict=True):
        assert told.startswith(f"{name} said {said(level)}: {row[2]} of ")
        assert row == (name, said(level), row[2], str(level.count))


def test_places_follow_the_numbers() -> None:
    (score,) = [s for s in CARD.scores if s.forecaster == "even"]
    assert score.reliability is not None
    (level,) = score.reliability.levels
    root = ElementTree.fromstring(FIGURE.svg)
    (group,) = [g for g in root.iter() if g.get("aria-label", "").startswith("even said 50 %")]
    line = next(e for e in group if e.tag.endswith("line"))
    assert float(line.get("x1", "")) == float(line.get("x2", "")) == 52 + 150
    assert float(line.get("y1", "")) == pytest.approx(26 + 300 * (1 - level.came_true), abs=0.06)


def test_names_cannot_break_out() -> None:
    bad = '"><script>&'
    table = [replace(j, forecasts={bad: 0.5}) for j in questions(60)]
    figure = reliability_figure(score_table(table, draws=5))
    assert "<script>" not in figure.svg
    assert any(told.startswith(bad) for told in named(figure.svg))


def test_many_forecasters_have_a_legend_of_several_lines() -> None:
    names = [f"forecaster number {i}" for i in range(6)]
    table = [replace(j, forecasts=dict.fromkeys(names, 0.5)) for j in questions(60)]
    root = ElementTree.fromstring(reliability_figure(score_table(table, draws=5)).svg)
    texts = [e for e in root.iter() if e.tag.endswith("text") and (e.text or "") in names]
    assert len({e.get("y") for e in texts}) > 1
    assert max(float(e.get("y", "")) for e in texts) < float(root.get("height", ""))


def test_few_questions_have_no_diagram() -> None:
    with pytest.raises(UsageError, match="from 50 questions on"):
        reliability_figure(score_table(questions(20), draws=5))
