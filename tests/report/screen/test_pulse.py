"""What is printed of a pulse: directions in words, both sides of what is ambiguous, no bare number."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.influence.nets import net

from detente.errors import UsageError
from detente.influence import Scope, build_network, pulse
from detente.influence.linear import at_rest
from detente.influence.sensitivity import flips
from detente.report.screen.lines import WIDTH
from detente.report.screen.pulse import flips_text, focus_text, in_draws, opinion_text, pulse_text

CASE = open_shipped("japan-russia")
NETWORK = build_network(CASE)
OIL = pulse(NETWORK, {"OIL": 1})


def test_every_node_that_is_reached_stands_under_its_direction() -> None:
    text = pulse_text(OIL)
    parts = dict(p.split(":\n", 1) for p in text.split("\n\n") if ":\n" in p)
    titles = {"up": "Robustly up", "down": "Robustly down", "ambiguous": "Ambiguous"}
    for node, response in OIL.responses.items():
        for way, title in titles.items():
            assert (f"[{node}]" in parts[title]) == (response.direction == way), node
    none = sum(r.direction == "none" for r in OIL.responses.values())
    assert f"Not reached: {none} nodes." in text


def test_what_is_ambiguous_is_given_with_both_paths() -> None:
    text = pulse_text(OIL)
    settle = text[text.index("[SETTLE]:") :]
    assert settle.split("\n")[0].endswith("% of draws")
    assert settle.split("\n")[1].strip().startswith("raised by OIL")
    assert settle.split("\n")[2].strip().startswith("lowered by OIL")


def test_shares_are_no_probabilities_and_near_bounds_are_named() -> None:
    text = " ".join(pulse_text(OIL).split())
    assert "no probabilities of the world" in text
    near = [n for n, r in OIL.responses.items() if r.near and r.direction != "none"]
    assert f"More draws could move {', '.join(near)} across a bound." in text
    assert "M23, M64, M103, M109" in text


def test_the_scope_is_said() -> None:
    scope = Scope(("000", "001"), ("observed",), ("M11",), ("M12",), bridges=True)
    text = " ".join(pulse_text(pulse(build_network(CASE, scope), {"RECON": -0.5})).split())
    for part in (
        "[RECON] down (to -0.5)",
        "only what 000, 001 states",
        "only mechanisms that are observed",
        "without M11",
        "M12 turned round",
        "with the modeller's bridges",
    ):
        assert part in text
    assert "Network:" not in pulse_text(OIL)


@pytest.mark.parametrize("node", ["OIL", "CHPOW", "SANC", "RNAT"])
def test_lines_keep_to_the_width(node: str) -> None:
    found = pulse(NETWORK, {node: 1})
    for text in (pulse_text(found), focus_text(found, "SETTLE")):
        assert max(map(len, text.splitlines())) <= WIDTH


def test_one_node_with_the_paths_behind_it() -> None:
    text = " ".join(focus_text(pulse(NETWORK, {"RECON": 1}), "hard").split())
    assert "[HARD] rises." in text
    assert "(95 % interval)" in text
    assert "M11: Weakness of the Russian economy raises" in text
    assert "(002¶14)" in text
    assert "The strongest path that lowers it: M12:" in text


def test_one_node_that_is_sure_or_not_reached() -> None:
    network = net([("a", "b", "+"), ("c", "d", "-")])
    sure = focus_text(pulse(network, {"a": 1}), "b")
    assert "no strengths could turn it" in sure
    assert "lowers it" not in sure
    none = focus_text(pulse(network, {"a": 1}), "d")
    assert "is not reached." in none
    assert "draws" not in none


def test_flips_and_their_absence() -> None:
    found = flips(CASE, Scope(), {"RECON": 1}, "HARD", draws=100)
    text = flips_text(found, "HARD")
    assert "M11 dropped: it " in text
    assert "M11 turned round: it falls, rising in no draw" in text
    assert "No single mechanism" in flips_text((), "HARD")


def test_a_second_opinion_tells_where_it_differs() -> None:
    assert "it agrees on every node" in opinion_text(
        pulse(NETWORK, {"RECON": 1}), at_rest(NETWORK, {"RECON": 1})
    )
    strong = {"strength": "1"}
    network = net([("a", "b", "+"), ("b", "b", "+", strong), ("b", "b", "+", strong)])
    assert "it says nothing" in opinion_text(pulse(network, {"a": 1}), at_rest(network, {"a": 1}))


def test_a_node_that_is_pushed_is_no_question() -> None:
    with pytest.raises(UsageError, match="`RECON` is pushed itself"):
        focus_text(pulse(NETWORK, {"RECON": 1}, draws=5), "recon")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "in no draw"),
        (0.0004, "in less than 0.1 % of draws"),
        (0.004, "in 0.4 % of draws"),
        (0.124, "in 12 % of draws"),
        (0.996, "in 99.6 % of draws"),
        (0.9996, "in more than 99.9 % of draws"),
        (1.0, "in every draw"),
    ],
)
def test_what_is_rounded_is_never_told_as_none_or_all(share: float, words: str) -> None:
    assert in_draws(share) == words


def test_an_ambiguous_answer_has_both_paths_however_long() -> None:
    long = [(f"n{k}", f"n{k + 1}", "+", {"strength": "1"}) for k in range(6)]
    text = pulse_text(pulse(net([*long, ("n0", "n6", "-", {"strength": "0.2..0.5"})]), {"n0": 1}))
    assert "raised by n0 →+(M1) n1" in text
    assert "lowered by n0 →−(M7) n6" in text
