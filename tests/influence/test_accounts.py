"""The accounts compared, against single pulses of each source's network."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.influence.nets import case_with

from detente.errors import UnknownName, UsageError
from detente.evidence import Source
from detente.influence import Scope, build_network, pulse
from detente.influence.accounts import accounts_of, compare_accounts, contrasts

EDGES = [
    ("a", "b", "+", {"because": ["r1¶1"]}),
    ("a", "b", "-", {"because": ["r2¶1"]}),
    ("b", "c", "+", {"because": ["r1¶2", "r2¶2"]}),
    ("d", "c", "-", {"because": ["r3¶1", "r2¶3"]}),
    ("c", "d", "+", {"because": [{"modeller": "ours"}], "status": "bridge"}),
]


def case():
    sources = {name: Source(title="A report") for name in ("r1", "r2", "r3", "r4")}
    return case_with(EDGES).model_copy(update={"sources": sources})


def test_only_sources_that_state_a_mechanism_have_an_account() -> None:
    assert accounts_of(case()) == ("r1", "r2", "r3")


def test_each_account_is_a_pulse_in_its_own_network() -> None:
    found = compare_accounts(case(), {"a": 1}, draws=50)
    assert [[a.direction(n) for n in "bcd"] for a in found] == [
        ["up", "up", "none"],
        ["down", "down", "none"],
        ["none", "none", "none"],
    ]
    for account in found:
        alone = pulse(build_network(case(), Scope(documents=(account.source,))), {"a": 1}, draws=50)
        assert repr(alone.responses) == repr(account.pulse.responses)


def test_contradictions_come_first_with_their_mechanisms() -> None:
    found = contrasts(case(), draws=50)
    assert [(c.pushed, c.node, c.up, c.down) for c in found] == [
        ("a", "b", ("r1",), ("r2",)),
        ("a", "c", ("r1",), ("r2",)),
        ("b", "c", ("r1", "r2"), ()),
        ("d", "c", (), ("r2", "r3")),
    ]
    assert [c.contradicts for c in found] == [True, True, False, False]
    assert found[1].mechanisms("r1") == ("M1", "M3")
    assert found[1].mechanisms("r2") == ("M2", "M3")


def test_unknown_nodes_are_refused() -> None:
    with pytest.raises(UnknownName):
        compare_accounts(case(), {"z": 1})


def test_the_documents_differ_on_what_courtship_does() -> None:
    found = {(c.pushed, c.node): c for c in contrasts(open_shipped("japan-russia"), draws=50)}
    hard = found["JEAG", "HARD"]
    assert (hard.up, hard.down) == (("000", "002"), ("001",))
    assert {"M62", "M63"} <= set(hard.mechanisms("001"))


def test_what_one_account_alone_says_is_no_contrast() -> None:
    alone = [*EDGES, ("c", "e", "+", {"because": ["r1¶3"]})]
    sources = {name: Source(title="A report") for name in ("r1", "r2", "r3")}
    found = contrasts(case_with(alone).model_copy(update={"sources": sources}), draws=20)
    assert "e" not in {c.node for c in found}


def test_a_case_whose_sources_state_nothing_has_no_accounts() -> None:
    with pytest.raises(UsageError, match="no source of this case"):
        contrasts(case_with([("a", "b", "+")]))
    with pytest.raises(UsageError, match="no source of this case"):
        compare_accounts(case_with([("a", "b", "+")]), {"a": 1})
