"""`detente score`: options and exit codes."""

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_case(detente, as_json):
    code, out, _ = detente("score", "japan-russia")
    assert (code, "0.74 of 41" in out) == (0, True)
    assert "Settled by" in detente("score", "japan-russia", "--full")[1]
    assert as_json("score", "japan-russia")[1]["ledger"]["all"]["true"] == 25


def test_sealed_ones(detente):
    given = ("seal", "japan-russia", "--question", "treaty", "--probability", 0.5, "--because", "x")
    newest = detente(*given, "--file", "s.jsonl")[1].split("Newest seal: ")[1].split()[0]
    ask = ("score", "japan-russia", "--sealed", "s.jsonl", "--newest", newest)
    assert "came out no" in " ".join(detente(*ask)[1].split())
    told = detente(*ask, "--resolve", "treaty=yes")[1]
    assert "came out yes" in " ".join(told.split())
    code, _, err = detente("score", "japan-russia", "--sealed", "s.jsonl", "--newest", "0" * 64)
    assert (code, "not in the file" in err) == (3, True)


def test_a_table(detente, as_json, here):
    (here / "q.csv").write_text("id,outcome,we\na,yes,0.9\nb,no,0.2\n")
    (here / "m.csv").write_text("id,they\na,0.6\n")
    code, data = as_json("score", "--table", "q.csv", "--answers", "m.csv", "--seed", 2)
    assert (code, len(data["scores"]["scores"])) == (0, 3)
    (here / "q.csv").write_text("id,outcome\na,maybe\n")
    code, _, err = detente("score", "--table", "q.csv")
    assert code != 0
    assert "q.csv:2:2: `outcome`" in err


def test_a_case_or_a_table(detente):
    assert detente("score")[0] == 2
    assert detente("score", "japan-russia", "--table", "q.csv")[0] == 2
    assert detente("score", "japan-russia", "--figure", "f.svg")[0] == 2
