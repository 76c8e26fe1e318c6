"""The probabilistic Condorcet election: published numbers, the definition in loops, symmetries."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers, positions

from detente.bargaining.condorcet import (
    PROPORTIONAL,
    Contest,
    closeness,
    elect,
    elect_position,
)
from detente.bargaining.positions import Positions
from detente.errors import TooLarge, UsageError

VOTES = ["binary", "prop-bin", "prop", "prop-cbc", "cubic", "asym-prosp"]
VICTORIES = ["linear", "square", "quartic", "octic", "binary"]
RULES = ["conditional", "markov-uniform", "markov-incentive"]

# Numbers of the reference run of KTAB on its sample of five actors (KAPSARC, May 2017; MIT), with
# the votes `PropCbc` and the rule `MarkovIncentive`: the bargains of actors 0 and 2.
STRENGTHS = [117.70, 93.20, 61.40, 135.40, 63.80]
OF_ACTOR_0 = [
    [0.94413, 0.95113, 0.94812],
    [0.64659, 0.67104, 0.64728],
    [0.64098, 0.63545, 0.63969],
    [0.65095, 0.65249, 0.65888],
    [0.69137, 0.70138, 0.69155],
]
OF_ACTOR_2 = [
    [0.94413, 0.94325, 0.95465, 0.95113, 0.94769],
    [0.64659, 0.64571, 0.62947, 0.67104, 0.70395],
    [0.64098, 0.63957, 0.52679, 0.63545, 0.57105],
    [0.65095, 0.64348, 0.76595, 0.65249, 0.68524],
    [0.69137, 0.69349, 0.65381, 0.70138, 0.64050],
]


@pytest.mark.parametrize(
    ("utilities", "chances"),
    [
        (OF_ACTOR_0, [0.0054, 0.7502, 0.2444]),
        (OF_ACTOR_2, [0.0859, 0.0695, 0.4215, 0.2255, 0.1976]),
    ],
)
def test_the_reference_run_of_ktab(utilities, chances) -> None:
    found = elect(utilities, STRENGTHS, "markov-incentive", Contest("prop-cbc"))
    assert found.settled
    assert np.abs(found.chances - chances).max() < 2e-4  # utilities are printed to 5 digits


def test_contests_of_the_reference_run() -> None:
    found = elect(OF_ACTOR_0, STRENGTHS, contest=Contest("prop-cbc"))
    assert np.abs(found.coalitions[1, [0, 2]] - [1.975, 1.599]).max() < 2e-3
    expected = [[0.5, 0.0791, 0.0465], [0.9209, 0.5, 0.7396], [0.9535, 0.2604, 0.5]]
    assert np.abs(found.victories - expected).max() < 5e-4


def vote(kind: str, du: float) -> float:
    step = max(-1.0, min(1.0, du / 1e-8))
    return {
        "binary": step,
        "prop-bin": 0.8 * du + 0.2 * step,
        "prop": du,
        "prop-cbc": (du + du**3) / 2,
        "cubic": du**3,
        "asym-prosp": du if du < 0 else 2 * du / 3,
    }[kind]


def wins(kind: str, a: float, b: float) -> float:
    if kind == "binary":
        share = (a / (a + b) * 2.1 - 1) / 0.1
        return min(max(share, 1e-6), 1 - 1e-6)
    m = {"linear": 1, "square": 2, "quartic": 4, "octic": 8}[kind]
    return a**m / (a**m + b**m)


def defined(u, w, rule: str, contest: Contest) -> list[float]:
    """Return the probabilities as one reads the formulas."""
    options = range(len(u[0]))
    c = [
        [1e-8 + sum(w[k] * max(0.0, vote(contest.vote, u[k][i] - u[k][j])) for k in range(len(u)))
         for j in options]
        for i in options
    ]  # fmt: skip
    p = [
        [0.5 if i == j else wins(contest.victory, c[i][j], c[j][i]) for j in options]
        for i in options
    ]
    if rule == "conditional":
        raw = [float(np.prod(p[i])) for i in options]
        return [r / sum(raw) for r in raw]
    n, held = len(p), [1 / len(p)] * len(p)
    inc = [[c[i][j] * p[i][j] + (1e-10 if i == j else 0) for j in options] for i in options]
    ch = [[inc[i][j] / sum(inc[k][j] for k in options) for j in options] for i in options]
    for _ in range(3000):
        if rule == "markov-uniform":
            q = [sum(p[i][j] * (held[i] + held[j]) for j in options) / n for i in options]
        else:
            ct = [[held[i] * ch[j][i] for j in options] for i in options]
            q = [sum(p[i][j] * (ct[i][j] + ct[j][i]) for j in options) for i in options]
        still = max(abs(a - b) for a, b in zip(q, held, strict=True)) < 1e-8
        held = [(a + b) / 2 for a, b in zip(held, q, strict=True)]
        if still:
            break
    return held


@settings(max_examples=30)
@given(
    st.integers(1, 4).flatmap(
        lambda m: st.lists(st.lists(numbers(0, 1), min_size=m, max_size=m), min_size=1, max_size=4)
    ),
    st.lists(numbers(0.1, 5), min_size=4, max_size=4),
    st.sampled_from(RULES),
    st.sampled_from(VOTES),
    st.sampled_from(VICTORIES),
)
def test_equals_the_definition(u, weights, rule, ballot, victory) -> None:
    contest = Contest(ballot, victory)
    w = weights[: len(u)]
    found = elect(u, w, rule, contest)
    if found.settled:
        assert np.abs(found.chances - defined(u, w, rule, contest)).max() < 1e-6
    assert found.chances.sum() == pytest.approx(1)
    assert np.allclose(found.victories + found.victories.T, 1)


@settings(max_examples=40)
@given(positions(least=2, lightest=0.1), st.sampled_from(RULES))
def test_symmetry_and_scale(found: Positions, rule) -> None:
    chances = elect_position(found, rule).election.chances
    order = list(reversed(range(len(found.actors))))
    turned = Positions.of(
        [found.actors[k] for k in order],
        100 - found.at[order],
        found.salience[order],
        found.clout[order],
    )
    assert np.abs(elect_position(turned, rule).election.chances[::-1] - chances).max() < 1e-5
    scaled = Positions.of(found.actors, found.at * 3 + 7, found.salience, found.clout)
    assert np.abs(elect_position(scaled, rule).election.chances - chances).max() < 1e-4


def test_more_weight_makes_an_option_likelier() -> None:
    for rule in RULES:
        u = [[1, 0, 0.4], [0, 1, 0.5], [0.2, 0.3, 1]]
        first = [float(elect(u, [w, 1, 1], rule).chances[0]) for w in (0.5, 1, 2, 4)]
        assert first == sorted(first)


def test_degenerate_elections() -> None:
    for rule in RULES:
        assert elect([[0.3]], [1], rule).chances.tolist() == [1]
        same = elect_position(Positions.of(["a", "b"], [20, 20], clout=[1, 9]), rule)
        assert same.election.chances.tolist() == [1]
        assert same.mean == 20
        assert np.allclose(elect([[1, 1], [1, 1]], [1, 9], rule).chances, 0.5)
        one = elect([[0, 1], [0, 1]], [1, 0], rule)
        assert one.order == (1, 0)
        assert one.chances[1] > 0.99
    beaten = elect([[1, 0, 0.5], [0.5, 1, 0], [0, 0.5, 1]], [1, 1, 1], contest=Contest("binary"))
    assert np.allclose(beaten.chances, 1 / 3)


def test_asymmetric_effort_changes_no_chance_here() -> None:
    for rule in RULES:
        plain, asym = (
            elect(OF_ACTOR_2, STRENGTHS, rule, Contest(v)) for v in ("prop", "asym-prosp")
        )
        assert np.abs(plain.chances - asym.chances).max() < 1e-4


def test_a_tenth_more_strength_wins_the_binary_way() -> None:
    chance = [
        float(elect([[1, 0], [0, 1]], [w, 1], contest=Contest(victory="binary")).chances[0])
        for w in (1.0, 1.05, 1.11, 5.0)
    ]
    assert chance[0] == pytest.approx(0.5)
    assert chance[1] == pytest.approx(0.5 + 10.5 * 0.05 / 2.05)
    assert chance[2] == chance[3] == pytest.approx(1, abs=2e-6)


@pytest.mark.parametrize(
    ("u", "w", "said"),
    [
        ([[1, 0]], [1, 1], "one weight for each actor"),
        ([], [], "actors by options"),
        ([[1, np.inf]], [1], "finite"),
        ([[1, 0]], [0], "not all 0"),
        ([[1, 0], [0, 1]], [2, -1], "0 or more"),
    ],
)
def test_what_does_not_fit_is_refused(u, w, said) -> None:
    with pytest.raises(UsageError, match=said):
        elect(u, w)


def test_unknown_words_and_large_elections_are_refused() -> None:
    with pytest.raises(UsageError, match="unknown rule"):
        elect([[1, 0]], [1], "markov")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="unknown vote"):
        Contest("loud")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="unknown victory"):
        Contest(victory="loud")  # type: ignore[arg-type]
    with pytest.raises(TooLarge, match="2,000"):
        elect(np.zeros((1, 2001)), [1])
    assert Contest() == PROPORTIONAL


def test_a_position_that_several_hold_stands_once() -> None:
    points, liked = closeness(Positions.of(["a", "b"], [5, 5]))
    assert (points.tolist(), liked.tolist()) == ([5], [[1], [1]])
    for rule in RULES:
        two = elect_position(Positions.of(["a", "b"], [0, 9], clout=[2, 1]), rule)
        three = elect_position(Positions.of(["a", "b", "c"], [0, 9, 0], clout=[1, 1, 1]), rule)
        assert np.allclose(two.election.chances, three.election.chances)
        assert two.mean == pytest.approx(three.mean)
