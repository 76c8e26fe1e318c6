"""`detente read`."""

import json

from detente.cli.main import run


def test_json_and_text(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("The ford\n25 May 2018", encoding="utf-8")
    assert run(["read", str(path), "--json"]) == 0
    [one] = json.loads(capsys.readouterr().out)["documents"]
    assert (one["name"], one["date"], len(one["paragraphs"])) == ("a.txt", "2018-05-25", 2)
    assert run(["read", str(path)]) == 0
    assert "   1  The ford" in capsys.readouterr().out


def test_exit_codes(tmp_path, capsys):
    bad = tmp_path / "a.txt"
    bad.write_bytes(b"\xff")
    assert run(["read", str(bad), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["kind"] == "DocumentError"
    assert run(["read", str(tmp_path / "none.txt")]) == 3
    assert run(["read"]) == 2
