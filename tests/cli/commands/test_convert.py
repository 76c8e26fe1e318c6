"""`detente convert`."""

from tests.case.gmcr.saved import FORD, said


def test_convert_prints_or_writes(detente, as_json, tmp_path):
    (tmp_path / "ford.gmcr").write_text(said(FORD), encoding="utf-8")
    code, out, _ = detente("convert", tmp_path / "ford.gmcr")
    assert code == 0
    assert out.startswith("format: dispute-case/1\n")
    code, data = as_json("convert", tmp_path / "ford.gmcr", "--to", tmp_path / "case.yaml")
    assert code == 0
    assert data["written"] == [str(tmp_path / "case.yaml")]
    assert detente("check", tmp_path)[0] == 0
    assert detente("convert", tmp_path / "ford.gmcr", "--to", tmp_path / "case.yaml")[0] == 3


def test_a_damaged_file_is_an_invalid_case(detente, as_json, tmp_path):
    (tmp_path / "ford.gmcr").write_text(said(FORD, options=[7]), encoding="utf-8")
    code, data = as_json("stability", tmp_path / "ford.gmcr")
    assert code == 2
    assert data["kind"] == "InvalidCase"
    assert "`options[0]`: found 7" in " ".join(p["message"] for p in data["problems"])
