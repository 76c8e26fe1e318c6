"""Every part of a case has a name of its own, and a name finds it again."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import CASES, open_shipped

from detente.errors import UnknownName, UsageError
from detente.judgement.handles import find, handle, parts_of


@pytest.mark.parametrize("name", CASES)
def test_no_two_parts_share_a_name(name: str) -> None:
    names = [handle(path) for path, _ in parts_of(open_shipped(name))]
    assert len(names) == len(set(names))


def test_the_full_name_finds_one_part() -> None:
    case = open_shipped("japan-russia")
    for path, part in list(parts_of(case))[::40]:
        assert (path, part) in find(case, handle(path).upper())


def test_steps_may_be_left_out() -> None:
    case = open_shipped("japan-russia")
    assert [handle(p) for p, _ in find(case, "2018-05/ru/stated/1")] == [
        "models/2018-05/ru/stated/1"
    ]
    assert len(find(case, "2018-05/ru/1")) == 3
    assert [handle(p) for p, _ in find(case, "condition")] == ["hypotheses/condition"]
    assert [handle(p) for p, _ in find(case, "jp.woo")] == [
        "options/jp.woo",
        "models/2017-11/jp.woo",
    ]
    assert all(handle(p).endswith("/E4") for p, _ in find(case, "e4"))


def test_what_nothing_is_called() -> None:
    case = open_shipped("japan-russia")
    with pytest.raises(UnknownName, match="did you mean `M63`"):
        find(case, "M063")
    with pytest.raises(UnknownName):
        find(case, "ru/2018-05/1")


def test_what_too_much_is_called() -> None:
    with pytest.raises(UsageError, match="parts of the case are called so"):
        find(open_shipped("japan-russia"), "1")
