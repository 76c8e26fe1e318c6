"""The case's own questions, each answered by computation."""

from __future__ import annotations

from collections import Counter

from detente.judgement import CheckResult, InquiryAnswer
from detente.report.anchors import anchor
from detente.report.blocks import Fold, Paragraph, Row, Section, Table
from detente.report.inlines import Code, Line, Strong, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, sentence

__all__ = ["questions"]

_VERDICT = {True: "As the sources imply", False: "Not as the sources imply", None: "Open"}
_CHECK = {True: "agrees", False: "disagrees", None: "open"}


def questions(material: Material) -> Section | None:
    """Return the section, or None where no question was answered."""
    if not material.answers:
        return None
    head = ("Question", "What the sources imply", "Result of the computation")
    rows = tuple(_row(material, a) for a in material.answers)
    table = Table("Questions of the case", head, rows)
    checks = tuple(_check(a, c) for a in material.answers for c in a.checks)
    detail = Table(
        "Every check behind the answers", ("Question", "What was checked", "Result"), checks
    )
    fold = Fold(
        count(len(checks), "check behind these answers", "checks behind these answers"), (detail,)
    )
    blocks = (Paragraph(line(_summary(material.answers))), table, fold)
    return Section("questions", "The case's own questions", blocks)


def _summary(answers: tuple[InquiryAnswer, ...]) -> str:
    of = Counter(a.agrees for a in answers)
    parts = []
    if of[True]:
        parts.append(f"{number(of[True])} came out as the sources imply")
    if of[False]:
        parts.append(f"{number(of[False])} did not")
    if of[None]:
        parts.append(f"{number(of[None])} cannot be settled yet")
    return f"Of {count(len(answers), 'question')}, {listed(parts)}."


def _row(material: Material, answer: InquiryAnswer) -> Row:
    ask = line(Code(answer.id), f" {answer.ask}")
    implied = line(answer.implied.rstrip(". "), material.cites(answer.because))
    return Row((ask, implied, _result(answer)), anchor("question", answer.id))


def _result(answer: InquiryAnswer) -> Line:
    agreed = sum(c.agrees is True for c in answer.checks)
    of = count(len(answer.checks), "check")
    said = f" ({number(agreed) if agreed else 'none'} of {of})" if answer.checks else ""
    needs = f" It still needs {listed(answer.needs)}." if answer.needs else ""
    return line(Strong(_VERDICT[answer.agrees]), f"{said}.{needs}")


def _check(answer: InquiryAnswer, check: CheckResult) -> Row:
    said = sentence(check.say or check.compute)
    result = _CHECK[check.agrees]
    return Row((line(Code(answer.id)), line(said), line(capital(result))))
