"""Markdown: it reads back as the same headings and tables, and no label becomes markup."""

from __future__ import annotations

import re

import pytest
from tests.report.made import CASES, HOSTILE, hostile, report_of

from detente.report.blocks import Section, Table, blocks_of
from detente.report.formats.markdown import MEMBER, escaped, render


@pytest.mark.parametrize("name", CASES)
def test_headings_are_those_of_the_report(name: str) -> None:
    report = report_of(name)
    text = render(report)
    found = re.findall(r"^#{2,6} (.*)$", text, re.M)
    wanted = [escaped(b.title) for b in blocks_of(report) if isinstance(b, Section)]
    assert found == ["Key judgements", *wanted]
    assert text.startswith("# ")
    assert text.count("\n# ") == 0


@pytest.mark.parametrize("name", CASES)
def test_every_row_of_a_table_has_as_many_cells(name: str) -> None:
    text = render(report_of(name))
    tables = re.findall(r"(?:^\|.*\|$\n?)+", text, re.M)
    assert len(tables) >= sum(isinstance(b, Table) for b in blocks_of(report_of(name)))
    for table in tables:
        cells = {len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().splitlines()}
        assert len(cells) == 1, table


def test_labels_never_become_markup() -> None:
    text = render(hostile()[1])
    assert not re.search(r"<(?!br)[a-z/!]", text)
    assert "\\`code\\`" in text
    assert escaped(HOSTILE).count("\\|") == 1


@pytest.mark.parametrize("text", ["# title", "- item", "1. item", "+ item", "> quote", "a_b_c"])
def test_signs_at_the_start_are_kept_as_signs(text: str) -> None:
    pytest.importorskip("markdown_it")
    from markdown_it import MarkdownIt

    tokens = MarkdownIt().parse(escaped(text))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert tokens[1].children is not None
    assert "".join(c.content for c in tokens[1].children) == text


def test_member_names_its_suffix() -> None:
    assert (MEMBER.key, MEMBER.suffix) == ("markdown", ".md")
