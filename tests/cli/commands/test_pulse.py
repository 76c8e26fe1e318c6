"""`detente pulse` on the command line."""

from __future__ import annotations


def test_words(detente) -> None:
    code, out, _ = detente("pulse", "japan-russia", "OIL=1", "--draws", "50")
    assert code == 0
    assert out.startswith("Push: Oil price [OIL] up.")


def test_one_node_with_everything(detente, tmp_path) -> None:
    arguments = ["--on", "HARD", "--flips", "--second-opinion", "--figure", tmp_path / "f.svg"]
    code, out, _ = detente("pulse", "japan-russia", "RECON=1", *arguments)
    assert code == 0
    assert "What would change the answer for HARD" in out
    assert "Second opinion" in out
    assert (tmp_path / "f.svg").exists()


def test_flips_need_a_node_and_a_push_is_needed(detente) -> None:
    code, _, err = detente("pulse", "japan-russia", "OIL=1", "--flips")
    assert (code, "--on" in err) == (2, True)
    assert detente("pulse", "japan-russia")[0] == 2


def test_an_unknown_node_gets_a_hint(detente) -> None:
    code, _, err = detente("pulse", "japan-russia", "OLI=1")
    assert code == 2
    assert "did you mean `OIL`" in err


def test_the_same_seed_prints_the_same_bytes(detente) -> None:
    again = [detente("pulse", "japan-russia", "SANC=1", "--seed", "7", "--json")[1] for _ in "ab"]
    assert again[0] == again[1]
    assert again[0] != detente("pulse", "japan-russia", "SANC=1", "--seed", "8", "--json")[1]
