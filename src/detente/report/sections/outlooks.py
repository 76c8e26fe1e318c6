"""What is likely to happen: the dated questions of the case, each with its forecast."""

from __future__ import annotations

from detente.judgement.outlook import Outlook
from detente.report.anchors import anchor
from detente.report.assurance import confidence_sentence, sourcing_sentence
from detente.report.blocks import Bullets, Fold, Note, Row, Section, Table
from detente.report.forecasting import forecast_sentence, made_of
from detente.report.inlines import Line, line
from detente.report.material import Material

__all__ = ["outlooks_section"]

_NOTE = (
    "A forecast is the share of runs along the calendar in which an event comes true, drawn to the base "
    "rate that the question names. It is conditional on the model; more runs do not make it surer."
)


def outlooks_section(material: Material) -> Section | None:
    """Return the forecasts, or None where the case has none.

    How likely something is and how sure that is stand in cells of their own.
    """
    if not material.outlooks:
        return None
    head = ("Question", "Forecast", "Confidence", "Settled so")
    rows = tuple(_row(material, o) for o in material.outlooks)
    made = tuple(_made(material, o) for o in material.outlooks if o.answered.probability)
    blocks = (
        Note("Conditional on the model", line(_NOTE)),
        Table("Forecasts of dated questions", head, rows),
        *((Fold("What each number is made of", (Bullets(made),)),) if made else ()),
    )
    return Section("forecasts", "What is likely to happen", blocks)


def _row(material: Material, outlook: Outlook) -> Row:
    answered, question = outlook.answered, outlook.answered.question
    sure = outlook.confidence
    cells = (
        line(question.ask, material.cites(question.because)),
        line(forecast_sentence(material.case, answered)),
        line(confidence_sentence(material.words, sure) if sure else ""),
        line(question.resolves),
    )
    return Row(cells, anchor("forecast", answered.id))


def _made(material: Material, outlook: Outlook) -> Line:
    p, sources = outlook.answered.probability, outlook.sourcing
    assert p is not None  # the caller keeps answered ones only
    assert sources is not None
    ask = outlook.answered.question.ask
    return line(f"{ask} {made_of(p)} {sourcing_sentence(material.case, sources)}")
