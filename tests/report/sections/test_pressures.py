"""The section on what presses: loops in words, a figure with its twin, contested pushes."""

from __future__ import annotations

import re

from tests.casebook.shipped import open_shipped

from detente.report.material import Material
from detente.report.sections import pressures as section_module
from detente.report.sections.pressures import pressures
from detente.stability import CLASSICAL
from detente.stability.assessment import assess_model


def written(name: str, model: str):
    case = open_shipped(name)
    return pressures(Material(case, [assess_model(case, model, list(CLASSICAL.values()))], []))


def test_the_loops_of_the_flagship_are_told() -> None:
    section = written("japan-russia", "treaty-menu")
    kinds = [block.kind for block in section.blocks]
    assert kinds[:3] == ["paragraph", "table", "figure"]
    table, figure = section.blocks[1], section.blocks[2].figure
    assert len(table.rows) == 12
    does = [str(row.cells[1]) for row in table.rows]
    assert len(figure.table) == 29
    assert does == sorted(does, key=lambda d: "Balances" in d)
    assert sum("Reinforces" in d for d in does) == 9


def test_a_case_without_a_network_has_no_such_section() -> None:
    assert written("chicken", "main") is None


def test_of_many_loops_the_first_are_told_and_drawn(monkeypatch) -> None:
    monkeypatch.setattr(section_module, "SHOWN", 2)
    section = written("japan-russia", "treaty-menu")
    table, figure = section.blocks[1], section.blocks[2].figure
    assert (len(table.rows), "the first two of 12" in table.caption) == (2, True)
    told = set(re.findall(r"\bM\d+\b", str(table.rows)))
    assert {row[0] for row in figure.table} == told
