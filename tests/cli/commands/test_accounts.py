"""`detente accounts` on the command line."""

from __future__ import annotations


def test_words_pages_and_shape(detente, as_json, tmp_path) -> None:
    code, out, _ = detente("accounts", "japan-russia", "--output", tmp_path / "a.html")
    assert code == 0
    assert "Where the accounts part" in out
    assert "http" not in (tmp_path / "a.html").read_text(encoding="utf-8").replace(
        "http://www.w3.org/2000/svg", ""
    ).replace("http-equiv", "")
    code, data = as_json("accounts", "japan-russia")
    assert sum(bool(c["up"] and c["down"]) for c in data["contrasts"]) > len(data["partings"]) > 0
    code, data = as_json("accounts", "japan-russia", "RUCH=1")
    assert code == 0
    assert len(data["accounts"]) == 5


def test_a_case_whose_sources_state_nothing_is_told(detente) -> None:
    for pushed in ([], ["OIL=1"]):
        code, _, err = detente("accounts", "chicken", *pushed)
        assert code == 2
        assert "no network" in err or "no source of this case" in err
