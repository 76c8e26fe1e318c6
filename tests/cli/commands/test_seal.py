"""`detente seal`: options and exit codes."""

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


GIVEN = ("seal", "japan-russia", "--question", "treaty", "--probability", 0.03)


def test_given(detente, as_json, here):
    code, out, _ = detente(*GIVEN, "--because", "never signed")
    assert (code, "Newest seal:" in out) == (0, True)
    code, data = as_json(*GIVEN, "--because", "again", "--file", here / "x.jsonl")
    assert (code, data["sealed"][0]["number"]) == (0, 1)


def test_from_runs(as_json):
    code, data = as_json("seal", "japan-russia", "--question", "treaty", "--runs", 5, "--seed", 2)
    assert (code, data["sealed"][0]["runs"], data["sealed"][0]["seed"]) == (0, 5, 2)


def test_refusals(detente, here):
    (here / "t.csv").write_text("id,p\ntreaty,0.1\n")
    assert detente(*GIVEN)[0] != 0
    assert detente(*GIVEN, "--because", "x", "--table", "t.csv")[0] == 2
    assert not (here / "out").exists()
