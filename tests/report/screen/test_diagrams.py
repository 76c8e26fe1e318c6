"""What the diagrams found, in words and numbers that can be taken in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from benchmarks.beyond import conflict
from tests.casebook.shipped import open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.drawn import made_case

from detente.report.screen.diagrams import amount, diagrams_text, share
from detente.stability.diagrams.sets import diagram_sets
from detente.stability.symbolic.game import read_game


def text(case, *concepts: str, model: str = "main") -> str:
    game = read_game(case, model)
    return diagrams_text(case, game, [diagram_sets(game, c) for c in concepts or ["nash"]])


def test_how_many_for_whom_and_what_is_nearest():
    said = text(made_case({"a": ["a.x"]}, ["a.x", "a.y", "a.z"]))
    assert "3 options, 1 decision maker, 8 feasible states; engine: decision diagrams." in said
    assert (
        "Nash stability: 4 of 8 feasible states are equilibria (50 %), by proof no others." in said
    )
    assert "  The status quo is not stable for A.\n" in said
    assert "  Share of the feasible states that is stable for each: A 50 %.\n" in said
    assert "Nearest to today, 1 option changed (a.x):" in said
    assert said.endswith("Alike in every one: a.x taken.")


def test_the_status_quo_is_the_one_equilibrium():
    said = text(made_case({"a": ["not a.x"]}, ["a.x"]))
    assert "1 of 2 feasible states is an equilibrium, by proof no other." in said
    assert "The status quo is one of them." in said
    assert "Alike" not in said
    assert "Nearest" not in said


def test_no_equilibrium():
    said = text(PENNIES)
    assert "Nash stability: no equilibrium, by proof." in said
    assert "The status quo is stable for " in said
    assert "; not stable for " in said
    assert "Nearest" not in said
    assert "Alike" not in said


def test_several_concepts():
    said = " ".join(text(open_shipped("cuba-1962"), "nash", "seq", "gmr").split())
    names = ["Nash stability: ", "Sequential stability: ", "General metarationality: "]
    assert [said.count(name) for name in names] == [1, 1, 1]


def test_what_nearly_all_have_and_what_hardly_any():
    tied = " and ".join(f"a.o{k}" for k in range(5))
    options = [f"a.o{k}" for k in range(5)] + ["a.rare", "a.free"]
    said = " ".join(text(made_case({"a": [f"a.rare only if ({tied})"]}, options)).split())
    assert "Taken in 5 % of them or fewer: a.rare." in said
    assert "Alike in every one: nothing." in said
    some = " ".join(
        text(made_case({"a": [f"a.rare or not ({tied})"]}, [*options[:5], "a.rare"])).split()
    )
    assert "Taken in 5 %" not in some
    often = text(
        made_case({"a": [f"a.sure if ({tied.replace('and', 'or')})"]}, [*options[:5], "a.sure"])
    )
    assert "Taken in 95 % of them or more: a.sure." in often


def test_a_long_list_is_cut_short():
    options = [f"a.o{k}" for k in range(20)]
    said = " ".join(text(made_case({"a": [" and ".join(options[:15])]}, options)).split())
    assert "a.o11 taken, and 3 more (use --json for all)." in said


def test_large_numbers_are_short():
    said = " ".join(text(conflict(80, 6)).split())
    assert " feasible states; engine" in said
    assert "e23 feasible states" in said
    assert len(said) < 3000


@pytest.mark.parametrize(
    ("ended", "why"), [("time", "the time was up"), ("nodes", "grew too large")]
)
def test_what_is_not_settled_is_unknown_and_not_none(ended, why):
    case = made_case({"a": ["a.x"], "b": ["b.y"], "c": ["not c.z"]}, ["a.x", "b.y", "c.z"])
    game = read_game(case, "main")
    whole = diagram_sets(game)
    settled = {actor: whole.stable[actor] for actor in ("a", "c")}
    cut = replace(whole, ended=ended, equilibria=None, stable=settled)
    said = " ".join(diagrams_text(case, game, [cut]).split())
    assert f"Nash stability: unknown: {'the diagrams ' * (ended == 'nodes')}{why}, " in said
    assert "2 of 3 decision makers settled." in said
    assert "The status quo is stable for C; not stable for A; open for B." in said
    assert "no equilibrium" not in said
    nothing = replace(cut, stable={}, feasible=None)
    said = diagrams_text(case, game, [nothing])
    assert "feasible states" not in said
    assert "The status quo is open for A, B and C." in said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"),
        (999_999, "999,999"),
        (1_000_000, "1.0e6"),
        (123_456_789 * 10**15, "1.2e23"),
        (1 << 2000, "1.1e602"),
    ],
)
def test_amounts(number, said):
    assert amount(number) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1), "100 %"),
        (Fraction(1, 1000), "0.1 %"),
        (Fraction(1, 1001), "1 in 1,001"),
        (Fraction(1, 1 << 2000), "1 in 1.1e602"),
        (Fraction(2, 3), "67 %"),
        (Fraction(996, 1000), "99.6 %"),
        (1 - Fraction(1, 10**30), "more than 99.9 %"),
    ],
)
def test_shares_never_claim_all_or_nothing(part, said):
    assert share(part) == said


def test_a_per_cent_sign_stays_with_its_number():
    case = made_case({c: [f"{c}.x"] for c in "abcdefghijkl"}, [f"{c}.x" for c in "abcdefghijkl"])
    assert not [line for line in text(case).splitlines() if line.strip().startswith("%")]
