"""What `forecast` and `seal` print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from detente.case import Case
from detente.forecast.seal import Sealed
from detente.judgement.outlook import Outlook
from detente.report.assurance import confidence_sentence, sourcing_sentence
from detente.report.forecasting import forecast_sentence, made_of, percent
from detente.report.screen.lines import rows, wrap
from detente.report.words import Words

__all__ = ["forecasts_text", "sealed_text"]


def forecasts_text(case: Case, found: Sequence[Outlook], seed: int, full: bool = False) -> str:
    """Return the answers to dated questions; with `full` what each probability is made of."""
    words = Words(case)
    parts = ["\n".join(_told(words, outlook, full)) for outlook in found]
    parts.append(wrap(_note(found, seed, full)))
    return "\n\n".join(parts)


def _told(words: Words, outlook: Outlook, full: bool) -> Iterator[str]:
    answered, p = outlook.answered, outlook.answered.probability
    yield wrap(f"{answered.question.ask} [{answered.id}]")
    yield wrap(forecast_sentence(words.case, answered), "  ")
    if p is None or outlook.confidence is None or outlook.sourcing is None:
        return
    yield wrap(confidence_sentence(words, outlook.confidence), "  ")
    if not full:
        return
    yield wrap(made_of(p), "  ")
    yield wrap(sourcing_sentence(words.case, outlook.sourcing), "  ")
    if answered.question.resolves:
        yield wrap(f"Settled so: {answered.question.resolves}", "  ")
    if answered.by_reading:
        yield "  Share of runs by what a party is like:"
        yield rows(list(_readings(words, outlook)), "    ")


def _readings(words: Words, outlook: Outlook) -> Iterator[list[str]]:
    for (model, actor), table in outlook.answered.by_reading.items():
        known = words.case.models[model].preferences[actor].readings
        for reading, (hits, runs) in table.items():
            label = known[reading].label or reading
            who = f"{words.actor(actor, start=True)}: {label}"
            yield [who, percent(hits / runs), f"of {runs:,} runs"]


def _note(found: Sequence[Outlook], seed: int, full: bool) -> str:
    runs = next((p.runs for o in found if (p := o.answered.probability)), 0)
    said = f"From {runs:,} calendar runs (seed {seed}), drawn to the base rate of each question."
    return said if full else f"{said} What each number is made of: --full."


def sealed_text(new: Sequence[Sealed], path: Path) -> str:
    """Return what was sealed, and the newest seal to keep elsewhere."""
    if not new:
        return "Nothing was sealed: no question could be answered."
    lines = [f"Sealed in {path}:"]
    for s in new:
        lines.append(
            wrap(f"{s.number}. {s.question}: {percent(s.probability)}. {s.sentence}", "  ", "     ")
        )
    lines.append(f"Newest seal: {new[-1].seal}")
    lines.append(
        wrap("Keep it somewhere else: `score --newest SEAL` then notices dropped lines, too.")
    )
    return "\n".join(lines)
