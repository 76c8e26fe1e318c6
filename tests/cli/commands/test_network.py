"""`detente network` on the command line."""

from __future__ import annotations


def test_out_and_in_again(detente, as_json, tmp_path) -> None:
    files = ["--csv", tmp_path / "m.csv", "--figure", tmp_path / "n.svg"]
    code, out, _ = detente("network", "japan-russia", *files)
    assert code == 0
    assert out.startswith("62 nodes, 106 mechanisms that push")
    assert (tmp_path / "n.svg").exists()
    code, data = as_json("network", "--from-csv", tmp_path / "m.csv")
    assert code == 0
    assert len(data["influences"]["nodes"]) == 62


def test_a_case_or_a_matrix_and_not_both(detente, tmp_path) -> None:
    assert detente("network")[0] == 2
    assert detente("network", "japan-russia", "--from-csv", tmp_path / "m.csv")[0] == 2


def test_every_problem_of_a_matrix_is_printed(detente, tmp_path) -> None:
    (tmp_path / "m.csv").write_text(",a,b\na,x,2\nb,,\n", encoding="utf-8")
    code, _, err = detente("network", "--from-csv", tmp_path / "m.csv")
    assert code == 2
    assert "m.csv:2:2" in err
    assert "m.csv:2:3" in err
