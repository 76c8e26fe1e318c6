"""How well rules of bargaining predict decisions of the European Union.

python -m benchmarks.eu_decisions ISSUES.csv POSITIONS.csv

The data are DEU III (Arregui & Perarnaud 2021, doi 10.34810/data53, CC BY 4.0): an outcome for each
issue (`issue`, `reference_point`, `outcome`), and position and salience of each actor (`issue`,
`actor`, `position`, `salience`), all from 0 to 100. They are not part of this repository. Every
actor counts alike, as in the published comparisons. Issues without an outcome are left out, and
actors without a position or salience.

The mixture is the one forecaster with free numbers: shares of seven simple distributions, fitted to
the CRPS on all proposals but a tenth, and scored on that tenth. Everything is printed beside the
figures of all 351 decisions, of which an open file may hold fewer. Intervals hold the middle 90 %
of resamples of whole proposals.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import erf, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.tables import table
from detente.bargaining import Positions, compromise, elect_position, weighted_median
from detente.forecast.scores import bootstrap_means, brier
from detente.forecast.scores.clusters import interval

Numbers = NDArray[np.float64]

STEP = 0.5
GRID = np.arange(STEP / 2, 100, STEP)
"""Midpoints at which distributions are compared: exact where numbers are multiples of the step."""

FOLDS = 10
DEVIATION = 30.0
MIXTURE = "mixture, cross-validated"
PARTS = (
    *("positions", "election", "ends", "normal, sd 15", "normal, sd 30", "uniform"),
    "reference point",
)
KNOWN = {
    "compromise": ("23.64", "23.64"),
    "compromise, clipped normal (sd 30)": ("", "16.64"),
    "election, Markov uniform": ("23.05", "17.10"),
    "weighted median": ("28.31", ""),
}
"""Mean absolute error and CRPS on all 351 decisions, measured in this project."""


@dataclass(frozen=True, eq=False)
class Decision:
    """One issue: who stands where, what stood before (None if nothing), and what came out."""

    issue: str
    positions: Positions
    before: float | None
    outcome: float

    @property
    def proposal(self) -> str:
        """The proposal that the issue is part of."""
        return self.issue.partition("i")[0]

    @property
    def binary(self) -> bool:
        """Whether it is a yes-or-no question."""
        return set(self.positions.at.tolist()) <= {0.0, 100.0} and self.outcome in (0.0, 100.0)


def read(issues: Path, positions: Path) -> list[Decision]:
    """Return the decisions of two tables that have an outcome and some weight."""
    held: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    with positions.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["position"] and row["salience"]:
                numbers = float(row["position"]), float(row["salience"])
                held[row["issue"]].append((row["actor"], *numbers))
    found = []
    with issues.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            actors = held[row["issue"]]
            if row["outcome"] and any(s for _, _, s in actors):
                names, at, salience = zip(*actors, strict=True)
                before = float(row["reference_point"]) if row["reference_point"] else None
                stands = Positions.of(names, at, salience)
                found.append(Decision(row["issue"], stands, before, float(row["outcome"])))
    return found


def points(at: Numbers, weights: Numbers) -> Numbers:
    """Return the distribution function of weighed points on the grid."""
    below = (at[:, None] <= GRID) * weights[:, None]
    return np.asarray(below.sum(axis=0) / weights.sum())


def clipped_normal(mean: float, deviation: float) -> Numbers:
    """Return that of a normal distribution with what lies beyond an end put on the end."""
    z = (GRID - mean) / deviation / sqrt(2)
    return np.array([(1 + erf(x)) / 2 for x in z])


def crps(distribution: Numbers, outcome: float) -> float:
    """Return the continuous ranked probability score on the grid."""
    return float(((distribution - (outcome <= GRID)) ** 2).sum() * STEP)


def elected(d: Decision) -> tuple[Numbers, Numbers]:
    """Return the distinct positions and the chance of each."""
    found = elect_position(d.positions, "markov-uniform")
    return found.points, found.election.chances


def parts(d: Decision) -> Numbers:
    """Return the distributions that the mixture is made of; shape (parts, grid)."""
    mean, stands = float(compromise(d.positions)), d.positions
    ends = np.array([0.0, 100.0])
    rows = [
        points(stands.at, stands.weights),
        points(*elected(d)),
        points(ends, np.array([100 - mean, mean]) + 1e-9),
        clipped_normal(mean, 15.0),
        clipped_normal(mean, DEVIATION),
        GRID / 100,
        points(np.array([mean if d.before is None else d.before]), np.ones(1)),
    ]
    return np.stack(rows)


def shares(distributions: Numbers, outcomes: Numbers) -> Numbers:
    """Return the shares, 0 or more and adding up to 1, of least mean CRPS.

    The score is quadratic in the shares, so the best of each subset of parts is solved for, and the
    best of those without a negative share is the best of all.
    """
    came = (outcomes[:, None] <= GRID).astype(np.float64)
    gram = np.einsum("ikg,ilg->kl", distributions, distributions)
    along = np.einsum("ikg,ig->k", distributions, came)
    best, least = np.zeros(len(gram)), np.inf
    for size in range(1, len(gram) + 1):
        for some in combinations(range(len(gram)), size):
            system = np.ones((size + 1, size + 1))
            system[:size, :size], system[size, size] = gram[np.ix_(some, some)], 0
            found = np.linalg.lstsq(system, np.array([*along[list(some)], 1]), rcond=None)[0][:size]
            value = found @ gram[np.ix_(some, some)] @ found - 2 * found @ along[list(some)]
            if (found >= 0).all() and value < least:
                least, best = value, np.zeros(len(gram))
                best[list(some)] = found
    return best


def mixtures(decisions: list[Decision]) -> tuple[Numbers, Numbers]:
    """Return the mixture for every decision, fitted without its own fold, and the mean shares."""
    every, outcomes = (
        np.stack([parts(d) for d in decisions]),
        np.array([d.outcome for d in decisions]),
    )
    proposals = sorted({d.proposal for d in decisions})
    order = np.random.default_rng(0).permutation(len(proposals))
    fold = dict(zip(proposals, order % FOLDS, strict=True))
    folds = np.array([fold[d.proposal] for d in decisions])
    forecasts, used = np.zeros((len(decisions), GRID.size)), []
    for k in sorted(set(folds.tolist())):
        fitted = shares(every[folds != k], outcomes[folds != k])
        forecasts[folds == k] = np.einsum("k,ikg->ig", fitted, every[folds == k])
        used.append(fitted)
    return forecasts, np.mean(used, axis=0)


def median_of(distribution: Numbers) -> float:
    """Return the point where a distribution passes a half, which the absolute error asks for."""
    return float(np.append(GRID, 100.0)[(distribution >= 0.5).argmax()] - STEP / 2)


def scores(decisions: list[Decision]) -> tuple[dict[str, tuple[Numbers, Numbers]], Numbers]:
    """Return absolute error and CRPS of each forecaster for every decision, and the mixture."""
    outcomes = np.array([d.outcome for d in decisions])
    means = np.array([float(compromise(d.positions)) for d in decisions])
    medians = np.array([float(weighted_median(d.positions).middle) for d in decisions])
    elections = [elected(d) for d in decisions]
    expected = np.array([float(at @ chances) for at, chances in elections])
    mixed, fitted = mixtures(decisions)

    def scored(forecast: Callable[[int], Numbers]) -> Numbers:
        return np.array([crps(forecast(k), float(y)) for k, y in enumerate(outcomes)])

    error = {
        "compromise": np.abs(means - outcomes),
        "weighted median": np.abs(medians - outcomes),
        "election, Markov uniform": np.abs(expected - outcomes),
        MIXTURE: np.abs(100 - mixed.sum(axis=1) * STEP - outcomes),
    }
    found = {
        "compromise": (error["compromise"],) * 2,
        "weighted median": (error["weighted median"],) * 2,
        "compromise, clipped normal (sd 30)": (
            error["compromise"],
            scored(lambda k: clipped_normal(float(means[k]), DEVIATION)),
        ),
        "election, Markov uniform": (
            error["election, Markov uniform"],
            scored(lambda k: points(*elections[k])),
        ),
        MIXTURE: (error[MIXTURE], scored(lambda k: mixed[k])),
        f"{MIXTURE}, its median": (
            np.abs([median_of(m) for m in mixed] - outcomes),
            scored(lambda k: mixed[k]),
        ),
    }
    return found, fitted


def compared(found: dict[str, tuple[Numbers, Numbers]], clusters: list[str]) -> str:
    """Return the scores; and, paired, the gain on the compromise and what the mixture gains."""
    base, best = found["compromise"], found[MIXTURE][1]
    lines = []
    for name, pair in found.items():
        cells = [name]
        for score, first, known in zip(pair, base, KNOWN.get(name, ("", "")), strict=True):
            cells += [f"{score.mean():.2f}", known, _difference(first - score, clusters)]
        lines.append([*cells, _difference(pair[1] - best, clusters)])
    heads = ["Forecaster", "MAE", "all 351", "gain", "CRPS", "all 351", "gain", "behind mixture"]
    return table([heads, *lines])


def _difference(gain: Numbers, clusters: list[str]) -> str:
    if not gain.any():
        return ""
    around = interval(bootstrap_means(gain[:, None], clusters)[:, 0], clusters)
    span = f" ({around.low:+.2f} to {around.high:+.2f})" if around else ""
    return f"{gain.mean():+.2f}{span}"


def yes_or_no(decisions: list[Decision]) -> str:
    """Return Brier scores on the issues with two answers."""
    some = [d for d in decisions if d.binary]
    if not some:
        return "No issue has two answers."
    came = np.array([d.outcome / 100 for d in some])
    share = np.array([float(compromise(d.positions)) / 100 for d in some])
    rows = [
        ("influence share", brier(share, came)),
        ("base rate, in sample", brier(np.full(len(some), came.mean()), came)),
        ("coin", brier(np.full(len(some), 0.5), came)),
    ]
    cells = [[name, f"{s.mean():.4f}"] for name, s in rows]
    return f"{len(some)} issues with two answers\n" + table([["Forecaster", "Brier"], *cells])


def main(arguments: list[str]) -> int:
    """Read two tables and print every comparison."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    decisions = read(Path(arguments[0]), Path(arguments[1]))
    found, fitted = scores(decisions)
    clusters = [d.proposal for d in decisions]
    print(f"{len(decisions)} decisions of {len(set(clusters))} proposals\n")
    print(compared(found, clusters))
    said = ", ".join(f"{n} {s:.2f}" for n, s in zip(PARTS, fitted, strict=True))
    print(f"\nShares of the mixture: {said}")
    print(f"\n{yes_or_no(decisions)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
