"""Analyse models: `stability`, `explain`, `unlock`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from detente.case import Case, open_case
from detente.errors import UnknownName, UsageError
from detente.judgement.checks.unlock import read_kept
from detente.report.screen.stability import explain_text, stability_text, unlock_text
from detente.stability import CLASSICAL, Concept, Settings, build_graph, concept_named
from detente.stability.analysis import Analysis
from detente.stability.graph import resolve
from detente.stability.unlock import Progress
from detente.stability.unlock import unlock as search
from detente.workflow.graph_form import graph_explain, graph_stability
from detente.workflow.large import coalition_of, crowded, large_stability
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import model_shape, unlock_shape, verdict_shape

__all__ = [
    "explain",
    "one_model",
    "option_forms",
    "settings_for",
    "stability",
    "unlock",
]


def stability(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
    coalitions: Sequence[Sequence[str]] = (),
    *,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Say which states of each model hold, under which concepts, and which can be reached.

    Where there are too many equilibria to list, they are counted and summed up.

    For each of the coalitions, given by their members, also whether today's state is stable for it
    and where it could jump from one Nash equilibrium to another. Raises `UnknownName` for an
    unknown model, concept, reading, option, bit, what-if or decision maker.
    """
    case = open_case(name)
    members = _concepts(concepts, CLASSICAL)
    ids = [resolve("model", m, case.every_model) for m in models] or list(case.every_model)
    shapes, texts = [], []
    for id in ids:
        with _told_apart(id, several=len(ids) > 1):
            own = settings_for(case, id, settings, what_if)
            if case.graph_form(id):
                outcome = graph_stability(case, id, own, members, coalitions)
                shapes.append(outcome.data)
                texts.append(outcome.text)
                continue
            analysis = Analysis(build_graph(case, id, own))
            found = [coalition_of(analysis, group) for group in coalitions]
            if crowded(analysis, members):
                outcome = large_stability(case, analysis, members, found, progress)
                shapes.append(outcome.data)
                texts.append(outcome.text)
                continue
            keys = [m.key for m in members]
            shapes.append(model_shape(analysis, keys, found))
            texts.append(stability_text(case, [analysis], keys, [found]))
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts))


def _concepts(names: Sequence[str], otherwise: Iterable[str]) -> list[Concept]:
    """Return the concepts of these names, or of others where there are none."""
    return [concept_named(name) for name in names or otherwise]


@contextmanager
def _told_apart(model: str, *, several: bool) -> Iterator[None]:
    """Say in which of several models a name is missing, and how to choose those that have it."""
    try:
        yield
    except UnknownName as error:
        if not several:
            raise
        hint = f"{error.hint}; or choose models with --model"
        said = f"{error.message} in the model `{model}`"
        raise UsageError(said, found=error.found, hint=hint) from None


def settings_for(case: Case, model: str, settings: Settings | None, what_if: str) -> Settings:
    """Return the settings for a model, on top of a named what-if of it. Raises `UnknownName`."""
    settings = settings or Settings()
    if not what_if:
        return settings
    overlays = {} if model in case.graphs else case.model(model).what_if
    overlay = overlays[resolve(f"what-if of model {model}", what_if, overlays)]
    return Settings.of(overlay).over(settings)


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
    id = one_model(case, model, case.every_model)
    members = _concepts(concepts, ["nash", "seq"])
    if case.graph_form(id):
        return graph_explain(case, id, state, actors, members, settings or Settings())
    graph = build_graph(case, id, settings)
    analysis = Analysis(graph)
    where = graph.status_quo if state is None else graph.find(state)
    verdicts = [analysis.verdict(m, a, where) for a in actors or graph.deciders for m in members]
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
    graph = build_graph(case, one_model(case, model, option_forms(case)), settings)
    kept = [read_kept(k) for k in keep]
    found = search(
        graph,
        target,
        concept_named(concept),
        by=by,
        at_most=at_most,
        keep=kept,
        seconds=seconds,
        progress=progress,
    )
    return Outcome(unlock_shape(graph.model, found), unlock_text(case, graph, found))


def one_model(case: Case, model: str, among: Sequence[str]) -> str:
    """Return the model named, or the latest dated one of some where none is named."""
    if model:
        return resolve("model", model, case.every_model)
    every = {**case.models, **case.graphs}
    dated = {id: m.as_of.end for id in among if (m := every[id]).as_of is not None}
    return max(dated, key=lambda id: dated[id]) if dated else next(iter(among))


def option_forms(case: Case) -> list[str]:
    """Return the models that are not in graph form. Raises `UsageError` where there is none."""
    found = [id for id in case.every_model if not case.graph_form(id)]
    if not found:
        case.option_form(case.every_model[0])
    return found
