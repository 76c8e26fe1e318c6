"""Where boxes and lines lie."""

from __future__ import annotations

import pytest
from tests.influence.nets import case_with

from detente.influence import build_network
from detente.report.figures.network_layout import BOX, GUTTER, course, lay_out


def scene(edges, nodes=(), *, whole=True):
    case = case_with(edges, nodes)
    network = build_network(case)
    return lay_out(case, network, network.links, {}, whole=whole)


def test_a_line_runs_from_box_to_box_past_the_columns_between() -> None:
    made = scene([("a", "b", "+"), ("b", "c", "+"), ("a", "c", "-")])
    points = course(made, 2, made.links[2], 28.0)
    assert points[0][0] == BOX
    assert points[-1][0] == made.left(2) == 2 * (BOX + GUTTER)
    between = [x for x, _ in points[1:-1]]
    assert between == [made.left(1), made.left(1) + BOX]
    assert min(y for _, y in points) >= 28.0


@pytest.mark.parametrize(("cause", "effect"), [("a", "b"), ("b", "a")])
def test_a_line_leaves_on_the_side_that_it_goes_to(cause, effect) -> None:
    made = scene([("a", "b", "+"), ("b", "a", "+")])
    link = next(k for k in made.links if made.name(k.cause).lower() == cause)
    (x0, _), *_, (x1, _) = course(made, made.links.index(link), link, 0.0)
    assert (x0 < x1) == (
        made.placed.columns[link.cause] < made.placed.columns[link.effect]
    ) or made.placed.columns[link.cause] == made.placed.columns[link.effect]


def test_lines_that_meet_a_box_do_not_coincide() -> None:
    made = scene([("a", "d", "+"), ("b", "d", "+"), ("c", "d", "+")])
    ends = [course(made, k, link, 0.0)[-1][1] for k, link in enumerate(made.links)]
    assert len(set(ends)) == 3


def test_what_nothing_joins_is_placed_in_the_whole_only() -> None:
    edges, nodes = [("a", "b", "+")], ["a", "b", "alone"]
    assert len(scene(edges, nodes).nodes) == 3
    assert len(scene(edges, nodes, whole=False).nodes) == 2


def test_a_node_that_acts_on_itself_has_a_bow_of_its_own() -> None:
    why = {"text": "It feeds itself.", "because": [{"outside": "a map"}]}
    made = scene([("a", "a", "+", why)])
    heights = [y for _, y in course(made, 0, made.links[0], 0.0)]
    assert max(heights) - min(heights) > 5
