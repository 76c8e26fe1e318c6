"""Answer the case's own questions: `answers`."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import open_case
from detente.judgement import answer_inquiries
from detente.report.screen.answers import answers_text
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import answer_shape

__all__ = ["answers"]


def answers(
    name: str, only: Sequence[str] = (), *, fail_on: str = "", full: bool = False
) -> Outcome:
    """Answer the questions of a case, each by its own computation.

    `fail_on` is `disagreement` or `open`; the exit code is then 1 where an answer disagrees with
    what the sources imply, or is still open.
    """
    case = open_case(name)
    found = answer_inquiries(case, only)
    data = {
        "case": case.case.id,
        "digest": case.digest,
        "answers": [answer_shape(a) for a in found],
    }
    failed = any(a.agrees is False for a in found) if fail_on else False
    if fail_on == "open":
        failed = failed or any(a.agrees is None for a in found)
    return Outcome(data, answers_text(case, found, full=full), code=1 if failed else 0)
