"""The page that compares accounts: what it holds, in every format."""

from __future__ import annotations

import json

import pytest
from tests.casebook.shipped import open_shipped

from detente.influence.accounts import compare_accounts, contrasts
from detente.influence.partings import partings
from detente.report.blocks import Paragraph, lines_of
from detente.report.comparison import comparison, comparison_of
from detente.report.formats import FORMATS
from detente.report.inlines import plain
from detente.report.lint import lint_text

CASE = open_shipped("japan-russia")
FOUND = contrasts(CASE, draws=60)
PAGE = comparison(CASE, FOUND, partings(FOUND))


def test_where_accounts_part_is_told_first_in_words() -> None:
    (table,) = PAGE.sections[0].blocks
    parted = partings(FOUND)
    assert len(table.rows) == len(parted)
    widest = max(parted, key=lambda p: len(p.contrasts))
    row = [plain(c) for c in table.rows[parted.index(widest)].cells]
    assert row[0] == "Japan's courtship [JEAG] on Moscow's hard line on sovereignty [HARD]"
    assert row[1].startswith("000 and 002: Japan's courtship raises belief that Japan needs")
    assert row[2].startswith("001: Japan's courtship raises Japan's economic offers (M106), which")
    assert row[3].startswith(f"{len(widest.contrasts)} effects, of China's power and assertiveness")
    assert "This effect alone" in [plain(r.cells[3]) for r in table.rows]
    assert "the widest, on what Japan's courtship [JEAG] does to" in plain(PAGE.bottom_line)


def test_contradictions_come_nearest_first_with_their_mechanisms() -> None:
    (fold,) = PAGE.sections[1].blocks
    (table,) = fold.blocks
    assert len(table.rows) == sum(c.contradicts for c in FOUND)
    first = [plain(cell) for cell in table.rows[0].cells]
    assert first[0].endswith("[JFDI]")
    assert first[2:] == ["001 by M66, M67, M97", "000 by M69"]


def test_agreements_and_contested_pushes_follow() -> None:
    titles = [s.title for s in PAGE.sections]
    assert len(titles) == 4
    assert len(PAGE.sections[2].blocks[0].rows) == sum(not c.contradicts for c in FOUND)
    assert len(PAGE.sections[3].blocks[0].rows) == 8


def test_one_push_is_a_table_of_nodes_by_sources() -> None:
    page = comparison_of(CASE, compare_accounts(CASE, {"JEAG": 1}, draws=60))
    (table,) = page.sections[0].blocks
    assert table.head == ("Node", "000", "001", "002", "003", "004")
    hard = next(r for r in table.rows if plain(r.cells[0]).endswith("[HARD]"))
    assert [plain(c) for c in hard.cells[1:]] == ["up", "down", "up", "not reached", "not reached"]
    assert "Japan's courtship [JEAG] up" in page.title


def test_where_nothing_is_said_it_says_nowhere() -> None:
    (block,) = comparison(CASE, (), ()).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.line) == "Nowhere."


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_every_format_writes_it_without_empty_judgements(form) -> None:
    text = form.render(PAGE)
    assert "Key judgements" not in text
    assert PAGE.title in text


def test_json_keeps_what_was_found() -> None:
    assert json.loads(FORMATS["json"].render(PAGE))["headline"] == PAGE.title


def test_no_sentence_sells_a_share_as_a_probability() -> None:
    assert [said for x in lines_of(PAGE) for said in lint_text(plain(x))] == []
