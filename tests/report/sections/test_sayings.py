"""What the documents judge, in the report."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.traced import TEXT, small_case

from detente.report.inlines import plain
from detente.report.material import Material
from detente.report.sections.sayings import sayings


def written(case):
    return sayings(Material(case, [], []))


def test_who_judges_what() -> None:
    told, table = written(open_shipped("japan-russia")).blocks
    assert plain(told.line) == (
        "Four of 17 questions all five answer alike. 003 and 004 contradict each other most, on seven; "
        "000 and 003 least, on one."
    )
    assert table.head == ("Question", "000", "001", "002", "003", "004")
    row = [plain(c) for c in table.rows[6].cells]
    assert row[1:] == ["hinder", "help", "hinder", "hinder", "help"]


def test_one_document_contradicts_nobody(tmp_path) -> None:
    case = small_case(tmp_path, TEXT.replace("answers: {r: yes, s: no}", "answers: {r: yes}"))
    assert plain(written(case).blocks[0].line) == "One question, put to one document."


def test_a_case_without_judgements_has_no_such_section() -> None:
    assert written(open_shipped("chicken")) is None
