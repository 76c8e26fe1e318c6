"""`detente loops` on the command line."""

from __future__ import annotations


def test_words_and_shape(detente, as_json) -> None:
    code, out, _ = detente("loops", "japan-russia")
    assert code == 0
    assert out.startswith("12 loops of up to 5 mechanisms; 9 reinforce and 3 balance.")
    code, data = as_json("loops", "japan-russia", "--longest", "4")
    assert code == 0
    assert set(data) == {"case", "longest", "complete", "reinforcing", "loops"}
    assert data["longest"] == 4


def test_a_case_without_a_network_says_so(detente) -> None:
    code, _, err = detente("loops", "chicken")
    assert code == 2
    assert "no network" in err
