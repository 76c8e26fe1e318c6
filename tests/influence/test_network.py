"""From the network of a case to arrays: what counts under a scope, and how strengths are drawn."""

from __future__ import annotations

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.influence.nets import case_with, net

from detente.errors import UnknownName, UsageError, resolve
from detente.evidence import Source
from detente.influence import Scope, build_network

EDGES = [
    ("a", "b", "+", {"because": ["r1¶1"]}),
    ("b", "c", "-", {"because": ["r2¶1", "r1¶2"], "status": "intended"}),
    ("a", "c", "0", {"because": ["r1¶3"]}),
    ("c", "a", "+", {"because": [{"modeller": "a bridge"}], "status": "bridge"}),
    ("a", "c", "?", {"because": ["r2¶3"]}),
    ("c", "b", "-", {"strength": "0.2..0.4"}),
]


def ids(**scope) -> list[str]:
    sources = {name: Source(title="A report") for name in ("r1", "r2")}
    case = case_with(EDGES).model_copy(update={"sources": sources})
    return [link.id for link in build_network(case, Scope(**scope)).links]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({}, ["M1", "M2", "M6"]),
        ({"bridges": True}, ["M1", "M2", "M4", "M6"]),
        ({"documents": ("r1",)}, ["M1", "M2"]),
        ({"documents": ("R2",)}, ["M2"]),
        ({"documents": ("r2",), "bridges": True}, ["M2", "M4"]),
        ({"only": ("observed",)}, ["M1", "M6"]),
        ({"only": ("intended",), "documents": ("r1",)}, ["M2"]),
        ({"without": ("m1", "M6")}, ["M2"]),
        ({"documents": ("r1",), "also": ("M6",)}, ["M1", "M2", "M6"]),
        ({"also": ("M1",), "without": ("M1",)}, ["M2", "M6"]),
    ],
)
def test_a_scope_keeps_and_drops(scope, expected) -> None:
    assert ids(**scope) == expected


def test_what_carries_no_push_is_listed() -> None:
    network = net(EDGES)
    assert network.idle == ("M3", "M5")
    assert [link.sign for link in network.links] == [1, -1, -1]


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ({"documents": ("r9",)}, "source"),
        ({"without": ("M9",)}, "mechanism"),
        ({"reversed": ("M9",)}, "mechanism"),
        ({"also": ("M9",)}, "mechanism"),
        ({"only": ("seen",)}, "status"),
    ],
)
def test_unknown_names_are_refused(scope, said) -> None:
    with pytest.raises(UnknownName, match=said):
        ids(**scope)


def test_a_case_without_a_network_says_so() -> None:
    with pytest.raises(UsageError, match="no network"):
        net([])


def drawn(network, draws=4000, seed=1, block=4096) -> np.ndarray:
    return np.concatenate(list(network.strengths(draws, seed, block)))


def test_strengths_lie_where_the_case_says() -> None:
    triangle = {"strength": {"low": "0.2", "best": "0.3", "high": "0.8"}}
    network = net(
        [
            ("a", "b", "+"),
            ("a", "c", "-", {"strength": "0.2..0.4"}),
            ("b", "c", "+", triangle),
            ("c", "d", "+", {"strength": "0.6"}),
            ("d", "a", "-", {"status": "bridge", "strength": "0.6"}),
        ],
        bridges=True,
    )
    found = drawn(network)
    low, high = found.min(axis=0), found.max(axis=0)
    bounds = [(0.1, 1), (-0.4, -0.2), (0.2, 0.8), (0.6, 0.6), (-0.3, -0.3)]
    for k, (least, most) in enumerate(bounds):
        assert least - 1e-9 <= low[k] <= least + 0.03
        assert most - 0.03 <= high[k] <= most + 1e-9
    for k, link in enumerate(network.links):
        assert found[:, k].mean() == pytest.approx(link.sign * link.mean, abs=0.015)
    rising = (found[:, 2] <= 0.3).mean()
    assert rising == pytest.approx((0.3 - 0.2) / (0.8 - 0.2), abs=0.03)


def test_what_is_left_out_does_not_change_the_rest() -> None:
    whole, part = net(EDGES), net(EDGES, without=("M2",))
    assert drawn(part).tolist() == np.delete(drawn(whole), 1, axis=1).tolist()
    turned = net(EDGES, reversed=("M2",))
    assert drawn(turned)[:, 1].tolist() == (-drawn(whole)[:, 1]).tolist()


def test_draws_depend_on_the_seed_alone() -> None:
    network = net(EDGES)
    assert drawn(network, 1000, 7).tobytes() == drawn(network, 1000, 7, block=13).tobytes()
    assert drawn(network, 1000, 7)[:600].tobytes() == drawn(network, 600, 7).tobytes()
    assert drawn(network, 1000, 7).tobytes() != drawn(network, 1000, 8).tobytes()


def test_the_flagship_has_the_network_of_the_documents() -> None:
    case = open_shipped("japan-russia")
    network = build_network(case)
    assert (len(network.nodes), len(case.influences.edges)) == (62, 122)
    assert network.idle == ("M23", "M64", "M103", "M109")
    assert len(build_network(case, Scope(bridges=True)).links) == len(network.links) + 12


def test_names_are_found_whatever_their_case() -> None:
    assert resolve("node", "hArd", ("HARD",)) == "HARD"
    with pytest.raises(UnknownName, match="did you mean `HARD`"):
        resolve("node", "HRD", ("HARD",))
