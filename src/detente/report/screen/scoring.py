"""What `score` prints: the sources' forecasts, sealed ones, and the scores of forecasters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from detente.case import Case
from detente.evidence.forecasts import VERDICTS
from detente.forecast.ledger import REPORTED, Ledger, Tally
from detente.forecast.scores.card import FEW, Card, Score
from detente.forecast.scores.clusters import Interval
from detente.forecast.settling import Settled
from detente.report.figures.reliability import said
from detente.report.forecasting import percent
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["card_text", "ledger_text", "settled_text"]

_WHY = {
    "open": "nobody has said yet what came of it",
    "changed": "not scored, because the question was changed since it was sealed",
    "gone": "not scored, because the case does not ask it any more",
    "replaced": "replaced by a later seal",
}


def ledger_text(case: Case, ledger: Ledger, full: bool = False) -> str:
    """Return the scores of the sources' own forecasts, and apart from them those they report."""
    count = ledger.every.count
    said = ", ".join(f"{count[v]} {v}" for v in VERDICTS)
    lines = [
        wrap(f"{plural(sum(count.values()), 'forecast')} in the documents: {said}."),
        "",
        "The documents' own, scored 1 for true, 0.5 for partly, 0 for false:",
        rows(list(_tallies(ledger.own, ledger.all_own)), "  "),
    ]
    if ledger.reported:
        lines += [
            "",
            "Reported by them, the beliefs of others, and so no score of theirs:",
            rows(list(_tallies(ledger.reported, ledger.all_reported)), "  "),
        ]
    if full:
        lines += ["", *_each(case)]
    return "\n".join(lines)


def _tallies(by_source: Mapping[str, Tally], every: Tally) -> Iterator[list[str]]:
    yield ["", *VERDICTS, "score"]
    for name, tally in (*by_source.items(), ("all", every)):
        score = "" if tally.score is None else f"{tally.score:.2f} of {tally.settled}"
        yield [name, *(str(tally.count[v]) for v in VERDICTS), score]


def _each(case: Case) -> Iterator[str]:
    for id, f in case.forecasts.items():
        apart = ", reported" if f.kind == REPORTED else ""
        where = ", ".join(str(r) for r in f.because)
        yield wrap(f"{id} {f.verdict}{apart}: {f.text} ({where}, {f.stated})", "  ", "      ")
        yield wrap(f"Settled by: {f.criterion}. Came of it: {f.outcome}.", "      ")


def settled_text(found: Sequence[Settled], path: Path) -> str:
    """Return what became of each sealed forecast."""
    if not found:
        return f"No sealed forecasts of this case in {path}."
    lines = [f"Sealed forecasts in {path}, every seal intact:"]
    lines += [wrap(_settled(s), "  ", "     ") for s in found]
    return "\n".join(lines)


def _settled(settled: Settled) -> str:
    s = settled.sealed
    said = f"{s.number}. {s.question}: {percent(s.probability)}, sealed {s.time[:10]}"
    late = ", after the last day of its question" if settled.late else ""
    if settled.status != "scored":
        return f"{said}{late}; {_WHY[settled.status]}."
    outcome = "yes" if settled.outcome else "no"
    return f"{said}{late}; it came out {outcome}: Brier score {settled.brier:.3f}."


def card_text(card: Card, still_open: int = 0) -> str:
    """Return the scores of all forecasters, best first."""
    left = f"; {plural(still_open, 'open one', 'open ones')} left out" if still_open else ""
    head = (
        f"{plural(card.questions, 'settled question')} of {plural(card.cases, 'case')}, "
        f"{card.came_true:,} answered yes{left}."
    )
    lines = [wrap(head), "", rows(list(_scores(card)), "  ")]
    for score in card.scores:
        lines += list(_curve(score))
    return "\n".join([*lines, "", wrap(_note(card))])


def _scores(card: Card) -> Iterator[list[str]]:
    long = any(s.log is not None for s in card.scores)
    yield ["", "questions", "Brier", "90 % interval", *(["log", "skill against"] if long else [])]
    for s in card.scores:
        row = [s.forecaster, str(s.questions), f"{s.brier:.3f}", _range(s.interval)]
        if long:
            row += ["" if s.log is None else f"{s.log:.3f}", _skill(s)]
        yield row


def _range(interval: Interval | None) -> str:
    return "none: one case" if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"


def _skill(score: Score) -> str:
    return "; ".join(
        f"{name}: {value:+.2f}" + (f" ({_range(sure)})" if sure else "")
        for name, (value, sure) in (score.skill or {}).items()
    )


def _curve(score: Score) -> Iterator[str]:
    if score.reliability is None:
        return
    r = score.reliability
    yield ""
    parts = (r.score, r.miscalibration, r.discrimination, r.uncertainty)
    shown, wrong, apart, base = (
        f"{abs(part):.3f}" for part in parts
    )  # none is below 0 but in rounding
    yield wrap(
        f"{score.forecaster}: {shown} = {wrong} miscalibration − {apart} discrimination + "
        f"{base} uncertainty"
    )
    table = [["said", "came true", "questions"]]
    for level in r.levels:
        table.append([said(level), percent(level.came_true), str(level.count)])
    yield rows(table, "  ")


def _note(card: Card) -> str:
    said = "Brier scores are one-sided, from 0 (perfect) to 1; saying 50 % to everything scores 0.250. "
    if any(s.log is not None for s in card.scores):
        said += (
            "Logarithmic scores take forecasts to lie between 1 and 99 %. Skill above 0 is better than "
            "the other on the questions that both answered. "
        )
    if any(s.questions < FEW for s in card.scores):
        said += f"On fewer than {FEW} questions only the Brier score and its interval are given. "
    return said + "Intervals come from drawing whole cases again, with replacement."
