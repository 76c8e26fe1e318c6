"""The outline of a report: the answer first, then what it rests on, in the order of a product.

Bottom line, key judgements, what each side wants, what holds and why, what blocks, what would
unlock, forecasts, pressures, alternatives, disagreements, signposts, assumptions, chronology,
questions, models, sources, method: the order that analysts are trained to (ICD 203 and its customs).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.case import Case
from detente.judgement import InquiryAnswer
from detente.judgement.finding import KeyJudgement
from detente.judgement.outlook import Outlook
from detente.report.blocks import Report, Section
from detente.report.data import report_data
from detente.report.dates import in_words
from detente.report.headline import bottom_line, headline
from detente.report.inlines import Link, line
from detente.report.material import Material
from detente.report.sections.alternatives import alternatives
from detente.report.sections.blocking import blocking
from detente.report.sections.chronology import chronology, quantities
from detente.report.sections.explanations import explanations
from detente.report.sections.holding import holding
from detente.report.sections.method import method
from detente.report.sections.outlooks import outlooks_section
from detente.report.sections.pressures import pressures
from detente.report.sections.priorities import priorities
from detente.report.sections.quarrels import quarrels_section
from detente.report.sections.questions import questions
from detente.report.sections.sayings import sayings
from detente.report.sections.sources import sources
from detente.report.sections.unlocking import unlocking
from detente.report.sections.wants import wants
from detente.report.sections.watch import assumptions_section, indicators_section
from detente.report.sentences import key_points
from detente.stability.assessment import ModelAssessment
from detente.version import __version__

__all__ = ["SECTIONS", "outline"]

CAVEAT = line(
    "All of this is conditional on the models of the case: it says what follows from the priorities "
    "that they hold, not how likely an event is. The last section says ",
    Link("how this was obtained", "method"),
    ".",
)
"""What every key judgement is conditional on."""

SECTIONS = (
    wants,
    holding,
    blocking,
    unlocking,
    outlooks_section,
    pressures,
    alternatives,
    explanations,
    quarrels_section,
    sayings,
    indicators_section,
    assumptions_section,
    chronology,
    quantities,
    questions,
    priorities,
    sources,
    method,
)
"""What writes each section, in the order of the report."""


def outline(
    case: Case,
    models: Sequence[ModelAssessment],
    judgements: Sequence[KeyJudgement],
    answers: Sequence[InquiryAnswer] = (),
    texts: Mapping[str, str] | None = None,
    outlooks: Sequence[Outlook] = (),
) -> Report:
    """Return the report of a case: a tree of blocks that every format writes.

    `models` are the assessments of its models, one at least; `texts` are paragraphs of documents
    at hand, by reference (`000¶24`), of which short excerpts are shown; `outlooks` are forecasts.
    Nothing is computed here.

    >>> from detente.case import open_case
    >>> from detente.judgement.key import key_judgements
    >>> from detente.stability import CLASSICAL
    >>> from detente.stability.assessment import assess_model
    >>> case = open_case("japan-russia")
    >>> models = [assess_model(case, "treaty-menu", list(CLASSICAL.values()))]
    >>> outline(case, models, key_judgements(case, models)).title
    'Russia blocks “Peace treaty with two islands”; one change of its priorities would unlock it'
    """
    material = Material(case, models, judgements, answers, texts, outlooks)
    written: list[Section | None] = [write(material) for write in SECTIONS]
    return Report(
        title=headline(material),
        case_title=case.case.title,
        question=case.case.question,
        handling=case.case.handling,
        as_of=in_words(case.case.as_of),
        bottom_line=bottom_line(material),
        key_points=key_points(material),
        caveat=CAVEAT,
        sections=tuple(s for s in written if s is not None),
        version=__version__,
        digest=case.digest,
        data=report_data(material),
    )
