"""Feedback loops, against every closed walk without a repeated node found by brute force."""

from __future__ import annotations

from itertools import product

import pytest
from tests.casebook.shipped import open_shipped
from tests.influence.nets import drawn, net

from detente.errors import UnknownName
from detente.influence import Scope, build_network
from detente.influence.loops import find_loops
from detente.influence.network import Network

NAMED = {  # SYSTEM.md 5.I, by the mission's names
    "eagerness trap": "M84 M97 M110 M88 M83",
    "eagerness trap, by the condition": "M51 M110 M88 M83 M85",
    "China slide": "M27 M98 M26",
    "isolation slide": "M27 M98 M19 M8",
    "undelivered money": "M67 M98 M17 M66",
    "weak economy": "M11 M98 M17 M73",
    "trust spiral": "M54 M63 M98",
    "capital": "M12 M74 M68 M73",
    "hook": "M101 M107 M26 M29",
}


def brute(network: Network, longest: int) -> set[frozenset[str]]:
    found = set()
    for size in range(1, longest + 1):
        for links in product(network.links, repeat=size):
            steps = zip(links, (*links[1:], links[0]), strict=True)
            if all(a.effect == b.cause for a, b in steps) and len({k.cause for k in links}) == size:
                found.add(frozenset(k.id for k in links))
    return found


@pytest.mark.parametrize("seed", range(25))
def test_loops_are_those_of_brute_force(seed: int) -> None:
    network = drawn(seed, nodes=4, edges=9)
    found = find_loops(network, 4)
    sets = [frozenset(k.id for k in loop.links) for loop in found.found]
    assert set(sets) == brute(network, 4)
    assert len(set(sets)) == len(sets)
    assert found.complete
    sizes = [len(loop.links) for loop in found.found]
    assert sizes == sorted(sizes)


def test_signs_and_parallel_mechanisms() -> None:
    found = find_loops(net([("a", "b", "+"), ("a", "b", "-"), ("b", "a", "-"), ("a", "a", "-")]))
    assert [([k.id for k in loop.links], loop.sign) for loop in found.found] == [
        (["M4"], -1),
        (["M1", "M3"], -1),
        (["M2", "M3"], 1),
    ]
    assert found.reinforcing == 1


def test_a_cut_list_says_so() -> None:
    names = [f"n{k}" for k in range(7)]
    network = net([(a, b, "+") for a in names for b in names if a != b])
    cut = find_loops(network, 5, most=20)
    assert (len(cut.found), cut.complete) == (20, False)
    for most in (10_000, 21 + 70):
        whole = find_loops(network, 3, most=most)
        assert (len(whole.found), whole.complete) == (21 + 70, True)


def test_through_keeps_loops_that_hold_all_of_them() -> None:
    network = net([("a", "b", "+"), ("b", "a", "+"), ("b", "c", "+"), ("c", "a", "+")])
    assert len(find_loops(network, through=("M1",)).found) == 2
    (only,) = find_loops(network, through=("M1", "M4")).found
    assert [k.id for k in only.links] == ["M1", "M3", "M4"]


def test_the_loops_of_the_flagship() -> None:
    case = open_shipped("japan-russia")
    found = find_loops(build_network(case))
    assert (len(found.found), found.reinforcing) == (12, 9)
    sets = {frozenset(k.id for k in loop.links): loop.sign for loop in found.found}
    for name, mechanisms in NAMED.items():
        assert sets[frozenset(mechanisms.split())] == (-1 if name in ("capital", "hook") else 1)
    trap = find_loops(build_network(case, Scope(bridges=True)), through=("M7", "M4", "M3"))
    assert [loop.sign for loop in trap.found] == [1]


def test_a_mechanism_to_run_through_is_known_in_any_case() -> None:
    network = build_network(open_shipped("japan-russia"))
    assert find_loops(network, through=["m63"]).found == find_loops(network, through=["M63"]).found
    with pytest.raises(UnknownName, match="M999"):
        find_loops(network, through=["M999"])
