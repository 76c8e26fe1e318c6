"""Unknown preferences: sixteen definitions of Li, Hipel, Kilgour & Fang told pair by pair."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, Moves, Told, every, game, symbols, told

from detente.errors import UnknownName
from detente.stability import STRUCTURES
from detente.stability.preferences.unknown import EXTENSIONS, Unknown, known
from detente.stability.structure import Stated

KNOWN = [(">", "<"), ("<", ">"), ("=", "=")]
KINDS = [*KNOWN, ("U", "U")]
DEFINED = ("nash", "gmr", "smr", "seq")


def relation(table: list[list[str]], extension: str) -> Unknown:
    """`table[q][s]` says how q stands to s."""
    size = range(len(table))
    better, unknown = (
        np.array([[table[q][s] == sign for q in size] for s in size]) for sign in (">", "U")
    )
    return Unknown(better.__getitem__, unknown.__getitem__, extension)


def as_read(table: list[list[str]], extension: str) -> Told:
    """As the paper reads: a, c leave for R⁺ and R^U, b, d for R⁺; c, d fear all but q ≻ s."""
    leaves = {"a": ">U", "b": ">", "c": ">U", "d": ">"}[extension]
    keeps = {"a": "<=", "b": "<=", "c": "<=U", "d": "<=U"}[extension]
    return Told(
        lambda s, q: table[q][s] in leaves,
        lambda s, q: table[q][s] in keeps,
        lambda s, q: table[q][s] in ">U",
    )


def stable(steps: Moves, tables: list[list[list[str]]], concept: str, extension: str) -> np.ndarray:
    replies, counter = CLASSES[concept]
    one = game(steps, [relation(t, extension) for t in tables])
    return one.stable(replies, countermoves=counter)


@pytest.mark.parametrize(("concept", "extension"), [*product(CLASSES, EXTENSIONS)])
def test_the_kernel_equals_the_paper(concept: str, extension: str) -> None:
    for rng, steps in every(6, 20):
        tables = [symbols(rng, len(steps[0]), KINDS) for _ in steps]
        found = stable(steps, tables, concept, extension)
        assert found.tolist() == told(steps, [as_read(t, extension) for t in tables], concept)


def test_where_all_is_known_the_extensions_are_one_and_classical() -> None:
    for rng, steps in every(7, 20):
        tables = [symbols(rng, len(steps[0]), KNOWN) for _ in steps]
        classical = [
            Told(
                lambda s, q, t=t: t[q][s] == ">",
                lambda s, q, t=t: t[q][s] != ">",
                lambda s, q, t=t: t[q][s] == ">",
            )
            for t in tables
        ]
        for concept in CLASSES:
            plain = told(steps, classical, concept)
            for extension in EXTENSIONS:
                assert stable(steps, tables, concept, extension).tolist() == plain


def test_of_sixteen_definitions_fourteen_are_distinct() -> None:
    """Nash stability looks at the moves alone, so a and c are one there, and b and d."""
    seen: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    for rng, steps in every(8, 60):
        tables = [symbols(rng, len(steps[0]), KINDS) for _ in steps]
        for concept, extension in product(DEFINED, EXTENSIONS):
            found = stable(steps, tables, concept, extension)
            seen[concept, extension].append(found.tobytes())
    kinds = defaultdict(set)
    for definition, results in seen.items():
        kinds[tuple(results)].add(definition)
    assert len(seen) == 16
    assert len(kinds) == 14
    assert {frozenset(k) for k in kinds.values() if len(k) > 1} == {
        frozenset({("nash", "a"), ("nash", "c")}),
        frozenset({("nash", "b"), ("nash", "d")}),
    }


def test_the_more_deters_and_the_less_tempts_the_more_is_stable() -> None:
    for rng, steps in every(9, 30):
        tables = [symbols(rng, len(steps[0]), KINDS) for _ in steps]
        for concept in DEFINED:
            a, b, c, d = (stable(steps, tables, concept, x) for x in "abcd")
            for less, more in ((a, b), (a, c), (b, d), (c, d)):
                assert not (less & ~more).any()


def test_known_is_what_every_ranking_agrees_on() -> None:
    rng = np.random.default_rng(9)
    for _ in range(50):
        orders = rng.integers(4, size=(int(rng.integers(1, 4)), 5))
        better, unknown = known(orders)
        for s, q in product(range(5), repeat=2):
            signs = {int(np.sign(o[q] - o[s])) for o in orders}
            assert better(s)[q] == (signs == {1})
            assert unknown(s)[q] == (len(signs) > 1)


def test_variants_and_what_states_them() -> None:
    member, plain = STRUCTURES["unknown"], Stated.plainly(np.array([0, 1]))
    assert not member.given(plain)
    assert [member.relation(plain, v).extension for v in ("", "d")] == ["a", "d"]
    with pytest.raises(UnknownName, match="variant of unknown preferences: found `e`"):
        member.relation(plain, "e")
