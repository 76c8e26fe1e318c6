"""Ranking: sorted by the criteria in their order, ties left as ties, and what needs no order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import made_case, worlds

from detente.errors import UnknownName
from detente.stability import CLASSICAL, CONCEPTS, build_graph, ranking
from detente.stability.ranking import CRITERIA, Placed, rank_equilibria
from detente.stability.standing import Standing

EVERY = list(CLASSICAL.values())


def at_least(a: Standing, b: Standing) -> bool:
    """Return whether a is as good as b by every criterion, read one by one."""
    slack = [
        min((m.ranks for m in s.margins if m.ranks is not None), default=10**9) for s in (a, b)
    ]
    near = [2 if s.improvements is not None else int(s.moves is not None) for s in (a, b)]
    return (
        set(a.concepts) >= set(b.concepts)
        and (not a.upset or bool(b.upset))
        and near[0] >= near[1]
        and (not a.unsure.unsettled or bool(b.unsure.unsettled))
        and len(a.edits.unsettled) <= len(b.edits.unsettled)
        and slack[0] >= slack[1]
    )


def test_what_is_as_good_by_every_criterion_and_better_by_one() -> None:
    fates = set()
    for _, graph in worlds(15, 3, 4):
        placed = rank_equilibria(graph, EVERY).placed
        every = [p.standing for p in placed]
        for p in placed:
            beaten = any(at_least(o, p.standing) and not at_least(p.standing, o) for o in every)
            assert p.undominated == (not beaten)
            fates.add(p.undominated)
    assert fates == {True, False}


def worth(p: Placed, criteria: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(CRITERIA[k].score(p.standing) for k in criteria)


def test_places_and_ties() -> None:
    tied = 0
    for n, (_, graph) in enumerate(worlds(15, 3, 4)):
        by = list(permutations(CRITERIA))[n * 23][: n % 6]
        found = rank_equilibria(graph, EVERY, by)
        assert found.criteria == (by or tuple(CRITERIA))
        for p in found.placed:
            better = [
                q for q in found.placed if worth(q, found.criteria) > worth(p, found.criteria)
            ]
            assert p.place == 1 + len(better)
        codes = [(p.place, p.standing.state.code) for p in found.placed]
        assert codes == sorted(codes)
        tied += len({p.place for p in found.placed}) < len(found.placed)
    assert tied


def test_nothing_is_better_than_an_undominated_state_in_first_place_by_all_criteria() -> None:
    for _, graph in worlds(15, 3, 4):
        found = rank_equilibria(graph, EVERY).placed
        assert not found or any(p.undominated for p in found if p.place == 1)


def test_criteria_are_named_as_they_are_scored() -> None:
    graph = build_graph(open_shipped("elmira-1991"), "main")
    s5, s8, s9 = (
        next(p.standing for p in rank_equilibria(graph, EVERY).placed if o in p.standing.outcomes)
        for o in ("s5", "s8", "s9")
    )
    score = {k: tuple(float(c.score(s)) for s in (s5, s8, s9)) for k, c in CRITERIA.items()}
    assert score == {
        "concepts": (5, 5, 5),
        "coalitions": (0, 1, 1),
        "reach": (2, 1, 1),
        "unsure": (1, 1, 1),
        "edits": (70, 74, 78),
        "margin": (1, 2, 0),
    }


def test_names_of_criteria_may_be_in_any_case_but_must_exist() -> None:
    graph = build_graph(open_shipped("chicken"), "main")
    assert rank_equilibria(graph, EVERY, ["Reach"]).criteria == ("reach",)
    with pytest.raises(UnknownName, match="criterion"):
        rank_equilibria(graph, EVERY, ["beauty"])


def test_no_equilibrium_no_place() -> None:
    wants = {"a": ["a.x iff b.x"], "b": ["not a.x iff b.x"]}
    graph = build_graph(made_case(wants, ["a.x", "b.x"]), "main")
    found = rank_equilibria(graph, [CONCEPTS["nash"]])
    assert (found.placed, found.concepts) == ((), ("nash",))


def test_smr_is_neither_better_nor_worse_than_seq(monkeypatch) -> None:
    graph = build_graph(open_shipped("chicken"), "main")
    first, second = rank_equilibria(graph, EVERY).placed[:2]
    pair = [
        replace(first.standing, concepts=("gmr", "smr"), strongest=("smr",)),
        replace(second.standing, concepts=("gmr", "seq"), strongest=("seq",)),
    ]
    for standings, undominated in (
        (pair, [True, True]),
        ([replace(pair[0], concepts=("gmr", "smr", "lh:2")), pair[1]], [True, True]),
        ([replace(pair[0], concepts=("gmr", "smr", "seq")), pair[1]], [True, False]),
    ):
        monkeypatch.setattr(ranking, "standings_of", lambda *_, found=standings: tuple(found))
        placed = rank_equilibria(graph, EVERY, ["concepts"]).placed
        assert [p.undominated for p in placed] == undominated
