"""What is printed of loops."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.influence.nets import net

from detente.influence import build_network
from detente.influence.loops import find_loops
from detente.report.screen.lines import WIDTH
from detente.report.screen.loops import loops_text

NETWORK = build_network(open_shipped("japan-russia"))


def test_every_loop_is_told_with_its_mechanisms() -> None:
    loops = find_loops(NETWORK)
    text = loops_text(NETWORK, loops)
    assert text.index("Reinforcing:") < text.index("Balancing:")
    flat = " ".join(text.split())
    for loop in loops.found:
        told = [f"({link.id})" for link in loop.links]
        assert all(t in flat for t in told)
    assert max(map(len, text.splitlines())) <= WIDTH


def test_no_loop_and_a_cut_list() -> None:
    network = net([("a", "b", "+")])
    assert loops_text(network, find_loops(network)) == "0 loops of up to 5 mechanisms."
    one = net([("a", "b", "+"), ("b", "a", "+")])
    assert loops_text(one, find_loops(one)).startswith(
        "1 loop of up to 5 mechanisms; 1 reinforces and 0 balance."
    )
    assert "There are more" in loops_text(NETWORK, find_loops(NETWORK, most=3))
