"""Adjacency matrices in and out, with a published map of somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casebook.shipped import open_shipped
from tests.influence.nets import case_with

from detente.case import Case
from detente.case.network import Influences
from detente.errors import FileProblem, InvalidCase
from detente.influence import Scope, build_network, pulse
from detente.influence.loops import find_loops
from detente.influence.matrix import read_matrix, write_matrix

# The map of the Thucydides trap of Osoba & Kosko (2019), "Causal modeling with feedback fuzzy
# cognitive maps", in Social-Behavioral Modeling for Complex Systems, ch. 25, as its authors publish
# it (version of April 2017, activation threshold 0.5): names of nodes, and edges with weights.
TRAP = {
    "FEAR": "Fear",
    "usd": "US defence posture",
    "chnd": "Chinese defence posture",
    "geod": "Distance",
    "ENT": "Sense of entitlement",
    "uspub": "US public resentment",
    "chnpub": "Chinese public resentment",
    "dipl": "Diplomacy and rules",
    "NUKE": "Nuclear deterrence",
    "cult": "Shared culture",
    "INT": "Clash of interests",
    "usecon": "US economic dominance",
    "chnecon": "Chinese economic dominance",
    "dep": "Economic interdependence",
    "ally": "Friction of alliances",
    "shi": "Military momentum",
    "WAR": "War",
}
WEAK, JITTER, AND, SUB = 0.125, 0.075, 0.5 / 3, 0.65
EDGES = [
    *[("usd", "FEAR", SUB), ("chnd", "FEAR", SUB), ("FEAR", "usd", SUB), ("FEAR", "chnd", SUB)],
    *[("geod", "FEAR", -WEAK), ("ENT", "uspub", SUB), ("uspub", "ENT", SUB)],
    *[("ENT", "chnpub", SUB), ("chnpub", "ENT", SUB), ("dipl", "ENT", -WEAK)],
    *[("dep", "usecon", -WEAK), ("dep", "chnecon", -WEAK), ("usecon", "INT", SUB)],
    *[("chnecon", "INT", SUB), ("ally", "INT", WEAK + JITTER), ("WAR", "WAR", 0.25)],
    *[("FEAR", "WAR", 1 / 3), ("ENT", "WAR", 1 / 3), ("INT", "WAR", 1 / 3)],
    *[("geod", "WAR", -AND - JITTER), ("NUKE", "WAR", -AND - JITTER), ("cult", "WAR", -AND)],
    *[("ally", "WAR", AND), ("shi", "WAR", AND), ("cult", "ENT", -WEAK), ("NUKE", "FEAR", WEAK)],
    *[("geod", "INT", -WEAK), ("dipl", "INT", -WEAK), ("ENT", "INT", WEAK + JITTER)],
    *[("geod", "dep", WEAK), ("cult", "dep", WEAK), ("dep", "cult", WEAK)],
]


def trap(folder: Path, part: str = ",") -> Path:
    weights = {(a, b): w for a, b, w in EDGES}
    rows = [["", *TRAP.values()]]
    rows += [[name, *(str(weights.get((a, b), "")) for b in TRAP)] for a, name in TRAP.items()]
    if part == ";":
        rows = [[c.replace(".", ",") for c in row] for row in rows]
    path = folder / "trap.csv"
    path.write_text("\n".join(part.join(row) for row in rows) + "\n", encoding="utf-8")
    return path


def with_network(influences: Influences) -> Case:
    return case_with([("a", "b", "+")]).model_copy(update={"influences": influences})


@pytest.mark.parametrize("part", [",", ";", "\t"])
def test_a_published_map_is_read(tmp_path, part) -> None:
    found = read_matrix(trap(tmp_path, part))
    names = list(TRAP.values())
    ids = dict(zip(names, found.nodes, strict=True))
    assert [n.name for n in found.nodes.values()] == names
    edges = {
        (e.cause, e.effect): (1 if e.sign == "+" else -1) * e.strength.best
        for e in found.edges.values()
    }
    expected = {(ids[TRAP[a]], ids[TRAP[b]]): w for a, b, w in EDGES}
    assert edges == pytest.approx(expected)


def test_the_published_map_says_what_its_authors_say(tmp_path) -> None:
    """Fear, resentment and clashing interests drive war; culture and distance hold it back."""
    network = build_network(with_network(read_matrix(trap(tmp_path))))
    war = {
        node: pulse(network, {node: 1}).responses["war"].direction
        for node in network.nodes
        if node != "war"
    }
    up = ["fear", "us_defence_posture", "us_public_resentment", "clash_of_interests"]
    assert all(war[n] == "up" for n in [*up, "friction_of_alliances", "military_momentum"])
    assert all(war[n] == "down" for n in ("distance", "shared_culture", "diplomacy_and_rules"))
    feedback = {frozenset(k.id for k in loop.links) for loop in find_loops(network, 2).found}
    assert len(feedback) == 6  # war on itself, fear twice, resentment twice, culture and trade


def test_what_is_written_is_read_again(tmp_path) -> None:
    first = read_matrix(trap(tmp_path))
    write_matrix(with_network(first), tmp_path / "again.csv")
    again = read_matrix(tmp_path / "again.csv")
    assert again.nodes == first.nodes
    for a, b in zip(first.edges.values(), again.edges.values(), strict=True):
        assert (a.cause, a.effect, a.sign) == (b.cause, b.effect, b.sign)
        assert a.strength.best == pytest.approx(b.strength.best, abs=1e-9)


names = st.text(st.characters(blacklist_categories=["C", "Z"]), min_size=1, max_size=6)


@given(st.lists(names, min_size=1, max_size=5, unique=True), st.data())
@settings(deadline=None, max_examples=60)
def test_any_names_survive(tmp_path_factory, nodes, data) -> None:
    weights = st.integers(-1000, 1000).map(lambda k: k / 1000)
    edges = data.draw(
        st.lists(
            st.tuples(st.sampled_from(nodes), st.sampled_from(nodes), weights),
            unique_by=lambda e: e[:2],
        )
    )
    table = {
        f"M{k}": {"cause": a, "effect": b, "sign": "+" if w > 0 else "-", "strength": str(abs(w))}
        for k, (a, b, w) in enumerate(edges)
        if w
    }
    shape = {"nodes": {n: {"name": n} for n in nodes}, "edges": table}
    path = tmp_path_factory.mktemp("m") / "m.csv"
    write_matrix(with_network(Influences.model_validate(shape)), path)
    found = read_matrix(path)
    assert [n.name for n in found.nodes.values()] == nodes
    back = {
        (found.nodes[e.cause].name, found.nodes[e.effect].name): (e.sign, e.strength.best)
        for e in found.edges.values()
    }
    assert back == {
        (e["cause"], e["effect"]): (e["sign"], float(e["strength"])) for e in table.values()
    }


def test_the_flagship_is_written_with_sums_where_two_act(tmp_path) -> None:
    write_matrix(open_shipped("japan-russia"), tmp_path / "jr.csv")
    found = read_matrix(tmp_path / "jr.csv")
    assert len(found.nodes) == 62
    pairs = {(k.cause, k.effect) for k in build_network(open_shipped("japan-russia")).links}
    assert len(found.edges) == len(pairs)
    write_matrix(open_shipped("japan-russia"), tmp_path / "one.csv", Scope(documents=("004",)))
    assert len(read_matrix(tmp_path / "one.csv").edges) < len(found.edges)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1: the table names no nodes"]),
        (",a,a\na,,\na,,\n", ["1:3: `a` twice", "3:1: `a` twice"]),
        (",a,\n,,\na,,\n", ["1:3: a node without a name", "2:1: a node without a name"]),
        (",a,b\na,,\n", ["1:3: `b` has a column and no row"]),
        (",a\na,\nb,\n", ["3:1: `b` has a row and no column"]),
        (",a,b\na,0.5\nb,,\n", ["2:1: found 2 cells, expected 3"]),
        (
            ",a,b\na,x,1.5\nb,nan,inf\n",
            ["2:2: `x` is no weight", "2:3: `1.5`", "3:2: `nan`", "3:3: `inf`"],
        ),
        (',a\n"a,\n', ["no table of cells"]),
    ],
)
def test_every_problem_is_named_with_its_place(tmp_path, text, expected) -> None:
    (tmp_path / "m.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCase) as caught:
        read_matrix(tmp_path / "m.csv")
    found = [str(p) for p in caught.value.problems]
    assert len(found) == len(expected)
    assert all(e in f for e, f in zip(expected, found, strict=True))


def test_files_that_are_none_are_refused(tmp_path) -> None:
    (tmp_path / "m.csv").write_bytes(b",a\na,\xff\n")
    with pytest.raises(FileProblem, match="UTF-8"):
        read_matrix(tmp_path / "m.csv")
    with pytest.raises(FileProblem, match="cannot be read"):
        read_matrix(tmp_path / "none.csv")


def test_a_byte_order_mark_and_a_minus_sign_are_read(tmp_path) -> None:
    (tmp_path / "m.csv").write_text("\ufeff,a,b\na,,−0.5\nb,,\n\n", encoding="utf-8")
    (edge,) = read_matrix(tmp_path / "m.csv").edges.values()
    assert (edge.sign, edge.strength.best) == ("-", 0.5)


def test_two_strong_mechanisms_between_two_nodes_stay_within_a_matrix(tmp_path) -> None:
    strong = {"strength": "0.9"}
    write_matrix(case_with([("a", "b", "-", strong), ("a", "b", "-", strong)]), tmp_path / "m.csv")
    assert read_matrix(tmp_path / "m.csv").edges["M1"].strength.best == 1
