"""Blocks: frozen, and walked whole."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest
from tests.report.made import report_of

from detente.report import blocks
from detente.report.blocks import Bullets, Fold, Paragraph, Row, Section, Table, blocks_of, lines_of
from detente.report.inlines import line, plain


def test_every_block_is_frozen_and_says_its_kind() -> None:
    kinds = []
    for name in blocks.__all__:
        thing = getattr(blocks, name)
        if isinstance(thing, type) and hasattr(thing, "kind"):
            assert thing.__dataclass_params__.frozen  # type: ignore[attr-defined]
            kinds.append(thing.kind)
    assert len(kinds) == len(set(kinds)) == 9


def test_a_report_is_walked_in_reading_order() -> None:
    inner = Section("b", "Inner", (Paragraph(line("two")),))
    table = Table("caption", ("h",), (Row((line("cell"),)),))
    section = Section("a", "Outer", (Paragraph(line("one")), Fold("more", (inner,)), table))
    report = dataclasses.replace(report_of("chicken"), key_points=(), sections=(section,))
    assert [b.kind for b in blocks_of(report)] == [
        "section", "paragraph", "fold", "section", "paragraph", "table",
    ]  # fmt: skip
    said = [plain(x) for x in lines_of(report)][3:]
    assert said == ["Outer", "one", "more", "Inner", "two", "caption", "cell"]


def test_lines_cover_every_kind_of_block() -> None:
    report = report_of("japan-russia")
    kinds = Counter(b.kind for b in blocks_of(report))
    assert set(kinds) == {
        "section", "paragraph", "note", "bullets", "definitions", "table", "figure", "fold", "keypoint",
    }  # fmt: skip
    assert sum(1 for _ in lines_of(report)) > 1500


def test_a_block_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Bullets(()).items = ()  # type: ignore[misc]
