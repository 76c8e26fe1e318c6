"""The main job: `assess`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.case import Case, open_case
from detente.case.checks.references import references
from detente.case.formatter import write_whole
from detente.errors import UsageError
from detente.evidence.anchors import Library
from detente.forecast.answers import Answered, answer_questions
from detente.judgement import answer_inquiries
from detente.judgement.key import key_judgements
from detente.judgement.outlook import outlooks
from detente.report.formats import FORMATS, format_of
from detente.report.outline import outline
from detente.report.screen.lines import wrap
from detente.stability import CLASSICAL
from detente.stability.assessment import assess_model
from detente.stability.graph import resolve
from detente.workflow.analyse import option_forms
from detente.workflow.cases import library_of
from detente.workflow.outcome import Outcome

__all__ = ["assess"]


def assess(
    name: str, output: Path, models: Sequence[str] = (), documents: Sequence[Path] = ()
) -> Outcome:
    """Assess a case: analyse every model, or those named, answer its questions, write the report.

    The format follows from the suffix of `output`. Models in graph form are left out, and that is
    said. Raises `InvalidCase` with every problem, `UnknownName` for a model, `UsageError` for one in
    graph form, `FileProblem` for a suffix no format has or a file that cannot be written; nothing is
    written then.
    """
    form = format_of(output)
    case = open_case(name)
    ids = [resolve("model", m, case.every_model) for m in models] or option_forms(case)
    found = [assess_model(case, id, list(CLASSICAL.values())) for id in ids]
    judgements = key_judgements(case, found)
    library = library_of(case, documents)
    cited = {str(r): r for _, r in references(case) if r.at}
    texts = {key: text for key, r in cited.items() if (text := library.paragraph(r)) is not None}
    dated, why = _forecasts(case)
    answers, forecasts = answer_inquiries(case), outlooks(case, dated)
    report = outline(case, found, judgements, answers, texts, forecasts)
    write_whole(output, form.render(report))
    apart = [id for id in case.every_model if case.graph_form(id)]
    data = {"case": case.case.id, "digest": case.digest, "written": [str(output)], **report.data}
    data["not_assessed"] = apart
    text = FORMATS["text"].render(report)
    notes = "\n".join(filter(None, (_said(library), _left_out(apart), why)))
    return Outcome(data, f"{text}\n{notes}\nWritten: {output}", written=(output,))


def _forecasts(case: Case) -> tuple[tuple[Answered, ...], str]:
    """Answer the dated questions of a case that has a calendar; or return why that cannot be."""
    if not case.questions or not case.calendar.models:
        return (), ""
    try:
        return answer_questions(case), ""
    except UsageError as error:
        return (), wrap(f"No forecasts: {error}.")


def _left_out(models: Sequence[str]) -> str:
    if not models:
        return ""
    return wrap(
        f"Models in graph form, not in the report: {', '.join(models)}. `detente stability`, "
        "`explain` and `evolve` read them."
    )


def _said(library: Library) -> str:
    absent = [id for id, state in library.states.items() if state.status != "at hand"]
    if not absent:
        return ""
    return wrap(
        f"Documents not at hand: {', '.join(absent)}. References lead to their paragraphs by number; "
        "excerpts are shown with --documents FOLDER."
    )
