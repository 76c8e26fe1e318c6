"""All that the graph model has to say about one option model: the findings behind a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, product

from detente.case import Case, OptionModel
from detente.errors import UsageError
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.evolution import Evolution
from detente.stability.evolve import evolve
from detente.stability.findings import (
    Equilibrium,
    JointImprovement,
    Obtained,
    Support,
    Unmet,
    Verdict,
)
from detente.stability.graph import ConflictGraph, Settings, State, build_graph
from detente.stability.joint import joint_improvements, preferred_by_all
from detente.stability.support import support
from detente.stability.unlock import Unlocking, unlock
from detente.version import __version__

__all__ = ["Group", "ModelAssessment", "Prospect", "Variant", "assess_model"]

MOST_VARIANTS = 12


@dataclass(frozen=True)
class Variant:
    """The model under other readings or a what-if: what holds then, and whether today still does."""

    label: str
    settings: Settings
    status_quo: State
    holds: Mapping[str, bool]
    equilibria: Mapping[str, tuple[Equilibrium, ...]]


@dataclass(frozen=True)
class Group:
    """What a group could gain together: by its own moves, and at all."""

    actors: tuple[str, ...]
    by_own_moves: tuple[JointImprovement, ...]
    at_all: tuple[JointImprovement, ...]


@dataclass(frozen=True)
class Prospect:
    """What would make a named outcome hold: the smallest changes, by all and by each party alone.

    `blockers` are parties without whose change no set of up to `unlocking.at_most` edits works;
    they are not looked for where a party has no statements to edit.
    """

    outcome: str
    label: str
    today: bool
    holds: Mapping[str, bool]
    reachable: Mapping[str, bool]
    unlocking: Unlocking | None
    alone: Mapping[str, Unlocking]
    blockers: tuple[str, ...]


@dataclass(frozen=True)
class ModelAssessment:
    """The assessment of one option model under its first readings."""

    id: str
    model: OptionModel
    graph: ConflictGraph
    obtained: Obtained
    concepts: tuple[str, ...]
    equilibria: Mapping[str, tuple[Equilibrium, ...]]
    holds: Mapping[str, bool]
    verdicts: tuple[Verdict, ...]
    unmet: tuple[Unmet, ...]
    supports: tuple[Support, ...]
    groups: tuple[Group, ...]
    prospects: tuple[Prospect, ...]
    readings: tuple[Variant, ...]
    what_ifs: tuple[Variant, ...]
    evolution: Evolution[State]

    @property
    def sole(self) -> tuple[str, ...]:
        """The concepts under which the status quo is the one and only equilibrium."""
        return tuple(k for k, found in self.equilibria.items() if len(found) == 1 and self.holds[k])


def assess_model(
    case: Case, id: str, concepts: Sequence[Concept], settings: Settings | None = None
) -> ModelAssessment:
    """Assess one model: what holds and why, what holds it up, who blocks, what would unlock.

    Raises what `build_graph` raises.

    >>> from detente.case import open_case
    >>> from detente.stability import CLASSICAL
    >>> found = assess_model(open_case("japan-russia"), "treaty-menu", list(CLASSICAL.values()))
    >>> found.sole
    ('nash', 'gmr', 'smr', 'seq', 'sseq')
    """
    settings = settings or Settings()
    graph = build_graph(case, id, settings)
    analysis = Analysis(graph)
    today = graph.status_quo
    return ModelAssessment(
        id=id,
        model=graph.option_model,
        graph=graph,
        obtained=_obtained(case, graph, concepts),
        concepts=tuple(c.key for c in concepts),
        equilibria={c.key: analysis.equilibria(c) for c in concepts},
        holds={c.key: analysis.holds(c, today) for c in concepts},
        verdicts=tuple(analysis.verdict(c, d, today) for d in graph.deciders for c in concepts),
        unmet=analysis.unmet(today),
        supports=support(graph, today, [c for c in concepts if c.key in ("nash", "seq")]),
        groups=tuple(_groups(graph)),
        prospects=tuple(_prospects(graph, analysis, concepts)),
        readings=tuple(_readings(case, graph, concepts)),
        what_ifs=tuple(_what_ifs(case, graph, concepts)),
        evolution=evolve(graph),
    )


def _obtained(case: Case, graph: ConflictGraph, concepts: Sequence[Concept]) -> Obtained:
    settings = graph.settings
    parameters = {
        "concepts": [c.key for c in concepts],
        "readings": dict(zip(graph.deciders, graph.readings, strict=True)),
        "fix": dict(settings.fix),
        "context": dict(settings.context),
        "irreversible": list(settings.irreversible),
    }
    return Obtained(__version__, case.case.id, case.digest, graph.model, "enumeration", parameters)


def _groups(graph: ConflictGraph) -> Iterator[Group]:
    for size in range(2, len(graph.deciders) + 1):
        for actors in combinations(graph.deciders, size):
            own = joint_improvements(graph, actors, graph.status_quo)
            yield Group(actors, own, preferred_by_all(graph, actors, graph.status_quo))


def _prospects(
    graph: ConflictGraph, analysis: Analysis, concepts: Sequence[Concept]
) -> Iterator[Prospect]:
    nash = next((c for c in concepts if c.key == "nash"), concepts[0])
    for outcome, named in graph.option_model.outcomes.items():
        where = graph.where(named.when)
        if not where.any():
            continue
        found = {
            c.key: [e for e in analysis.equilibria(c) if where[e.state.code]] for c in concepts
        }
        holds = {k: bool(v) for k, v in found.items()}
        editable = any(graph.orders)
        changes = None if holds[nash.key] or not editable else _changes(graph, outcome, nash)
        unlocking, alone, blockers = changes or (None, {}, ())
        yield Prospect(
            outcome,
            named.label or outcome,
            bool(where[graph.status_quo.code]),
            holds,
            {k: any(e.reachable for e in v) for k, v in found.items()},
            unlocking,
            alone,
            blockers,
        )


def _changes(
    graph: ConflictGraph, outcome: str, concept: Concept
) -> tuple[Unlocking, dict[str, Unlocking], tuple[str, ...]]:
    stating = [d for d, order in zip(graph.deciders, graph.orders, strict=True) if order]
    unlocking = unlock(graph, outcome, concept, at_most=3, seconds=20)
    alone = {d: unlock(graph, outcome, concept, by=[d], at_most=2, seconds=5) for d in stating}
    blockers = []
    for actor in stating if stating == list(graph.deciders) else ():
        others = [d for d in stating if d != actor]
        without = (
            unlock(graph, outcome, concept, by=others, at_most=3, seconds=10) if others else None
        )
        if without is None or (without.complete and without.edits is None):
            blockers.append(actor)
    return unlocking, alone, tuple(blockers)


def _readings(case: Case, graph: ConflictGraph, concepts: Sequence[Concept]) -> Iterator[Variant]:
    """Yield every combination of readings but the one in use."""
    preferences = graph.option_model.preferences
    choices = [list(preferences[d].readings) for d in graph.deciders]
    for picked in list(product(*choices))[: MOST_VARIANTS + 1]:
        if picked != graph.readings:
            chosen = dict(zip(graph.deciders, picked, strict=True))
            changed = {d: r for d, r in chosen.items() if len(preferences[d].readings) > 1}
            label = ", ".join(f"{d}: {r}" for d, r in changed.items())
            settings = Settings(readings=changed).over(graph.settings)
            yield _variant(case, graph, label, settings, concepts)


def _what_ifs(case: Case, graph: ConflictGraph, concepts: Sequence[Concept]) -> Iterator[Variant]:
    """Yield the model's own what-ifs but those that the options already held rule out."""
    for id, overlay in graph.option_model.what_if.items():
        settings = Settings.of(overlay).over(graph.settings)
        with suppress(UsageError):
            yield _variant(case, graph, overlay.label or id, settings, concepts)


def _variant(
    case: Case, graph: ConflictGraph, label: str, settings: Settings, concepts: Sequence[Concept]
) -> Variant:
    analysis = Analysis(build_graph(case, graph.model, settings))
    today = analysis.graph.status_quo
    return Variant(
        label,
        settings,
        today,
        {c.key: analysis.holds(c, today) for c in concepts},
        {c.key: analysis.equilibria(c) for c in concepts},
    )
