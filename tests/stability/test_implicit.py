"""Counting without ranks: equal to enumeration on every model that both can do."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.beyond import conflict
from tests.casebook.shipped import CASES, open_shipped
from tests.stability.drawn import cases, made_case

from detente.case import Case
from detente.errors import TooLarge, UsageError
from detente.kernels.bitsets import pack
from detente.stability import CONCEPTS, Settings, build_graph
from detente.stability.implicit import count_nash
from detente.stability.survey import survey

NASH = CONCEPTS["nash"]


def same(case: Case, model: str = "main", settings: Settings | None = None) -> int:
    """Compare with enumeration; return how many equilibria there are."""
    found, graph = count_nash(case, model, settings), build_graph(case, model, settings)
    expected = survey(graph, [NASH])
    ours, theirs = found.summaries["nash"], expected.summaries["nash"]
    assert (found.sets["nash"] == expected.sets["nash"]).all()
    assert (found.states, found.readings) == (expected.states, expected.readings)
    for part in ("count", "today", "taken", "outcomes", "fixed"):
        assert getattr(ours, part) == getattr(theirs, part), part
    assert (ours.stable, ours.reachable) == ({}, None)
    changed = [(e.state.code ^ graph.status_quo.code).bit_count() for e in ours.first]
    assert changed == sorted(changed)
    assert all(e.path is None and expected.under(e.state) for e in ours.first)
    return ours.count


@pytest.mark.parametrize(("deciders", "options"), [(1, 3), (2, 4), (3, 5), (4, 7)])
def test_drawn_models(deciders, options):
    counts = {same(case) for case in cases(25, deciders, options)}
    assert len(counts) > 2


def test_settings():
    rng = np.random.default_rng(4)
    tried = 0
    for case in cases(60, 3, 4):
        settings = Settings(
            fix={o: bool(rng.integers(2)) for o in case.options if rng.random() < 0.3},
            context={"e.bit": bool(rng.integers(2))},
            irreversible=tuple(o for o in case.options if rng.random() < 0.3),
        )
        try:
            build_graph(case, "main", settings)
        except UsageError:
            continue
        same(case, settings=settings)
        tried += 1
    assert tried > 10


@pytest.mark.parametrize("case", CASES)
def test_shipped_models(case):
    opened = open_shipped(case)
    for id, model in opened.models.items():
        if all(
            reading.order for p in model.preferences.values() for reading in p.readings.values()
        ):
            same(opened, id)


@pytest.mark.parametrize(("options", "deciders", "widest"), [(12, 3, 3), (13, 3, 6), (14, 4, 9)])
def test_options_with_an_axis_of_their_own(options, deciders, widest):
    assert same(conflict(options, deciders, widest=widest)) > 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_more_of_them(seed):
    for options, deciders in ((13, 2), (14, 3), (16, 4)):
        same(conflict(options, deciders, seed=seed, widest=1 + seed % 8))


def test_what_nobody_cares_about():
    """Two options matter: of the others every setting counts, millions of times over."""
    ids = [f"a.o{k}" for k in range(25)]
    found = count_nash(made_case({"a": ["a.o24 iff a.o3"]}, ids), "main")
    assert found.summaries["nash"].count == 1 << 24
    assert found.summaries["nash"].taken["a.o7"] == 1 << 23
    assert [len(e.state.on) for e in found.summaries["nash"].first[:2]] == [0, 1]


def test_what_does_not_fit_is_refused_before_memory_is_taken():
    case = made_case({"a": ["a.o0"]}, [f"a.o{k}" for k in range(40)])
    with pytest.raises(TooLarge, match="40 options"):
        count_nash(case, "main")
    with pytest.raises(TooLarge, match="at most"):
        count_nash(case, "main", most_bytes=1 << 40)


def test_progress_is_told():
    told: list[str] = []
    count_nash(
        made_case({"a": ["a.x"], "b": ["b.y"]}, ["a.x", "b.y"]), "main", progress=told.append
    )
    assert told == ["feasible states", "nash: a", "nash: b", "what the equilibria share"]


def test_the_set_has_a_bit_for_each_state():
    found = count_nash(made_case({"a": ["a.x"]}, ["a.x", "a.y"]), "main")
    assert (found.sets["nash"] == pack(np.array([False, True, False, True]))).all()
