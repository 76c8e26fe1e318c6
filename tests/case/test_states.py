"""Truth over states: bit order, overrides, long chains of names, and how much room they take."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from detente.case.formula import parse
from detente.case.model import OptionModel
from detente.case.states import MOST_COMPACT, MOST_OPTIONS, RUN, Truths
from detente.errors import TooLarge, UsageError

WANTS = {"a": {"readings": {"stated": {"order": [{"want": "a.x"}]}}}}


def model(**parts: Any) -> OptionModel:
    given: dict[str, Any] = {"options": {"a.x": {}, "a.y": {}}, "preferences": WANTS}
    return OptionModel.model_validate({**given, **parts})


def test_the_first_option_is_the_lowest_bit() -> None:
    truths = Truths(model())
    assert truths.name("a.x").tolist() == [False, True, False, True]
    assert truths.name("a.y").tolist() == [False, False, True, True]
    assert truths.code({"a.y": True, "a.x": False}) == 2
    assert truths.code({}) == 0


def test_feasible_states_meet_every_rule() -> None:
    rules = [{"require": "a.x or a.y"}, {"require": "not (a.x and a.y)"}]
    assert Truths(model(rules=rules)).feasible().tolist() == [False, True, True, False]


def test_context_bits_hold_in_every_state_and_can_be_overridden() -> None:
    flooded = model(context={"e.flood": {"value": True}})
    assert Truths(flooded).of(parse("e.flood")).all()
    assert not Truths(flooded, {"e.flood": False}).of(parse("e.flood")).any()


def test_propositions_and_outcomes_build_on_each_other() -> None:
    named = model(
        propositions={"both": {"when": "a.x and a.y"}, "some": {"when": "both or a.x"}},
        outcomes={"none": {"when": "not some"}},
    )
    assert Truths(named).of(parse("none")).tolist() == [True, False, True, False]


def test_a_long_chain_of_names_is_no_deep_recursion() -> None:
    chain = {f"p{i}": {"when": f"p{i + 1} and p{i + 1}"} for i in range(3000)}
    truths = Truths(model(propositions={**chain, "p3000": {"when": "a.y"}}))
    assert truths.name("p0").tolist() == [False, False, True, True]


def test_unknown_and_cyclic_names() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        Truths(model()).of(parse("nowhere"))
    cyclic = model(propositions={"p": {"when": "not q"}}, outcomes={"q": {"when": "p or a.x"}})
    with pytest.raises(UsageError, match="defined by itself: found `p`"):
        Truths(cyclic).name("p")


def wide(count: int, **parts: Any) -> OptionModel:
    return model(options={f"a.o{i}": {} for i in range(count)}, preferences=CARES, **parts)


CARES = {"a": {"readings": {"stated": {"order": [{"want": "a.o0"}]}}}}


def test_more_options_than_can_be_listed_are_refused() -> None:
    truths = Truths(wide(MOST_OPTIONS + 1))
    with pytest.raises(
        TooLarge, match="found `28 options`; expected 27 at most; hold options fixed"
    ):
        truths.of(parse("a.o0"))
    with pytest.raises(TooLarge, match="found `61 options`"):
        Truths(wide(MOST_COMPACT + 1))
    assert Truths(wide(MOST_COMPACT)).compact(parse("a.o0 and a.o59")).size == 1 << 13


def test_a_condition_takes_the_room_of_what_it_names() -> None:
    truths = Truths(wide(15))
    assert truths.compact(parse("a.o14")).shape == (2, 1, 1, 1)
    assert truths.compact(parse("a.o12 or a.o13")).shape == (1, 2, 2, 1)
    assert truths.compact(parse("a.o3 iff a.o13")).shape == (1, 2, 1, 1 << RUN)
    assert truths.compact(parse("true")).size == 1


@pytest.mark.parametrize("count", [3, RUN, RUN + 1, RUN + 3])
def test_listed_compact_and_one_by_one(count: int) -> None:
    """The same truth in all three forms, for options on either side of the run."""
    some = [0, count - 1, count // 2, min(count - 1, RUN)]
    formula = parse(f"(a.o{some[0]} or not a.o{some[1]}) iff (a.o{some[2]} and a.o{some[3]})")
    truths = Truths(wide(count, outcomes={"it": {"when": str(formula)}}))
    listed = truths.of(formula)
    assert (truths.listed(truths.compact(formula)) == listed).all()
    for code in {*range(8), *(1 << b for b in range(count)), (1 << count) - 1}:
        on = [bool(code >> b & 1) for b in some]
        expected = (on[0] or not on[1]) == (on[2] and on[3])
        assert listed[code] == truths.at(formula, code) == expected
        assert truths.outcomes_at(code) == (("it",) if expected else ())


def test_the_first_rules_only() -> None:
    truths = Truths(model(rules=[{"require": "a.x"}, {"require": "a.y"}]))
    assert [truths.allowed(n).sum() for n in (0, 1, 2)] == [1, 2, 1]
    assert (truths.listed(truths.allowed()) == truths.feasible()).all()


def test_constants() -> None:
    truths = Truths(model())
    assert truths.of(parse("true")).all()
    assert truths.constant(False).dtype == np.bool_
