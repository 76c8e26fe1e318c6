"""The same model by both engines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
from tests.stability.drawn import cases

from detente.case import Case
from detente.errors import UsageError
from detente.stability import CLASSICAL, ConflictGraph, Settings, build_graph, concept_named
from detente.stability.analysis import Analysis
from detente.stability.symbolic.equilibria import EquilibriumSet, build_set

__all__ = [
    "ANSWERED",
    "FEW",
    "SIZES",
    "Pair",
    "drawn_pairs",
    "listed",
    "pair",
    "settings_of",
    "stable",
]

Pair = tuple[ConflictGraph, EquilibriumSet]

SIZES = [(2, 4, 4, 80), (3, 6, 5, 60), (3, 8, 6, 30), (4, 10, 8, 12)]
"""Decision makers, options, longest order, how many."""
FEW = [(2, 4, 4, 20), (3, 6, 5, 16), (4, 8, 5, 6)]
"""The same, for questions that take longer."""
ANSWERED = [key for key, concept in CLASSICAL.items() if concept.replies != "none"]
"""The concepts under which others answer."""


def pair(
    case: Case, model: str = "main", settings: Settings | None = None, concept: str = "nash"
) -> Pair:
    """Return a model as each engine reads it."""
    return build_graph(case, model, settings), build_set(case, model, concept, settings)


def stable(graph: ConflictGraph, concept: str) -> np.ndarray:
    """Return where each decision maker is stable; shape (decision makers, S)."""
    analysis = Analysis(graph)
    parts = concept_named(concept).of(graph.deciders)
    return np.stack([analysis.stable(part)[i] for i, part in enumerate(parts)])


def listed(graph: ConflictGraph, concept: str = "nash") -> set[int]:
    """Return the equilibria by enumeration."""
    return set(np.flatnonzero(stable(graph, concept).all(axis=0)).tolist())


def drawn_pairs(
    deciders: int, options: int, longest: int, many: int, concept: str = "nash"
) -> Iterator[Pair]:
    """Yield drawn models, every second one under drawn settings; what one refuses, both do."""

    def all_() -> Iterator[Pair]:
        for k, case in enumerate(cases(many, deciders, options, longest)):
            settings = settings_of(case, k) if k % 2 else None
            try:
                yield pair(case, "main", settings, concept)
            except UsageError:
                for build in (build_graph, build_set):
                    try:
                        build(case, "main", settings=settings)
                    except UsageError:
                        continue
                    raise AssertionError(f"only one engine refuses {settings}") from None

    return islice(all_(), many)


def settings_of(case: Case, seed: int) -> Settings:
    """Return drawn settings: options held, a fact set, moves that last."""
    rng = np.random.default_rng(seed)
    options = list(case.models["main"].options)
    fix = {str(o): bool(rng.integers(2)) for o in rng.choice(options, rng.integers(3))}
    lasting = tuple(str(o) for o in rng.choice(options, rng.integers(3)))
    return Settings(fix=fix, context={"e.bit": bool(rng.integers(2))}, irreversible=lasting)
