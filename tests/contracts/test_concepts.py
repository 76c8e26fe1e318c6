"""What every stability concept on the shelf must keep: two equal forms, order, words, batches.

The classical concepts are thresholds and have kernels; `test_outlooks` is about the rest.
"""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray
from tests.contracts.games import Game, by_definition, by_kernel, draw, games

from detente.registry import Shelf
from detente.stability import CLASSICAL, CONCEPTS, Concept
from detente.stability import concepts as folder
from detente.stability.definition import Conflict

every_concept = pytest.mark.parametrize("concept", CONCEPTS.values(), ids=list(CONCEPTS))
every_threshold = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))
REFINES = [
    ("nash", "sseq"),
    ("nash", "smr"),
    ("nash", "seq"),
    ("sseq", "smr"),
    ("sseq", "seq"),
    ("smr", "gmr"),
    ("seq", "gmr"),
]


def agree(concept: Concept, game: Game) -> bool:
    return np.array_equal(by_kernel(concept, game), by_definition(concept, game))


def dense(seed: int, count: int, deciders: int, most: int, spare: bool = False) -> Iterator[Game]:
    rng = np.random.default_rng([seed, deciders, most])
    for _ in range(count):
        yield draw(rng, deciders, int(rng.integers(deciders, most + 1)), spare=spare)


def module_of(concept: Concept) -> ModuleType:
    return sys.modules[concept.holds.__module__]


def test_the_drawn_games_are_as_varied_as_conflicts_are() -> None:
    seen = {
        trait
        for game in dense(1, 300, 3, 5)
        for trait, found in {
            "all feasible": game.feasible.all(),
            "infeasible states": not game.feasible.all(),
            "ties": len(set(game.ranks[0, game.states].tolist())) < len(game.states),
            "strict": len(set(game.ranks[0, game.states].tolist())) == len(game.states) > 4,
            "interleaved bits": list(game.owners) != sorted(game.owners),
            "rising and falling bits of one owner": any(m.up and m.down for m in game.moves),
            "free and directed bits of one owner": any(m.free and m.up for m in game.moves),
        }.items()
        if found
    }
    assert len(seen) == 7, seen


@every_threshold
@pytest.mark.parametrize(
    ("deciders", "most", "count"),
    [(1, 4, 30), (2, 4, 300), (2, 6, 100), (3, 4, 300), (3, 6, 100), (4, 5, 150), (5, 6, 80)],
)
def test_the_kernel_equals_the_definition(
    concept: Concept, deciders: int, most: int, count: int
) -> None:
    for number, game in enumerate(dense(1, count, deciders, most)):
        assert agree(concept, game), (number, game)


@every_threshold
def test_the_kernel_equals_the_definition_where_options_are_held(concept: Concept) -> None:
    for number, game in enumerate(dense(2, 60, 3, 5, spare=True)):
        assert agree(concept, game), (number, game)


@pytest.mark.slow
@every_threshold
@pytest.mark.parametrize("deciders", [2, 3, 4, 5])
def test_the_kernel_equals_the_definition_on_larger_games(concept: Concept, deciders: int) -> None:
    for number, game in enumerate(dense(3, 60, deciders, 8)):
        assert agree(concept, game), (number, game)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deciders", "options", "structures"),
    [(2, 2, 600), (2, 3, 500), (3, 3, 500), (2, 4, 120), (3, 4, 150), (4, 4, 100), (5, 5, 40)],
)
def test_kernels_equal_the_definitions_on_a_hundred_thousand_games(
    deciders: int, options: int, structures: int
) -> None:
    """Fifty orders of preference for each structure of moves; every classical concept."""
    rng = np.random.default_rng([8, deciders, options])
    for number in range(structures):
        game = draw(rng, deciders, options)
        many = game.with_ranks(_orders(rng, deciders, game.feasible.size))
        found = {key: by_kernel(c, many) for key, c in CLASSICAL.items()}
        for k in range(ORDERS):
            conflict = _with_orders(game.conflict, many.ranks[:, k])
            for key, concept in CLASSICAL.items():
                expected = [
                    [concept.holds(conflict, i, s) for s in game.states] for i in range(deciders)
                ]
                assert np.array_equal(found[key][:, k], expected), (key, number, k)


ORDERS = 50


def _orders(rng: np.random.Generator, deciders: int, size: int) -> NDArray[np.int32]:
    """Draw many orders at once, with two to nine levels or none tied; shape (deciders, 50, size)."""
    shape = (deciders, ORDERS, size)
    levels = rng.choice([2, 3, 5, 9], size=shape[:2])[..., None]
    tied = np.floor(rng.random(shape) * levels)
    strict = rng.random(shape).argsort(axis=-1)
    some = rng.random(shape[:2])[..., None] < 0.7
    return np.where(some, tied, strict).astype(np.int32)


def _with_orders(conflict: Conflict, ranks: NDArray[np.int32]) -> Conflict:
    """Return the same moves under other orders; what others can bring about is kept."""
    own = [{s: int(r[s]) for s in conflict.states} for r in ranks]
    other = Conflict(conflict.states, conflict.moves, own)
    object.__setattr__(other, "replies", conflict.replies)
    for name in ("improvements", "gladly"):
        object.__setattr__(other, name, cache(getattr(other, name)))
    return other


@every_threshold
@given(game=games())
@settings(deadline=None, max_examples=200)
def test_kernel_and_definition_agree_on_games_that_shrink(concept: Concept, game: Game) -> None:
    assert agree(concept, game)


@pytest.mark.parametrize("form", [by_kernel, by_definition])
@pytest.mark.parametrize(("strong", "weak"), REFINES)
def test_a_stronger_concept_implies_a_weaker_one(form, strong: str, weak: str) -> None:
    proper = 0
    for game in dense(4, 60, 3, 5):
        narrow, wide = form(CONCEPTS[strong], game), form(CONCEPTS[weak], game)
        assert not (narrow & ~wide).any()
        proper += bool((wide & ~narrow).any())
    assert proper, f"{weak} never allowed more than {strong}: the games are too tame"


@every_threshold
@pytest.mark.parametrize("batch", [(7,), (2, 3), (0,)])
def test_a_leading_axis_is_a_batch_of_games(concept: Concept, batch: tuple[int, ...]) -> None:
    rng = np.random.default_rng(5)
    for game in dense(5, 8, 3, 5):
        ranks = rng.integers(5, size=(3, *batch, game.feasible.size), dtype=np.int32)
        many = game.with_ranks(ranks)
        together = by_kernel(concept, many)
        assert together.shape == (3, *batch, len(game.states))
        for place in np.ndindex(batch):
            alone = game.with_ranks(many.ranks[:, *place])
            assert np.array_equal(together[:, *place], by_kernel(concept, alone))


@every_threshold
def test_only_the_order_of_ranks_counts(concept: Concept) -> None:
    for game in dense(6, 30, 3, 5):
        stretched = game.with_ranks(game.ranks**3 + 11)
        assert np.array_equal(by_kernel(concept, game), by_kernel(concept, stretched))


@every_concept
def test_a_concept_says_what_it_is(concept: Concept) -> None:
    module = module_of(concept)
    assert module.__name__ == f"{folder.__name__}.{concept.key}"
    assert module.MEMBER is concept
    assert module.__all__ == ["MEMBER"]
    for words in (concept.name, concept.meaning, concept.limits, concept.source):
        assert words.strip() == words != ""
    assert concept.meaning.endswith(".")
    assert concept.limits.endswith(".")


@every_concept
def test_docstrings_name_the_source_and_show_an_example(concept: Concept) -> None:
    module = module_of(concept)
    head, _, source = (module.__doc__ or "").partition("Source:")
    assert f"({concept.key.upper()})" in head or concept.name.split()[0] in head
    years = re.findall(r"\d{4}", concept.source)
    assert years
    assert re.findall(r"\d{4}", source) == years
    assert concept.holds.__doc__
    examples = doctest.DocTestFinder().find(concept.holds, "holds", module=module)
    assert any(e.examples for e in examples)


def test_every_file_of_the_folder_is_on_the_shelf_once() -> None:
    files = {m.name for m in pkgutil.iter_modules(folder.__path__)}
    assert set(CONCEPTS) == files
    for trait in ("order", "name", "meaning"):
        assert len({getattr(c, trait) for c in CONCEPTS.values()}) == len(files), trait


DUMMY = """
from detente.stability.concept import Concept

MEMBER = Concept(
    key="dummy",
    name="Dummy",
    order=99,
    meaning="Nothing is stable that can be left.",
    limits="None.",
    source="This test (2026)",
    holds=lambda conflict, i, s: not conflict.improvements(i, s),
    replies="none",
)
"""


@pytest.fixture
def extended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf[Concept]]:
    """The shelf as it is after one more file was put beside the others."""
    (tmp_path / "dummy.py").write_text(DUMMY)
    (tmp_path / "_helper.py").write_text("")
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    yield Shelf(folder.__name__, "stability concept")
    sys.modules.pop(f"{folder.__name__}.dummy", None)
    vars(folder).pop("dummy", None)


def test_one_more_file_is_one_more_concept(extended: Shelf[Concept]) -> None:
    assert list(extended) == [*CONCEPTS, "dummy"]
    assert all(agree(extended["dummy"], game) for game in dense(7, 20, 3, 4))


def test_a_concept_that_tells_the_kernel_something_else_is_caught(extended: Shelf[Concept]) -> None:
    for lie in ("moves", "improvements"):
        liar = replace(extended["dummy"], replies=lie)
        assert not all(agree(liar, game) for game in dense(7, 20, 3, 4))
