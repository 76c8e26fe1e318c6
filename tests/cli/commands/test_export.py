"""`detente export`."""


def test_shape(as_json, tmp_path):
    code, data = as_json("export", "chicken", "--as", "nfg", "--to", tmp_path / "chicken")
    assert code == 0
    assert set(data) == {"case", "model", "format", "written", "notes", "warnings"}
    assert data["warnings"] == []


def test_refusal_and_force(detente, tmp_path):
    code, _, err = detente("export", "elmira-1991", "--as", "nfg", "--to", tmp_path / "e")
    assert code == 2
    assert "a strategic form cannot say this model" in err
    code, out, _ = detente(
        "export", "elmira-1991", "--as", "nfg", "--to", tmp_path / "e", "--force"
    )
    assert code == 0
    assert "Warning: 20 infeasible states" in out


def test_conditions_are_used(detente, tmp_path):
    arguments = ["export", "prisoners-dilemma", "--as", "nfg", "--to", tmp_path / "p"]
    assert detente(*arguments, "--fix", "row.cooperate=no")[0] == 0
    assert (tmp_path / "p.nfg").read_text().endswith("\n\n0 1\n1 0\n")
    assert detente(*arguments, "--irreversible", "row.cooperate")[0] == 2
    assert detente("export", "chicken", "--as", "nfgs", "--to", tmp_path / "x")[0] == 2
