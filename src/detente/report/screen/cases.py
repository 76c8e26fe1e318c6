"""What `check` and `show` print."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.errors import Problem
from detente.evidence.anchors import Library
from detente.report.accounts import entries, manner
from detente.report.screen.graph_model import graph_model_text
from detente.report.screen.lines import plural, wrap

__all__ = ["problems_text", "show_text"]

MOST_PROBLEMS = 200


def problems_text(case: Case | None, problems: Sequence[Problem], library: Library) -> str:
    """Return the problems of a case, or that there is none and what was looked at."""
    if problems:
        shown = [str(p) for p in problems[:MOST_PROBLEMS]]
        more = len(problems) - len(shown)
        shown += [f"… and {more:,} more (all with --json)"] if more else []
        return "\n".join([*shown, plural(len(problems), "problem")])
    assert case is not None
    lines = [
        f"No problems: {plural(len(case.every_model), 'model')}, "
        f"{plural(len(case.sources), 'source')}, "
        f"{plural(len(case.inquiries), 'question')}."
    ]
    for id, state in library.states.items():
        note = f" ({state.note})" if state.note else ""
        lines.append(f"  document {id}: {state.status}{note}")
    return "\n".join(lines)


def show_text(case: Case, model: str = "") -> str:
    """Return what a case holds, or one of its models in full."""
    if model in case.graphs:
        return graph_model_text(case, model)
    return _model(case, model) if model else _overview(case)


def _overview(case: Case) -> str:
    about = case.case
    lines = [about.title, wrap(about.question), ""]
    lines.append(f"As of {about.as_of}, looking to {about.horizon}." if about.as_of else "No date.")
    lines.append("")
    lines.append("Models (detente show CASE --model ID)")
    for id, model in case.models.items():
        who = ", ".join(case.actor_name(d) for d in model.deciders())
        size = plural(len(model.options), "option")
        lines.append(wrap(f"{id}: {model.title}. {size}; {who}", "  ", "    "))
    for id, graph in case.graphs.items():
        who = ", ".join(case.actor_name(d) for d in graph.deciders())
        size = f"{plural(len(graph.states), 'state')} in graph form"
        lines.append(wrap(f"{id}: {graph.title}. {size}; {who}", "  ", "    "))
    if case.sources:
        lines += ["", "Sources"]
        lines += [wrap(f"{id}: {s.citation()}", "  ", "    ") for id, s in case.sources.items()]
    if case.inquiries:
        lines += ["", "Questions (detente answers CASE)"]
        lines += [wrap(f"{id}: {q.ask}", "  ", "    ") for id, q in case.inquiries.items()]
    return "\n".join(lines)


def _model(case: Case, id: str) -> str:
    model = case.model(id)
    lines = [f"{id}: {model.title}" + (f" (as of {model.as_of})" if model.as_of else "")]
    if model.note:
        lines.append(wrap(model.note))
    lines += ["", "Options (* taken today)"]
    for option in model.options:
        mark = "*" if model.status_quo.get(option) else " "
        lines.append(wrap(f"{mark} {option}: {case.option(id, option).label}", "  ", "      "))
    if model.merge:
        lines += ["", "States that count as one"]
        lines += [wrap(f"those where {condition}", "  ", "    ") for condition in model.merge]
    if model.rules:
        lines += ["", "What cannot be otherwise"]
        lines += [wrap(str(r.require), "  ", "    ") for r in model.rules]
    for title, table in (("Propositions", model.propositions), ("Outcomes", model.outcomes)):
        if table:
            lines += ["", title]
            lines += [wrap(f"{n}: {p.label} ({p.when})", "  ", "    ") for n, p in table.items()]
    for actor, preference in model.preferences.items():
        for name, reading in preference.readings.items():
            several = len(preference.readings) > 1
            title = f", reading {name}: {reading.label}" if several else ""
            heading = f"What {case.actor_name(actor)} wants, {manner(reading)}{title}"
            lines += ["", wrap(heading, "", "  ")]
            for n, s in enumerate(reading.order, 1):
                because = " ".join(str(r) for r in s.because)
                lines.append(wrap(f"{n}. {s.label or s.want} [{s.want}] {because}", "  ", "     "))
            lines += [wrap(f"{e.number}  {e.condition}", "  ", "     ") for e in entries(reading)]
    return "\n".join(lines)
