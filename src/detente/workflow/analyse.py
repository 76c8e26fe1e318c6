"""Analyse models: `stability`, `explain`, `unlock`."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case, open_case
from detente.judgement.checks.unlock import read_kept
from detente.report.screen.stability import explain_text, stability_text, unlock_text
from detente.stability import CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.graph import resolve
from detente.stability.unlock import Progress
from detente.stability.unlock import unlock as search
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import model_shape, unlock_shape, verdict_shape

__all__ = ["explain", "stability", "unlock"]


def stability(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
) -> Outcome:
    """Say which states of each model hold, under which concepts, and which can be reached.

    Raises `UnknownName` for an unknown model, concept, reading, option, bit or what-if.
    """
    case = open_case(name)
    keys = [CONCEPTS[resolve("stability concept", c, CONCEPTS)].key for c in concepts] or list(
        CONCEPTS
    )
    ids = [resolve("model", m, case.models) for m in models] or list(case.models)
    analyses = [
        Analysis(build_graph(case, id, _settings(case, id, settings, what_if))) for id in ids
    ]
    shapes = [model_shape(a, keys) for a in analyses]
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, stability_text(case, analyses, keys))


def _settings(case: Case, model: str, settings: Settings | None, what_if: str) -> Settings:
    settings = settings or Settings()
    if not what_if:
        return settings
    overlays = case.model(model).what_if
    overlay = overlays[resolve(f"what-if of model {model}", what_if, overlays)]
    return settings.with_(
        readings=overlay.readings,
        fix=overlay.set,
        context=overlay.context,
        irreversible=overlay.irreversible,
    )


def explain(
    name: str,
    model: str,
    state: Sequence[str] | None = None,
    actors: Sequence[str] = (),
    concepts: Sequence[str] = (),
    settings: Settings | None = None,
) -> Outcome:
    """Explain one state (today's, if none is given) for some parties or all, with the witness."""
    case = open_case(name)
    graph = build_graph(case, _one_model(case, model), settings)
    analysis = Analysis(graph)
    where = graph.status_quo if state is None else graph.find(state)
    keys = [resolve("stability concept", c, CONCEPTS) for c in concepts] or ["nash", "seq"]
    verdicts = [analysis.verdict(k, a, where) for a in actors or graph.deciders for k in keys]
    data = {
        "case": case.case.id,
        "model": graph.model,
        "state": list(where.on),
        "is_status_quo": where == graph.status_quo,
        "verdicts": [verdict_shape(v) for v in verdicts],
    }
    return Outcome(data, explain_text(case, analysis, where, verdicts))


def unlock(
    name: str,
    model: str,
    target: str,
    *,
    by: Sequence[str] = (),
    at_most: int = 3,
    keep: Sequence[str] = (),
    concept: str = "nash",
    settings: Settings | None = None,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Find the smallest sets of preference changes that make a target hold."""
    case = open_case(name)
    graph = build_graph(case, _one_model(case, model), settings)
    kept = [read_kept(k) for k in keep]
    member = CONCEPTS[resolve("stability concept", concept, CONCEPTS)]
    found = search(
        graph,
        target,
        member,
        by=by,
        at_most=at_most,
        keep=kept,
        seconds=seconds,
        progress=progress,
    )
    return Outcome(unlock_shape(graph.model, found), unlock_text(case, graph, found))


def _one_model(case: Case, model: str) -> str:
    """Return the model named, or the latest dated one where none is named."""
    if model:
        return resolve("model", model, case.models)
    dated = {id: m.as_of.end for id, m in case.models.items() if m.as_of is not None}
    return max(dated, key=lambda id: dated[id]) if dated else next(iter(case.models))
