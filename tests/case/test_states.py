"""Truth over states: bit order, overrides, long chains of names, and the limit of twenty options."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from detente.case.formula import parse
from detente.case.model import OptionModel
from detente.case.states import MOST_OPTIONS, Truths
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


def test_more_than_twenty_options_are_refused() -> None:
    def options(count: int) -> dict[str, dict[str, str]]:
        return {f"a.o{i}": {} for i in range(count)}

    with pytest.raises(
        TooLarge, match="found `21 options`; expected 20 at most; hold options fixed"
    ):
        Truths(model(options=options(MOST_OPTIONS + 1)))
    assert Truths(model(options=options(MOST_OPTIONS))).size == 1 << 20


def test_constants() -> None:
    truths = Truths(model())
    assert truths.of(parse("true")).all()
    assert truths.constant(False).dtype == np.bool_
