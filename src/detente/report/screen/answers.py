"""What `answers` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.case import Case
from detente.judgement import CheckResult, InquiryAnswer
from detente.report.screen.lines import plural, wrap

__all__ = ["answers_text"]

_SAID = {True: "AGREES", False: "DISAGREES", None: "OPEN"}


def answers_text(case: Case, answers: Sequence[InquiryAnswer], *, full: bool = False) -> str:
    """Return each question with its verdict; with `full`, every check and what was found."""
    lines = []
    for answer in answers:
        lines.append(wrap(f"{answer.id:<4}{_SAID[answer.agrees]:<10}{answer.ask}", "", " " * 14))
        for check in answer.checks:
            if full or check.agrees is False:
                lines += _check(check)
        if full and answer.implied:
            lines.append(wrap(f"The sources imply: {answer.implied}", "    ", "    "))
        partly = sum(c.agrees is True for c in answer.checks)
        for need in answer.needs:
            done = f"; {partly} of {len(answer.checks)} checks agree so far" if partly else ""
            lines.append(wrap(f"still needs {need}{done}", " " * 14))
    yes, no, unknown = (sum(a.agrees is v for a in answers) for v in (True, False, None))
    lines += [
        "",
        f"{plural(len(answers), 'question')}: {yes} agree, {no} disagree, {unknown} open.",
    ]
    return "\n".join(lines)


def _check(check: CheckResult) -> list[str]:
    mark = {True: "yes", False: "NO", None: "?"}[check.agrees]
    lines = [wrap(f"[{mark}] {check.say or check.compute}", "    ", "          ")]
    for row in check.found:
        said = ", ".join(f"{k}: {_value(v)}" for k, v in row.items())
        lines.append(wrap(said, "          ", "          "))
    if check.agrees is False:
        lines.append(wrap(f"expected {check.expected}", "          "))
    return lines


def _value(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "none"}[value]
    if isinstance(value, list):
        return ", ".join(map(str, value)) if value else "none"
    return str(value)
