"""`detente accounts` on the command line."""

from __future__ import annotations


def test_words_pages_and_shape(detente, as_json, tmp_path) -> None:
    code, out, _ = detente("accounts", "japan-russia", "--output", tmp_path / "a.html")
    assert code == 0
    assert "Contradictions:" in out
    assert "http" not in (tmp_path / "a.html").read_text(encoding="utf-8").replace(
        "http://www.w3.org/2000/svg", ""
    ).replace("http-equiv", "")
    code, data = as_json("accounts", "japan-russia", "RUCH=1")
    assert code == 0
    assert len(data["accounts"]) == 5
