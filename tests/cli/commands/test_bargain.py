"""`detente bargain` on the command line."""

from __future__ import annotations


def test_words(detente) -> None:
    code, out, _ = detente("bargain", "japan-russia", "--issue", "territory", "--draws", "20")
    assert code == 0
    assert out.startswith("Islands returned [territory]")


def test_the_same_seed_prints_the_same_bytes(detente) -> None:
    ask = ("bargain", "japan-russia", "--issue", "access", "--draws", "10", "--json", "--seed")
    assert detente(*ask, "7")[1] == detente(*ask, "7")[1] != detente(*ask, "8")[1]


def test_ratify_needs_model_and_deal(detente, as_json) -> None:
    code, _, err = detente("bargain", "japan-russia", "--ratify", "jp")
    assert (code, "--model" in err) == (2, True)
    assert detente("bargain", "japan-russia", "--deal", "treaty_0", "--model", "x")[0] == 2
    ask = ("--ratify", "jp", "--model", "treaty-menu", "--deal", "treaty_0")
    code, data = as_json("bargain", "japan-russia", *ask)
    assert (code, data["actor"]) == (0, "jp")


def test_an_unknown_issue_gets_a_hint(detente) -> None:
    code, _, err = detente("bargain", "japan-russia", "--issue", "teritory")
    assert code == 2
    assert "did you mean `territory`" in err
