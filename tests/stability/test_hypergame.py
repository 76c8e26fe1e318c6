"""Hypergames: each party in its own game, told by brute force on drawn models and beliefs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.stability.plain import Plain
from tests.stability.preferences.made import made

from detente.case import Case
from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, CONCEPTS, Settings
from detente.stability.hypergame import Hypergame

OPTIONS = ["a.u", "b.v", "b.w", "c.x"]
PARTIES = "abc"
CONDITIONS = [
    *OPTIONS,
    "not a.u",
    "not b.v",
    "a.u if b.w",
    "b.v iff c.x",
    "not c.x if a.u",
    "b.w or c.x",
    "not (a.u and b.v)",
]


def pick(rng: np.random.Generator, items: list[str], count: int) -> list[str]:
    return [str(x) for x in rng.choice(items, size=count, replace=False)]


def drawn(rng: np.random.Generator, *, deep: bool = False) -> Case:
    preferences = {
        p: {"readings": {r: pick(rng, CONDITIONS, 3) for r in ("one", "two", "six")}}
        for p in PARTIES
    }
    return made(OPTIONS, preferences, perceptions=beliefs(rng, PARTIES, deep))


def beliefs(rng: np.random.Generator, parties: str, deep: bool) -> dict[str, Any]:
    found = {}
    for party in parties:
        others = [o for o in PARTIES if o != party]
        if rng.random() < 0.7:
            found[party] = {
                "readings": {o: str(rng.choice(["one", "two", "six"])) for o in others[:1]},
                "unaware": pick(rng, OPTIONS, int(rng.integers(3))),
                "perceptions": beliefs(rng, "".join(others), False) if deep else {},
            }
    return found


def settings_of(belief: dict[str, Any], base: Settings) -> Settings:
    """What a party takes the model for: the readings believed, unknown options as today, off."""
    return Settings(belief["readings"], dict.fromkeys(belief["unaware"], False)).over(base)


def plain_stable(case: Case, settings: Settings, key: str) -> dict[str, set[int]]:
    plain = Plain(case, settings=settings)
    conflict = plain.game.conflict
    return {
        d: {s for s in plain.states if CLASSICAL[key].holds(conflict, i, s)}
        for i, d in enumerate(plain.deciders)
    }


def hidden(belief: dict[str, Any], s: int) -> int:
    for option in belief["unaware"]:
        s &= ~(1 << OPTIONS.index(option))
    return s


def plain_holding(case: Case, told: dict[str, Any], base: Settings, key: str) -> set[int]:
    """Return the states that are stable for each party in its own view."""
    held = set(Plain(case, settings=base).states)
    for party in PARTIES:
        belief = told.get(party, {"readings": {}, "unaware": []})
        own = plain_stable(case, settings_of(belief, base), key)[party]
        held = {s for s in held if hidden(belief, s) in own}
    return held


def told_of(case: Case) -> dict[str, Any]:
    return {p: b.model_dump() for p, b in case.models["main"].perceptions.items()}


@pytest.mark.parametrize("key", ["nash", "seq", "sseq"])
def test_a_first_level_hypergame_by_brute_force(key: str) -> None:
    rng = np.random.default_rng(50)
    for _ in range(12):
        case = drawn(rng)
        told = told_of(case)
        seen = Hypergame(case, "main")
        held = set(np.flatnonzero(seen.holding(CLASSICAL[key])).tolist())
        assert held == plain_holding(case, told, Settings(), key)
        for party, where in seen.expected(CLASSICAL[key]).items():
            belief = told.get(party, {"readings": {}, "unaware": []})
            own = plain_stable(case, settings_of(belief, Settings()), key)
            assert set(np.flatnonzero(where).tolist()) == set.intersection(*own.values())


def test_what_a_party_expects_where_it_ascribes_beliefs_to_others() -> None:
    rng = np.random.default_rng(51)
    for _ in range(10):
        case = drawn(rng, deep=True)
        told = told_of(case)
        seen = Hypergame(case, "main")
        held = set(np.flatnonzero(seen.holding(CONCEPTS["seq"])).tolist())
        assert held == plain_holding(case, told, Settings(), "seq")
        for party, belief in told.items():
            view = settings_of(belief, Settings())
            expected = set(np.flatnonzero(seen.expected(CONCEPTS["seq"])[party]).tolist())
            assert expected == plain_holding(case, belief["perceptions"], view, "seq")


def test_the_finding_says_who_and_what() -> None:
    rng = np.random.default_rng(52)
    seq = CONCEPTS["seq"]
    mattered = surprises = 0
    for _ in range(15):
        case = drawn(rng)
        told = told_of(case)
        seen = Hypergame(case, "main")
        found = seen.finding(seq)
        truth = plain_stable(case, Settings(), "seq")
        real = set.intersection(*truth.values())
        held = {e.state.code for e in found.equilibria}
        assert {s.state.code for s in found.surprises} == held ^ real
        for e in found.equilibria:
            assert e.real == (e.state.code in real)
            assert set(e.unseen_by) == {
                p for p, b in told.items() if hidden(b, e.state.code) != e.state.code
            }
            for party in PARTIES:
                code = hidden(told.get(party, {"unaware": []}), e.state.code)
                expects = code in {s.code for s in found.expected[party]}
                assert (party in e.expected_by) == expects
        for surprise in found.surprises:
            surprises += 1
            assert surprise.holds == (surprise.state.code in held)
            judged = {
                p: hidden(b, surprise.state.code)
                in plain_stable(case, settings_of(b, Settings()), "seq")[p]
                for p, b in told.items()
            }
            differ = {p for p, j in judged.items() if j != (surprise.state.code in truth[p])}
            assert set(surprise.parties) == differ
        for m in found.misperceptions:
            aright = {p: {**b} for p, b in told.items()}
            if m.option:
                aright[m.party]["unaware"] = [
                    o for o in aright[m.party]["unaware"] if o != m.option
                ]
            else:
                assert (m.believed, m.actual) == (told[m.party]["readings"][m.about], "one")
                aright[m.party]["readings"] = {
                    o: r for o, r in aright[m.party]["readings"].items() if o != m.about
                }
            after = plain_holding(case, aright, Settings(), "seq")
            assert {s.code for s in m.held} == held - after
            assert {s.code for s in m.lost} == after - held
            assert m.matters == (after != held)
            mattered += m.matters
    assert mattered > 5
    assert surprises > 5


def test_without_misperception_all_is_as_it_is() -> None:
    case = made(OPTIONS[:2], {"a": ["a.u"], "b": ["b.v"]})
    found = Hypergame(case, "main").finding(CONCEPTS["nash"])
    assert found.misperceptions == found.surprises == ()
    assert [(e.state.on, e.expected_by, e.real) for e in found.equilibria] == [
        (("a.u", "b.v"), ("a", "b"), True)
    ]


def test_only_credible_replies_depend_on_how_others_are_seen() -> None:
    rng = np.random.default_rng(53)
    for _ in range(8):
        case = drawn(rng)
        perceptions = {
            p: b.model_copy(update={"unaware": ()})
            for p, b in case.models["main"].perceptions.items()
        }
        seen = Hypergame(case, "main", perceptions=perceptions)
        for key in ("nash", "gmr", "smr"):
            assert not seen.finding(CONCEPTS[key]).surprises


def test_a_belief_that_is_true_is_no_misperception() -> None:
    case = made(
        ["a.u", "b.v"],
        {"a": {"readings": {"one": ["a.u"], "two": ["not a.u"]}}, "b": ["b.v"]},
        perceptions={"b": {"readings": {"a": "two"}}},
    )
    kept = Hypergame(case, "main", Settings(readings={"a": "two"})).finding(CONCEPTS["seq"])
    assert kept.misperceptions == ()
    other = Hypergame(case, "main").finding(CONCEPTS["seq"])
    assert [(m.party, m.about, m.believed, m.actual) for m in other.misperceptions] == [
        ("b", "a", "two", "one")
    ]


def test_what_one_does_not_know_of_stays_as_it_is_today() -> None:
    """South cannot see the dam that stands; what it says of a state without it is what it sees."""
    case = made(
        ["a.dam", "b.v"],
        {"a": ["a.dam"], "b": ["b.v if a.dam", "not b.v"]},
        status_quo={"a.dam": True},
        perceptions={"b": {"unaware": ["a.dam"]}},
    )
    found = Hypergame(case, "main").finding(CONCEPTS["nash"])
    assert [(e.state.on, e.unseen_by) for e in found.equilibria] == [(("a.dam", "b.v"), ())]
    assert {s.on for s in found.expected["b"]} == {("a.dam", "b.v")}


def test_a_state_that_a_party_cannot_place_does_not_hold() -> None:
    """b does not know of a.u; what it sees of {a.u} breaks a rule."""
    case = made(
        ["a.u", "b.v"],
        {"a": ["a.u"], "b": ["not b.v"]},
        rules=[{"require": "a.u or b.v"}],
        status_quo={"b.v": True},
        perceptions={"b": {"unaware": ["a.u"]}},
    )
    assert [e.state.on for e in Hypergame(case, "main").finding(CONCEPTS["nash"]).equilibria] == [
        ("a.u", "b.v")
    ]


def test_names_that_there_are_not() -> None:
    case = made(["a.u", "b.v"], {"a": ["a.u"], "b": ["b.v"]})
    with pytest.raises(UnknownName):
        Hypergame(case, "x")
    merged = made(["a.u", "b.v"], {"a": ["a.u"], "b": ["a.u"]}, merge=["a.u"])
    with pytest.raises(UsageError, match="graph form"):
        Hypergame(merged, "main")
