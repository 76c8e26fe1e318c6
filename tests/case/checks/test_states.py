"""Whether there is a world: rules that leave nothing, a present that they forbid."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.checks.states import rule_broken
from detente.case.model import OptionModel
from detente.case.states import Truths

Say = Callable[[str], list[str]]
NO_LIMIT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_the_first_rule_that_leaves_nothing_is_named_with_those_it_contradicts(
    said: Say, small: str
) -> None:
    rules = (
        "rules:\n  - north.build\n  - true\n  - south.open\n  - not (north.build and south.open)\n"
    )
    assert said(small + rules) == [
        "14:5: no state meets the rule `not (north.build and south.open)` together with lines 11 and 13"
        " | the rules leave no feasible state; joint conditions belong in `propositions`"
    ]


def test_one_opponent_and_none(said: Say, small: str) -> None:
    (found,) = said(small + "rules:\n  - north.build\n  - not north.build\n")
    assert "12:5: no state meets the rule `not north.build` together with line 11 |" in found
    (found,) = said(small + "rules:\n  - north.build or true\n  - false\n")
    assert "12:5: no state meets the rule `false` |" in found


literals = st.sampled_from(["north.build", "not north.build", "south.open", "not south.open"])
rule = st.builds(
    "{} {} {}".format, literals, st.sampled_from(["or", "and", "if", "only if", "iff"]), literals
)


@NO_LIMIT
@given(st.lists(rule, min_size=1, max_size=6))
def test_a_world_is_found_wherever_there_is_one(said: Say, small: str, rules: list[str]) -> None:
    found = said(small + "rules:\n" + "".join(f"  - {r}\n" for r in rules))
    model = OptionModel.model_validate(
        {
            "options": {"north.build": {}, "south.open": {}},
            "rules": [{"require": r} for r in rules],
            "preferences": {"north": {"readings": {"r": {"order": [{"want": "true"}]}}}},
        }
    )
    feasible = Truths(model).feasible()
    assert any("no state meets" in line for line in found) == (not feasible.any())
    assert any("a present without" in line for line in found) == bool(
        feasible.any() and not feasible[0]
    )


def test_the_present_and_every_what_if_meet_the_rules(said: Say, small: str) -> None:
    text = small + (
        "rules: [not (north.build and south.open), not north.build if e.flood]\n"
        "context: {e.flood: no}\nstatus_quo: {north.build: yes}\n"
        "what_if:\n  a: {set: {south.open: yes}}\n  b: {context: {e.flood: yes}}\n"
        "  c: {set: {north.build: no, south.open: yes}, context: {e.flood: yes}}\n"
    )
    assert [line.partition(" |")[0] for line in said(text)] == [
        "14:3: this what-if breaks the rule `not (north.build and south.open)`",
        "15:3: this what-if breaks the rule `not north.build if e.flood`",
    ]
    broken = text.replace("status_quo: {", "status_quo: {south.open: yes, ")
    assert "12:1: the status quo breaks the rule" in said(broken)[0]


@pytest.mark.parametrize("change", ["rules: [a &, south.open]", "rules: [x, south.open]"])
def test_a_model_that_is_not_sound_is_passed_over(said: Say, small: str, change: str) -> None:
    assert not any("present" in line for line in said(f"{small}{change}\n"))


def test_more_options_than_can_be_listed_are_passed_over(said: Say, small: str) -> None:
    more = "".join(f"  north.o{i}: {{label: x}}\n" for i in range(26))
    text = small.replace("preferences:", f"{more}preferences:", 1) + "rules: [false]\n"
    assert said(text) == []


def test_the_rule_that_a_state_breaks() -> None:
    model = OptionModel.model_validate(
        {
            "options": {"a.x": {}, "a.y": {}},
            "rules": [{"require": "a.x or a.y"}, {"require": "not (a.x and a.y)"}],
            "preferences": {"a": {"readings": {"r": {"order": [{"want": "true"}]}}}},
        }
    )
    truths = Truths(model)
    assert [rule_broken(truths, code) for code in range(4)] == [
        *("a.x or a.y", "", "", "not (a.x and a.y)"),
    ]
    assert list(itertools.compress(range(4), truths.feasible())) == [1, 2]
