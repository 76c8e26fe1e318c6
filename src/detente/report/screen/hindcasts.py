"""What `run --hindcast` prints: what runs from earlier dates said, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.forecast.answers import Answered
from detente.forecast.hindcast import Hindcasts
from detente.forecast.scores.card import Score
from detente.report.forecasting import percent
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["hindcasts_text"]

_CAUTION = (
    "The models, their couplings and the questions were written by people who knew how it went on; "
    "what is kept from the runs is every later source, model and event. Questions of one dispute "
    "hang together, so the intervals, from drawing whole dates anew, are too narrow."
)


def hindcasts_text(found: Hindcasts) -> str:
    """Return a table for each date, the scores together, and how far they can be trusted."""
    parts = []
    for id, answers in found.answers.items():
        parts.append(f"{found.case.hindcasts[id].title}:\n{rows(list(_rows(answers)), '  ')}")
    if not found.judged:
        return "\n\n".join([*parts, "No question is settled, so there is nothing to score."])
    card = found.card
    head = (
        f"{plural(card.questions, 'question')} from {plural(card.cases, 'date')}, of which "
        f"{card.came_true} came true. Brier score, lower is better, with the middle 90 % of resamples:"
    )
    scores = rows([[s.forecaster, f"{s.brier:.3f}", _interval(s)] for s in card.scores], "  ")
    return "\n\n".join([*parts, f"{wrap(head)}\n{scores}", wrap(_CAUTION)])


def _rows(answers: tuple[Answered, ...]) -> Iterator[list[str]]:
    yield ["", "by", "runs with it", "probability", "came true"]
    for a in answers:
        p, came = a.probability, a.question.resolved
        said = (
            ["–", f"needs {a.needs}"] if p is None else [f"{p.hits} of {p.runs}", percent(p.value)]
        )
        yield [
            a.id,
            str(a.question.by or ""),
            *said,
            "?" if came is None else "yes" if came else "no",
        ]


def _interval(score: Score) -> str:
    between = score.interval
    return "one date only" if between is None else f"{between.low:.3f} to {between.high:.3f}"
