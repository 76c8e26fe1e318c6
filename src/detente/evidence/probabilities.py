"""Probabilities that several analysts give to hypotheses: made coherent, and put together.

Mandel, Karvetski & Dhami (2018) found that making the probabilities of each analyst coherent and
then averaging them cut their error far more than a matrix of evidence did; the figure is quoted
in the notes of this project and was not checked against the paper.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.evidence.hypotheses import HypothesisSet
from detente.kernels.projection import nearest

__all__ = ["Coherence", "Pool", "Repaired", "aggregate", "coherent", "pooled"]

Pool = Literal["linear", "log"]
Truth = Literal["one", "at most one", "any"]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Coherence:
    """What probabilities must meet: how many of the answers are true, and what implies what."""

    true_at_once: Truth = "one"
    implies: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, matrix: HypothesisSet) -> Coherence:
        """Return what a set of hypotheses asks for."""
        return cls(matrix.true_at_once, matrix.implies)


@dataclass(frozen=True)
class Repaired:
    """The nearest coherent probabilities, and how far each had to move to get there."""

    probabilities: Mapping[str, float]
    moved: Mapping[str, float]

    @property
    def distance(self) -> float:
        """How incoherent the probabilities were: the Euclidean distance that they moved."""
        return math.sqrt(sum(m * m for m in self.moved.values()))


def coherent(given: Mapping[str, float], must: Coherence = Coherence()) -> Repaired:
    """Return the probabilities nearest to those given that are coherent (least squares).

    Raises `UsageError` for a number outside 0..1, an implication of something that has no
    probability, or demands that no probabilities meet.

    >>> coherent({"fear": 0.7, "cost": 0.5}).probabilities
    {'fear': 0.6, 'cost': 0.4}
    >>> coherent({"war": 0.4, "clash": 0.2}, Coherence("any", (("war", "clash"),))).probabilities
    {'war': 0.3, 'clash': 0.3}
    """
    names = list(given)
    for name, p in given.items():
        if not 0 <= p <= 1:
            raise UsageError(f"the probability of `{name}` lies outside 0 to 1", found=p)
    normals, bounds = _conditions(names, must)
    start = np.array([given[n] for n in names], dtype=float)
    found = nearest(start, normals, bounds)
    if found is None:
        hint = "look at `true_at_once` and `implies`: they contradict each other"
        raise UsageError("no probabilities meet these demands", hint=hint)
    repaired = {
        n: min(max(round(float(p), 12), 0.0), 1.0) for n, p in zip(names, found, strict=True)
    }
    return Repaired(repaired, {n: round(repaired[n] - given[n], 12) for n in names})


def _conditions(names: list[str], must: Coherence) -> tuple[Floats, Floats]:
    """Return the conditions as rows `normal @ p >= bound`."""
    one = np.eye(len(names))
    rows = [(row, 0.0) for row in one] + [(-row, -1.0) for row in one]
    if must.true_at_once != "any":
        rows.append((-np.ones(len(names)), -1.0))
    if must.true_at_once == "one":
        rows.append((np.ones(len(names)), 1.0))
    for first, second in must.implies:
        for name in (first, second):
            if name not in names:
                raise UsageError("an implication names what has no probability", found=name)
        rows.append((one[names.index(second)] - one[names.index(first)], 0.0))
    return np.array([r for r, _ in rows]), np.array([b for _, b in rows])


def aggregate(
    given: Iterable[Mapping[str, float]],
    weights: Iterable[float] = (),
    *,
    pool: Pool = "linear",
    true_at_once: Truth = "one",
) -> dict[str, float]:
    """Return one probability for each answer from those of several analysts.

    The linear pool is the weighted mean. The log pool is the weighted geometric mean, scaled to
    one over all answers (with `at most one` true, that none is true counts as an answer); with
    `any`, that of the odds of each answer by itself. A 0 is a veto in the log pool.

    Raises `UsageError` where analysts judge other answers, nobody judges, or vetoes leave nothing.

    >>> aggregate([{"fear": 0.8, "cost": 0.2}, {"fear": 0.4, "cost": 0.6}], [3, 1])
    {'fear': 0.7, 'cost': 0.3}
    >>> aggregate([{"fear": 0.8, "cost": 0.2}, {"fear": 0.2, "cost": 0.8}], pool="log")
    {'fear': 0.5, 'cost': 0.5}
    """
    people = list(given)
    if not people or any(set(p) != set(people[0]) for p in people):
        raise UsageError(
            "probabilities to pool must be of the same answers, and of one analyst at least"
        )
    shares = _shares(len(people), tuple(weights))
    names = list(people[0])
    table = np.array([[p[n] for n in names] for p in people], dtype=float)
    means = shares @ table if pool == "linear" else _log_pool(table, shares, true_at_once)
    return {n: round(float(m), 12) for n, m in zip(names, means, strict=True)}


def _shares(count: int, weights: tuple[float, ...]) -> Floats:
    given = np.array(weights or [1.0] * count, dtype=float)
    if len(given) != count or not (given > 0).all():
        raise UsageError("one weight above 0 is needed for each analyst", found=list(weights))
    shares: Floats = given / given.sum()
    return shares


def _log_pool(table: Floats, shares: Floats, true_at_once: Truth) -> Floats:
    if true_at_once == "at most one":
        table = np.column_stack([table, np.clip(1 - table.sum(axis=1), 0, 1)])
    with np.errstate(divide="ignore"):
        yes = np.exp(shares @ np.log(table))
        no = np.exp(shares @ np.log1p(-table))
    whole = yes + no if true_at_once == "any" else yes.sum()
    if not np.all(whole > 0):
        raise UsageError("the analysts' zeros leave nothing possible", hint="use the linear pool")
    pool: Floats = yes / whole
    return pool[:-1] if true_at_once == "at most one" else pool


def pooled(matrix: HypothesisSet, pool: Pool = "linear") -> dict[str, float]:
    """Return the analysts' probabilities of a set of hypotheses, made coherent and then pooled.

    What a log pool of single odds leaves incoherent is repaired once more.
    """
    must = Coherence.of(matrix)
    people = [coherent(e.probabilities, must).probabilities for e in matrix.estimates.values()]
    weights = [e.weight for e in matrix.estimates.values()]
    return dict(
        coherent(
            aggregate(people, weights, pool=pool, true_at_once=matrix.true_at_once), must
        ).probabilities
    )
