"""Where accounts part, by hand and on the flagship."""

from __future__ import annotations

from math import prod

from tests.casebook.shipped import open_shipped
from tests.influence.nets import case_with, net

from detente.evidence import Source
from detente.influence.accounts import contrasts
from detente.influence.partings import Parting, _apart, partings

ONE, TWO, BOTH = ({"because": refs} for refs in (["r1¶1"], ["r2¶1"], ["r1¶1", "r2¶1"]))
EDGES = [
    ("a", "b", "+", BOTH),
    ("b", "c", "+", ONE),
    ("c", "d", "+", ONE),
    ("b", "d", "-", TWO),
    ("d", "e", "-", BOTH),
]


def parted(edges) -> tuple[Parting, ...]:
    sources = {name: Source(title="A report") for name in ("r1", "r2", "r3")}
    return partings(contrasts(case_with(edges).model_copy(update={"sources": sources}), draws=20))


def ids(chain) -> list[str]:
    return [link.id for link in chain]


def test_contradictions_that_follow_from_one_are_told_with_it() -> None:
    (found,) = parted(EDGES)
    assert (found.cause, found.effect) == ("b", "d")
    assert (ids(found.raising), ids(found.lowering)) == (["M2", "M3"], ["M4"])
    assert (found.raised_by, found.lowered_by) == (("r1",), ("r2",))
    assert {(c.pushed, c.node) for c in found.contrasts} == {
        ("a", "d"),
        ("a", "e"),
        ("b", "d"),
        ("b", "e"),
    }


def test_what_parts_elsewhere_is_told_apart_the_nearest_first() -> None:
    more = [*EDGES, ("x", "y", "+", ONE), ("x", "y", "-", TWO), ("y", "d", "+", BOTH)]
    near, far = parted(more)
    assert (near.cause, near.effect) == ("x", "y")
    assert {(c.pushed, c.node) for c in near.contrasts} == {("x", "y"), ("x", "d"), ("x", "e")}
    assert (far.cause, far.effect) == ("b", "d")


def test_accounts_that_swap_sides_later_keep_their_own_chain() -> None:
    third = {"because": ["r3¶1"]}
    turned = [*EDGES, ("b", "d", "-", third), ("d", "f", "-", BOTH), ("d", "f", "-", third)]
    for found in parted(turned):
        assert found.raised_by == ("r1",)
        assert set(found.lowered_by) <= {"r2", "r3"}


def test_an_account_without_a_short_chain_stands_alone() -> None:
    long = [(f"n{k}", f"n{k + 1}", "+", ONE) for k in range(9)]
    loop = [("p", "q", "+", ONE), ("q", "p2", "-", ONE), ("p2", "q", "-", ONE)]
    assert parted([*long, *loop]) == ()


def test_on_the_flagship_one_parting_is_behind_most() -> None:
    every = contrasts(open_shipped("japan-russia"), draws=50)
    found = partings(every)
    against = [c for c in every if c.contradicts]
    assert {(c.pushed, c.node) for p in found for c in p.contrasts} == {
        (c.pushed, c.node) for c in against
    }
    widest = max(found, key=lambda p: len(p.contrasts))
    assert (ids(widest.raising), ids(widest.lowering)) == (["M83", "M84"], ["M106", "M62", "M63"])
    assert (widest.raised_by, widest.lowered_by) == (("000", "002"), ("001",))
    assert len(widest.contrasts) > len(against) / 3
    lengths = [len(p.raising) + len(p.lowering) for p in found]
    assert lengths == sorted(lengths)
    for parting in found:
        assert prod(k.sign for k in parting.raising) > 0 > prod(k.sign for k in parting.lowering)
        assert not set(parting.raised_by) & set(parting.lowered_by)


def test_chains_are_cut_where_they_agree() -> None:
    m = net(
        [("a", "b", "+"), ("b", "c", "+"), ("c", "d", "+"), ("b", "d", "-"), ("d", "e", "+")]
    ).links
    one, other = _apart((m[0], m[1], m[2], m[4]), (m[0], m[3], m[4]))
    assert (ids(one), ids(other)) == (["M2", "M3"], ["M4"])
    assert _apart((), (m[0],)) == ((), (m[0],))
