"""What `run` prints: what calendar runs came to, one run as a story, and what moves an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median_low

from detente.case import Case
from detente.forecast.calendar import Entry, Run
from detente.forecast.plan import Plan
from detente.forecast.runs import Runs
from detente.forecast.sensitivity import Swing
from detente.forecast.signposts import RATIO, SignpostValue
from detente.report.figures.tornado import change_of
from detente.report.names import listed, sentence
from detente.report.screen.lines import plural, rows, wrap
from detente.report.words import Words

__all__ = ["runs_text", "signposts_text", "story_text", "swings_text"]

SHOWN = 20


def runs_text(case: Case, found: Runs) -> str:
    """Return how many runs came to each watched event, when, and after which shocks."""
    plan, total = found.plan, len(found.runs)
    head = wrap(
        f"{total:,} runs from {plan.dates[0]} to {plan.dates[-1]} in {plural(plan.steps, 'step')} "
        f"(seed {found.seed}), of the models {listed(list(plan.calendar.models))}."
    )
    table = [["", "runs", "middle", "more often after"]]
    for id, watch in plan.calendar.watch.items():
        hit = [r for r in found.runs if r.first("event", id) is not None]
        when = plan.when(median_low([r.first("event", id) or 0 for r in hit])) if hit else "–"
        table.append([f"{watch.label} [{id}]", f"{len(hit):,}", when, _after(found, id)])
    foot = wrap(
        "Runs are counted under the models, rates and couplings of the case; a share of runs is no "
        "probability of the world. `detente forecast` says what a question's answer comes to."
    )
    return "\n\n".join([head, rows(table), foot])


def _after(found: Runs, event: str) -> str:
    """Return the shocks that came first in far more of the runs with the event than without."""
    hit = [r for r in found.runs if r.first("event", event) is not None]
    if not 0 < len(hit) < len(found.runs):
        return "–"
    missed = [r for r in found.runs if r.first("event", event) is None]
    shares = []
    for shock in found.plan.case.shocks:
        before = sum(_earlier(r, shock, event) for r in hit) / len(hit)
        other = sum(r.first("shock", shock) is not None for r in missed) / len(missed)
        if before >= 0.5 and before > other + 0.2:
            shares.append((before, shock))
    return ", ".join(s for _, s in sorted(shares, reverse=True)) or "–"


def _earlier(run: Run, shock: str, event: str) -> bool:
    first, then = run.first("shock", shock), run.first("event", event)
    return first is not None and then is not None and first <= then


def story_text(case: Case, plan: Plan, run: Run) -> str:
    """Return one run as a story, step by step, with the cause of each line."""
    words = Words(case)
    lines = [wrap(f"Run {run.number:,}, from {plan.dates[0]} to {plan.dates[-1]}.")]
    drawn = [
        f"{words.actor(a)} by “{n}” in {words.model(m)}"
        for m, by in run.readings.items()
        for a, n in by.items()
        if len(case.model(m).preferences[a].readings) > 1
    ]
    if drawn:
        lines.append(wrap(f"Readings drawn: {'; '.join(drawn)}."))
    lines += [wrap(said) for said in _orders(case, words, run)]
    told = dict[int, list[Entry]]()
    for entry in run.log:
        told.setdefault(entry.step, []).append(entry)
    for step, entries in told.items():
        lines.append(f"\n{plan.when(step)}")
        lines += [wrap(said, "  ", "    ") for said in _told(case, plan, words, entries)]
    if not run.log:
        lines.append("Nothing happened.")
    return "\n".join(lines)


def _orders(case: Case, words: Words, run: Run) -> Iterator[str]:
    """Say which statements of uncertain place this run puts below the next one."""
    for model, parties in run.swapped.items():
        for actor, places in parties.items():
            order = case.model(model).preferences[actor].readings[run.readings[model][actor]].order
            said = listed([f"“{order[k].label or order[k].want}”" for k in places])
            yield f"In {words.model(model)}, {words.actor(actor)} puts {said} below what comes next."


def _told(case: Case, plan: Plan, words: Words, entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.kind == "shock":
            yield sentence(entry.because)
        elif entry.kind == "event":
            yield f"So: {sentence(entry.because)}"
        elif entry.kind == "unrest":
            yield f"In {words.model(entry.what)} the parties go round without coming to rest."
        else:
            yield _move(case, plan, words, entry)


def _move(case: Case, plan: Plan, words: Words, entry: Entry) -> str:
    option = entry.what.removeprefix("not ")
    model = next(m for m in plan.calendar.models if option in case.model(m).options)
    label = f"“{case.option(model, option).label}” [{option}]"
    does = "takes up" if option == entry.what else "drops"
    who = entry.because.removeprefix("move of ")
    if who == entry.because:
        return f"Levels and shocks {'bring about' if does == 'takes up' else 'end'} {label}."
    return f"{words.actor(who, start=True)} {does} {label}, to its own advantage."


def swings_text(event: str, found: Sequence[Swing], runs: int) -> str:
    """Return what moves an event, the farthest first; changes that move nothing are counted."""
    if not found:
        return "There is nothing to change: no shock, no weighted reading, no mechanism is heard."
    moving = [s for s in found if s.changed]
    head = f"{event}: {found[0].before * runs:.0f} of {runs:,} runs. Changed alone, with the same draws:"
    table = [
        [change_of(s), f"{s.after * runs:.0f}", f"{s.by * runs:+.0f} runs"] for s in moving[:SHOWN]
    ]
    still = Counter(s.kind for s in found if not s.changed)
    parts = [wrap(head), rows(table, "  ")] if table else [wrap(head)]
    if len(moving) > SHOWN:
        parts.append(f"  … and {len(moving) - SHOWN} more (use --json for all)")
    if still:
        said = listed([plural(n, kind) for kind, n in still.items()])
        parts.append(wrap(f"No run changes without {said}."))
    return "\n".join(parts)


def signposts_text(case: Case, values: Sequence[SignpostValue]) -> str:
    """Return how far seeing each indicator would move the event, and which would tell nothing."""
    head = (
        f"Seeing an indicator, taken to be {RATIO:g} times as likely where what it favours is true:"
    )
    table = [
        [f"{v.id} {case.indicators[v.id].watch}", f"{100 * v.before:.0f} % → {100 * v.after:.0f} %"]
        for v in values
        if not v.reason
    ]
    lines = [wrap(head)]
    for name, moved in table:
        lines.append(wrap(f"{name}: {moved} of runs", "  ", "     "))
    if not table:
        lines.append("  No indicator of the case moves it.")
    for reason in dict.fromkeys(v.reason for v in values if v.reason):
        ids = listed([v.id for v in values if v.reason == reason])
        lines.append(wrap(f"Worth nothing here, because {reason}: {ids}."))
    return "\n".join(lines)
