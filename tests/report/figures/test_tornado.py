"""The tornado: a bar for each change from what is to what would be, with its table twin."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from detente.errors import UsageError
from detente.forecast.sensitivity import Swing
from detente.report.figures import tornado
from detente.report.figures.tornado import change_of, tornado_figure

SWINGS = [
    Swing("statement", 'm:a: x <"&>', 0.5, 0.9, 0.4),
    Swing("shock", "storm", 0.5, 0.2, 0.3),
    Swing("mechanism", "M1", 0.5, 0.5, 0.1),
    Swing("reading", "m:a=calm", 0.5, 0.5, 0.0),
]


def groups(svg: str) -> list[ElementTree.Element]:
    return [g for g in ElementTree.fromstring(svg).iter() if g.get("aria-label")]


def test_bars_go_from_what_is_to_what_would_be() -> None:
    figure = tornado_figure("It is built", SWINGS, 200)
    first, second, third = groups(figure.svg)
    for group, left, width in ((first, 250 + 140, 112), (second, 250 + 56, 84)):
        bar = [e for e in group if e.tag.endswith("rect")][1]
        assert float(bar.get("x", "")) == left
        assert float(bar.get("width", "")) == width
    assert len([e for e in third if e.tag.endswith("rect")]) == 1  # no bar, a mark
    assert "10 % of runs differ" in third.get("aria-label", "")


def test_the_table_says_the_same() -> None:
    figure = tornado_figure("It is built", SWINGS, 200)
    assert figure.table[1] == ("without the shock storm", "50 %", "20 %", "30 %")
    assert [row[0] for row in figure.table] == [change_of(s) for s in SWINGS[:3]]
    assert "50 % of 200 runs have it" in figure.takeaway


def test_many_changes_are_cut_and_none_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tornado, "MOST", 2)
    figure = tornado_figure("It is built", SWINGS, 200)
    assert (len(groups(figure.svg)), len(figure.table)) == (2, 3)
    assert "… and 1 more in the table" in figure.svg
    with pytest.raises(UsageError, match="nothing to draw"):
        tornado_figure("It is built", SWINGS[3:], 200)
