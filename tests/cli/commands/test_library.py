"""`detente library`."""

import json

from detente.cli.main import run


def test_update_and_search(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(["new", "river"])
    (tmp_path / "river" / "documents" / "a.txt").write_text("The ford is open.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Another ford.", encoding="utf-8")
    capsys.readouterr()
    assert run(["library", "river", "--add", "b.txt", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["read"]) == 2
    assert run(["library", "river", "--search", "ford op*"]) == 0
    assert capsys.readouterr().out == "documents/a.txt ¶1\n  The ford is open.\n"
    assert run(["library", "japan-russia"]) == 2
