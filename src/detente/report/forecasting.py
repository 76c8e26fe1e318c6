"""Sentences about forecasts: how likely, conditional on the model; and what the number is made of."""

from __future__ import annotations

from detente.case import Case
from detente.case.ledgers import Question
from detente.forecast.answers import Answered, last_day
from detente.forecast.probability import Probability
from detente.report.dates import in_words
from detente.report.likelihood import chance_sentence
from detente.report.names import quoted

__all__ = ["chance_of", "forecast_sentence", "made_of", "percent"]


def percent(share: float) -> str:
    """Return a share in print, to a tenth of a percent.

    >>> percent(0.01833), percent(0.125), percent(0.2)
    ('1.8 %', '12.5 %', '20 %')
    """
    return f"{round(100 * share, 1):g} %"


def forecast_sentence(case: Case, answered: Answered) -> str:
    """Return the sentence that answers a question: word, range and day, conditional on the model.

    Nothing about confidence stands in it (ICD 203). Where nothing was found it says what is needed.
    """
    if answered.probability is None:
        return f"Not answered: the question needs {answered.needs}."
    p = answered.probability
    said = chance_of(case, answered.question, p.low, p.high)
    return f"Conditional on this model, {said[0].lower()}{said[1:]}"


def chance_of(case: Case, question: Question, low: float, high: float) -> str:
    """Return how likely it is that a question comes out as yes, from a range of probabilities.

    >>> from detente.case import open_case
    >>> case = open_case("japan-russia")
    >>> chance_of(case, case.questions["talks_end"], 0.3, 0.3)
    'It is unlikely (20–45 %) that “Moscow ends the treaty talks” comes true by 31 March 2022.'
    """
    watched = case.calendar.watch.get(question.event)
    claim = f"{quoted(watched.label)} comes true" if watched else _asked(question)
    by = in_words(last_day(case, question))
    when = f"by {by}" if by else ""
    return chance_sentence(claim, low, high, scale=case.case.scale, when=when)


def _asked(question: Question) -> str:
    return f"the answer to “{question.ask}” is yes"


def made_of(p: Probability) -> str:
    """Return what a probability is made of, in one sentence.

    >>> from detente.forecast.probability import Base
    >>> print(made_of(Probability(0, 400, 20, Base(0.03, 0.055, 0.08, 10, "None since 1956."))))
    The event came true in 0 of 400 runs (0 %, Monte-Carlo error 0.2 %); worth 20 cases, with a base
    rate of 5.5 % (3 % to 8 %) worth 10 cases (None since 1956), that makes 1.8 %.
    """
    base = p.base
    span = "" if base.low == base.high else f" ({percent(base.low)} to {percent(base.high)})"
    because = f" ({base.because.rstrip('. ')})" if base.because else ""
    return (
        f"The event came true in {p.hits:,} of {p.runs:,} runs ({percent(p.share)}, Monte-Carlo error "
        f"{percent(p.error)}); worth {p.worth:g} cases, with a base rate of {percent(base.best)}{span} "
        f"worth {base.strength:g} cases{because}, that makes {percent(p.value)}."
    )
