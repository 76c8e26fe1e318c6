"""`detente batch`."""

import json

from detente.cli.main import run


def test_it_writes_what_it_says(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("The ford is open.", encoding="utf-8")
    out = tmp_path / "out"
    assert run(["batch", str(tmp_path / "a.txt"), "-o", str(out), "--jobs", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["documents"], found["paragraphs"]) == (1, 1)
    assert found["written"] == [str(out / "documents.jsonl"), str(out / "polecat.jsonl")]
    assert run(["batch", str(tmp_path / "none"), "-o", str(out)]) == 3
    assert run(["batch", str(tmp_path)]) == 2
