"""The case's own questions."""

from __future__ import annotations

from tests.report.made import material_of, report_of, rows_of, section_of, texts_in

from detente.judgement import CheckResult, InquiryAnswer
from detente.report.material import Material
from detente.report.sections.questions import questions

M = material_of("japan-russia")


def answered(*verdicts: bool | None) -> list[list[str]]:
    checks = tuple(
        CheckResult("stable", "", v, (), None, "" if v is not None else "time") for v in verdicts
    )
    answer = InquiryAnswer("Q9", "Is it so?", "It is.", (), checks)
    section = questions(Material(M.case, M.models, (), [answer]))
    assert section is not None
    return rows_of(section)


def test_every_question_has_its_verdict() -> None:
    section = section_of(report_of("japan-russia"), "questions")
    rows = rows_of(section, "Questions of the case")
    assert len(rows) == len(M.case.inquiries)
    assert rows[0][0] == "Q1 Why is the status quo stable in each year?"
    assert rows[0][2].startswith("As the sources imply (")
    assert "came out as the sources imply" in texts_in(section)


def test_verdicts() -> None:
    assert answered(True, True)[0][2] == "As the sources imply (two of two checks)."
    assert answered(True, False)[0][2] == "Not as the sources imply (one of two checks)."
    assert answered(None)[0][2] == "Open (none of one check). It still needs time."
    assert answered()[0][2] == "Open."


def test_every_check_is_listed() -> None:
    assert answered(True, False)[1:] == [
        ["Q9", "Stable.", "Agrees"],
        ["Q9", "Stable.", "Disagrees"],
    ]


def test_no_answers_no_section() -> None:
    assert questions(Material(M.case, M.models, ())) is None
