"""Circuits against truth tables: every setting of the inputs extends to one of the gates."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from pysat.solvers import Solver
from tests.stability.drawn import SHAPES

from detente.case.formula import evaluate, parse
from detente.errors import UsageError
from detente.stability.symbolic.encode import Circuit, Meanings

NAMES = ["p", "q", "r", "s"]


def table(circuit: Circuit, literal: int) -> list[bool]:
    """Return the value of a literal for every setting of the inputs; it must have just one."""
    values = []
    with Solver(name="minisat22", bootstrap_with=circuit.clauses) as solver:
        for setting in product((False, True), repeat=circuit.inputs):
            fixed = [j + 1 if on else -j - 1 for j, on in enumerate(setting)]
            can = [solver.solve(assumptions=[*fixed, sign * literal]) for sign in (1, -1)]
            assert sum(can) == 1
            values.append(can[0])
    return values


def meanings(circuit: Circuit, **named: str) -> Meanings:
    known = {name: j + 1 for j, name in enumerate(NAMES)}
    return Meanings(circuit, known, {n: parse(when) for n, when in named.items()})


def drawn(rng: np.random.Generator, depth: int) -> str:
    """Return a random condition."""
    if depth == 0 or rng.random() < 0.2:
        return str(rng.choice(["", "not "])) + str(rng.choice([*NAMES, "true", "false"]))
    shape = SHAPES[int(rng.integers(len(SHAPES)))]
    return shape.format(*(f"({drawn(rng, depth - 1)})" for _ in range(3)))


@pytest.mark.parametrize("seed", range(60))
def test_a_condition_and_its_literal_agree(seed):
    formula = parse(drawn(np.random.default_rng(seed), 3))
    settings = np.array(list(product((False, True), repeat=4))).T
    columns = dict(zip(NAMES, settings, strict=True))
    expected = evaluate(formula, columns, lambda value: np.full(16, value))
    circuit = Circuit(4)
    assert table(circuit, meanings(circuit).of(formula)) == expected.tolist()


@pytest.mark.parametrize("literals", [[1], [1, -2, 3], [1, 2, 2, 4], [1, 2, 3, 4], [1, -1, 5, -5]])
def test_counts(literals):
    circuit = Circuit(4)  # variable 5 is the one that is always true
    full = circuit.counts(literals)
    assert len(full) == len(literals)
    sums = []
    for setting in product((False, True), repeat=4):
        values = [*setting, True]
        sums.append(sum(values[abs(a) - 1] == (a > 0) for a in literals))
    for k, at_least in enumerate(full, 1):
        assert table(circuit, at_least) == [s >= k for s in sums]
    assert circuit.counts(literals, 2) == full[:2]
    assert circuit.counts([]) == []


LITERALS = [1, -1, 2, -2, 3, 4, -4]


@pytest.mark.parametrize("which", LITERALS)
def test_one_of_two_is_picked(which):
    """Also where they are known, alike, or one another's opposite; variable 4 is always true."""
    rows = list(product((False, True), repeat=3))
    for yes, no in product(LITERALS, repeat=2):
        circuit = Circuit(3)
        picked = circuit.pick(which, yes, no)
        values = [[*row, True] for row in rows]
        said = [[v[abs(a) - 1] == (a > 0) for a in (which, yes, no)] for v in values]
        assert table(circuit, picked) == [y if w else n for w, y, n in said]
        size = len(circuit.clauses)
        assert circuit.pick(-which, no, yes) == picked == circuit.pick(which, yes, no)
        assert circuit.pick(which, -yes, -no) == -picked
        assert len(circuit.clauses) == size


def test_two_differ_whichever_comes_first():
    for a, b in product([1, -1, 2, -2, 3, -3], repeat=2):
        circuit = Circuit(2)
        assert circuit.differ(a, b) == circuit.differ(b, a) == -circuit.differ(-a, b)
        values = [[*row, True] for row in product((False, True), repeat=2)]
        assert table(circuit, circuit.differ(a, b)) == [
            (v[abs(a) - 1] == (a > 0)) != (v[abs(b) - 1] == (b > 0)) for v in values
        ]


def test_every_one_of_some_is_true():
    circuit = Circuit(3)
    assert circuit.every([]) == circuit.true
    assert circuit.every([1, circuit.true]) == 1
    expected = [a and not b and c for a, b, c in product((False, True), repeat=3)]
    assert table(circuit, circuit.every([1, -2, 3])) == expected


def test_equal_gates_are_built_once_and_known_ones_not_at_all():
    circuit = Circuit(4)
    both = circuit.both(1, -2)
    size = len(circuit.clauses)
    assert circuit.both(-2, 1) == both
    assert circuit.either(-1, 2) == -both
    assert circuit.both(both, both) == both
    assert circuit.both(3, -3) == circuit.both(3, -circuit.true) == -circuit.true
    assert circuit.either(3, circuit.true) == circuit.true
    assert circuit.differ(3, circuit.true) == circuit.differ(-circuit.true, -3) == -3
    assert circuit.differ(3, -3) == circuit.true
    assert circuit.differ(3, 3) == -circuit.true
    assert len(circuit.clauses) == size


def test_the_same_condition_of_other_literals_is_another():
    circuit = Circuit(4)
    held = Meanings(circuit, {"p": circuit.true, "q": 2, "r": 3, "s": 4}, {"d": parse("p iff q")})
    assert held.of(parse("d and p")) == 2


def test_names_of_conditions_are_followed_and_their_circles_found():
    circuit = Circuit(4)
    assert table(circuit, meanings(circuit, d="e or q", e="not p").name("d")) == [
        not p or q for p, q, _, _ in product((False, True), repeat=4)
    ]
    with pytest.raises(UsageError, match="defined by itself"):
        meanings(circuit, d="e", e="d or p").of(parse("q or d"))
    with pytest.raises(KeyError):
        meanings(circuit).of(parse("nowhere"))


def test_long_chains_do_not_recurse():
    circuit = Circuit(4)
    chain = " or ".join(NAMES * 49)
    assert circuit.clauses
    assert table(circuit, meanings(circuit).of(parse(chain))) == [False, *[True] * 15]
