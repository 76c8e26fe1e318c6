"""The same model by both engines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
from tests.stability.drawn import cases

from detente.case import Case
from detente.errors import UsageError
from detente.stability import ConflictGraph, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.symbolic.nash import NashSet, build_nash

__all__ = ["SIZES", "Pair", "drawn_pairs", "listed", "pair"]

Pair = tuple[ConflictGraph, NashSet]

SIZES = [(2, 4, 4, 100), (3, 6, 5, 100), (3, 8, 6, 60), (4, 10, 8, 40)]
"""Decision makers, options, longest order, how many."""


def pair(case: Case, model: str = "main", settings: Settings | None = None) -> Pair:
    """Return a model as each engine reads it."""
    return build_graph(case, model, settings), build_nash(case, model, settings)


def listed(graph: ConflictGraph) -> set[int]:
    """Return the Nash equilibria by enumeration."""
    return {e.state.code for e in Analysis(graph).equilibria("nash")}


def drawn_pairs(deciders: int, options: int, longest: int, many: int) -> Iterator[Pair]:
    """Yield drawn models, every second one under drawn settings; what one refuses, both do."""

    def all_() -> Iterator[Pair]:
        for k, case in enumerate(cases(many, deciders, options, longest)):
            settings = _settings(case, k) if k % 2 else None
            try:
                yield pair(case, settings=settings)
            except UsageError:
                for build in (build_graph, build_nash):
                    try:
                        build(case, "main", settings)
                    except UsageError:
                        continue
                    raise AssertionError(f"only one engine refuses {settings}") from None

    return islice(all_(), many)


def _settings(case: Case, seed: int) -> Settings:
    rng = np.random.default_rng(seed)
    options = list(case.models["main"].options)
    fix = {str(o): bool(rng.integers(2)) for o in rng.choice(options, rng.integers(3))}
    lasting = tuple(str(o) for o in rng.choice(options, rng.integers(3)))
    return Settings(fix=fix, context={"e.bit": bool(rng.integers(2))}, irreversible=lasting)
