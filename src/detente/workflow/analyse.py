"""Analyse models: `stability`, `explain`, `unlock`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from detente.case import Case, open_case
from detente.errors import UnknownName, UsageError
from detente.judgement.checks.unlock import read_kept
from detente.report.screen.stability import explain_text, stability_text, unlock_text
from detente.stability import CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.coalitions import assess_coalition
from detente.stability.findings import CoalitionFinding
from detente.stability.graph import resolve
from detente.stability.unlock import Progress
from detente.stability.unlock import unlock as search
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import model_shape, symbolic_shape, unlock_shape, verdict_shape

__all__ = ["explain", "nash_by_sat", "stability", "unlock"]


def stability(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
    coalitions: Sequence[Sequence[str]] = (),
) -> Outcome:
    """Say which states of each model hold, under which concepts, and which can be reached.

    For each of the coalitions, given by their members, also whether today's state is stable for it
    and where it could jump from one Nash equilibrium to another. Raises `UnknownName` for an
    unknown model, concept, reading, option, bit, what-if or decision maker.
    """
    case = open_case(name)
    keys = [CONCEPTS[resolve("stability concept", c, CONCEPTS)].key for c in concepts] or list(
        CONCEPTS
    )
    ids = [resolve("model", m, case.models) for m in models] or list(case.models)
    analyses, found = [], []
    for id in ids:
        with _told_apart(id, several=len(ids) > 1):
            analyses.append(Analysis(build_graph(case, id, _settings(case, id, settings, what_if))))
            found.append([_coalition(analyses[-1], group) for group in coalitions])
    shapes = [model_shape(a, keys, own) for a, own in zip(analyses, found, strict=True)]
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, stability_text(case, analyses, keys, found))


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


def _coalition(analysis: Analysis, group: Sequence[str]) -> CoalitionFinding:
    return assess_coalition(analysis, group, analysis.graph.status_quo, CONCEPTS["nash"])


def _settings(case: Case, model: str, settings: Settings | None, what_if: str) -> Settings:
    settings = settings or Settings()
    if not what_if:
        return settings
    overlays = case.model(model).what_if
    overlay = overlays[resolve(f"what-if of model {model}", what_if, overlays)]
    return Settings.of(overlay).over(settings)


def nash_by_sat(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    what_if: str = "",
    *,
    limit: int = 100,
    seconds: float | None = None,
) -> Outcome:
    """Say what is known of the Nash equilibria of models of any size, without listing states.

    Up to `limit` equilibria are given; each question may take `seconds`. Raises as `stability`,
    and `MissingExtra` where the extra `symbolic` is not installed.
    """
    from detente.report.screen.symbolic import nash_text
    from detente.stability.symbolic.nash import build_nash
    from detente.stability.symbolic.questions import backbone, nearest

    case = open_case(name)
    shapes, texts = [], []
    for id in [resolve("model", m, case.models) for m in models] or list(case.models):
        nash = build_nash(case, id, _settings(case, id, settings, what_if), seconds)
        found, near, shared = nash.equilibria(limit), nearest(nash), backbone(nash)
        shapes.append(symbolic_shape(nash.game, found, near, shared))
        texts.append(nash_text(case, nash.game, found, near, shared))
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts))


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
