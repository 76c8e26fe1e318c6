"""Competing explanations in the report: scores, what they hang on, what would test them."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.traced import TEXT, small_case

from detente.report.inlines import plain
from detente.report.material import Material
from detente.report.sections.explanations import explanations


def written(case):
    return explanations(Material(case, [], []))


def cells(table):
    return [[plain(c) for c in row.cells] for row in table.rows]


def test_the_condition_of_2017() -> None:
    first = written(open_shipped("japan-russia")).blocks[1]
    assert first.title == "Why did Moscow raise the alliance in November 2017?"
    scores, hangs, note, _, tests, tells = first.blocks
    assert [row[1:] for row in cells(scores)][1] == ["9.4", "6", "15.4"]
    assert "18 rows of evidence from the documents least speaks against “A real" in plain(
        hangs.line
    )
    assert "without any one of them, another comes first or level." in plain(hangs.line)
    assert "fits almost anything" in plain(note.line)
    assert ["no", "yes", "open"] in [row[2:] for row in cells(tests)]
    assert len(tests.rows) == 9
    assert "“Japan lets Moscow examine its alliance duties” would test none" in plain(tells.line)


def test_a_row_that_turns_the_ranking_is_named(tmp_path) -> None:
    section = written(small_case(tmp_path)).blocks[1]
    assert "That hangs on “It pays”" in plain(section.blocks[1].line)


def test_without_readings_nothing_is_predicted(tmp_path) -> None:
    text = TEXT.replace("readings: {north: stated}, ", "")
    section = written(small_case(tmp_path, text)).blocks[1]
    assert [block.kind for block in section.blocks] == ["table", "paragraph"]


def test_a_ranking_that_hangs_on_no_single_row(tmp_path) -> None:
    again = "      E3: {text: It pays well, cells: {fear: II}, because: [s¶4]}\n    tests:\n"
    section = written(small_case(tmp_path, TEXT.replace("    tests:\n", again))).blocks[1]
    assert plain(section.blocks[1].line).endswith(
        "Leaving out any single row does not change that."
    )


def test_a_case_without_hypotheses_has_no_such_section() -> None:
    assert written(open_shipped("chicken")) is None
