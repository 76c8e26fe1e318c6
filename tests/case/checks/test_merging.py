"""Merged states: conditions that part the states, and preferences that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]

TEXT = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}}
options:
  north.build: {label: Build}
  north.quit: {label: Quit}
  south.open: {label: Open}
context: {e.dry: {value: no}}
outcomes: {over: north.quit}
merge: [over]
preferences:
  north: [not over, north.build and not over]
  south:
    readings:
      calm: [not north.quit]
      keen:
        - over
        - {want: south.open if not over, about_equal: yes}
"""


def test_a_party_may_not_care_what_happens_in_merged_states(said: Say) -> None:
    assert said(TEXT) == []


def test_several_sets_of_states_can_be_merged(said: Say) -> None:
    both = TEXT.replace(
        "merge: [over]", "merge: [north.quit and south.open, over and not south.open]"
    )
    assert said(both) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[over]", "[ovr]", "10:9: unknown id `ovr` | did you mean `over`?"),
        ("[over]", "[over and]", "10:17: the condition ends where an id was expected | use ids"),
        ("[over]", "over", "10:8: `merge`: found `over`, expected a list | write `[over]`"),
        (
            "[over]",
            "[over, south.open]",
            "10:15: the state {north.quit, south.open} is merged already, by a condition above",
        ),
        ("[over]", "[over and e.dry]", "10:9: `over and e.dry` is met by no feasible state"),
        (
            "[over]",
            "[over and north.build and south.open]",
            "10:9: `over and north.build and south.open` is met by one feasible state only",
        ),
        (
            "and not over]",
            "]",
            "10:9: `north` tells merged states apart by `north.build`: {north.quit} and "
            "{north.build, north.quit} | say what it wants",
        ),
        (
            "calm: [not north.quit]",
            "calm: [south.open]",
            "10:9: `south` (reading `calm`) tells merged states apart by `south.open`: {north.quit} and "
            "{north.quit, south.open}",
        ),
        (
            "south.open if not over",
            "south.open",
            "10:9: `south` (reading `keen`) tells merged states apart by `over` with `south.open`:",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_first_states_that_show_it(
    said: Say, old: str, new: str, problem: str
) -> None:
    (found,) = said(TEXT.replace(old, new, 1))
    assert found.startswith(problem)


def test_statements_that_make_up_for_each_other_on_one_level_are_no_difference(said: Say) -> None:
    tied = "[not over, south.open, {want: not south.open, about_equal: yes}]"
    assert said(TEXT.replace("[not over, north.build and not over]", tied)) == []
    above = tied.replace("about_equal: yes", "about_equal: no")
    assert len(said(TEXT.replace("[not over, north.build and not over]", above))) == 1


@pytest.mark.parametrize(
    ("wants", "apart"),
    [
        ("{weights: {over: 2, north.build: 0.5}}", "its weights: {north.quit} and {north.build,"),
        ("{weights: {over: 2}}", ""),
        ("{ranking: [[south.open, over], north.build]}", ""),
        ("{ranking: [south.open, over]}", "its ranking: {north.quit} and {north.quit, south.open}"),
        ("{ranking: [south.open and over]}", "its ranking: {north.quit} and {north.quit, south"),
    ],
)
def test_weights_and_rankings_are_looked_at_too(said: Say, wants: str, apart: str) -> None:
    found = said(TEXT.replace("[not over, north.build and not over]", wants))
    assert len(found) == bool(apart), found
    assert all(apart in line for line in found)


def test_rules_make_states_infeasible_before_they_are_merged(said: Say) -> None:
    ruled = TEXT.replace("merge: [over]", "rules: [not (over and north.build)]\nmerge: [over]")
    assert said(ruled.replace(" and not over]", "]")) == []


def test_only_the_first_statement_that_differs_is_named(said: Say) -> None:
    found = said(TEXT.replace("[not over, north.build and not over]", "[south.open, north.build]"))
    assert len(found) == 1
    assert "by `south.open`" in found[0]


def test_a_model_with_another_problem_is_no_stumbling_block(said: Say) -> None:
    broken = TEXT.replace("[not over, north.build and not over]", "[south.opne]")
    assert len(said(broken)) == 1
    circle = TEXT.replace("{over: north.quit}", "{over: deal, deal: over}")
    assert all("defined by itself" in line for line in said(circle))
    no_state = TEXT.replace("merge: [over]", "rules: [over, not over]\nmerge: [over]")
    assert all("no state meets the rule" in line for line in said(no_state))
