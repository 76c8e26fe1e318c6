"""Analyse a model in graph form: what `stability` and `explain` say of it, as data and as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.case import Case
from detente.report.screen.graph_form import graph_explain_text, graph_stability_text
from detente.stability import CONCEPTS, Settings
from detente.stability.concept import Concept
from detente.stability.findings import Equilibrium
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_coalitions import assess_graph_coalition
from detente.stability.graph_form import GraphForm, graph_form
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import coalition_shape, moves_shape, verdict_shape

__all__ = ["graph_explain", "graph_stability"]


def graph_stability(
    case: Case,
    model: str,
    settings: Settings,
    concepts: Sequence[Concept],
    coalitions: Sequence[Sequence[str]] = (),
) -> Outcome:
    """Say which states of a model in graph form hold, and which of them can be reached.

    For each coalition also what it could do from today's state. Raises `UsageError` for a concept
    that is not defined for such a model.
    """
    analysis = GraphAnalysis(graph_form(case, model, settings))
    form, found = analysis.form, {c: analysis.equilibria(c) for c in concepts}
    nash, today = CONCEPTS["nash"], form.status_quo
    groups = [assess_graph_coalition(analysis, g, today, nash) for g in coalitions]
    shape = _shape(form, found) | {"coalitions": [coalition_shape(g, str) for g in groups]}
    return Outcome(shape, graph_stability_text(case, form, found, groups))


def _shape(form: GraphForm, found: Mapping[Concept, Sequence[Equilibrium]]) -> dict[str, Any]:
    within = {c.key: [e for e in es if e.reachable] for c, es in found.items()}
    return {
        "model": form.model,
        "title": form.title,
        "form": "graph",
        "engine": "explicit",
        "states": [{"id": s.id, "label": s.label, "options": list(s.on)} for s in form.states],
        "decision_makers": list(form.deciders),
        "status_quo": form.status_quo.id,
        "equilibria": {c.key: [str(e.state) for e in es] for c, es in found.items()},
        "reachable": {c: [str(e.state) for e in es] for c, es in within.items()},
        "paths": {
            c: [{"to": str(e.state), "moves": moves_shape(e.path or (), str)} for e in es]
            for c, es in within.items()
        },
    }


def graph_explain(
    case: Case,
    model: str,
    state: Sequence[str] | None,
    actors: Sequence[str],
    concepts: Sequence[Concept],
    settings: Settings,
) -> Outcome:
    """Explain one state (today's, if none is given) for some parties or all, with the witness."""
    analysis = GraphAnalysis(graph_form(case, model, settings))
    form = analysis.form
    where = form.status_quo if state is None else form.find(state)
    verdicts = [analysis.verdict(c, a, where) for a in actors or form.deciders for c in concepts]
    data = {
        "case": case.case.id,
        "model": form.model,
        "form": "graph",
        "state": where.id,
        "label": where.label,
        "is_status_quo": where == form.status_quo,
        "verdicts": [verdict_shape(v, str) for v in verdicts],
    }
    return Outcome(data, graph_explain_text(case, form, where, verdicts))
