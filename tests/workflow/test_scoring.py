"""`score`: the ledger, sealed forecasts, tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.errors import FileProblem, UnknownName, UsageError
from detente.workflow.scoring import score, score_questions
from detente.workflow.sealing import seal


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_ledger_of_the_flagship(here: Path) -> None:
    outcome = score("japan-russia")
    data = json.loads(json.dumps(outcome.data, allow_nan=False))
    assert data["ledger"]["all"] == {
        **{"true": 25, "partly": 12, "false": 8, "unsettled": 1},
        **{"settled": 45, "score": pytest.approx(31 / 45)},
    }
    assert data["ledger"]["reported"]["settled"] == 4
    assert data["ledger"]["own_by_source"]["003"]["true"] == 7
    assert (len(data["forecasts"]), data["sealed"], data["scores"]) == (46, [], None)
    assert "No sealed forecasts" in outcome.text
    assert not list(here.iterdir())


def test_sealed_ones_are_scored_and_late_ones_named_so(here: Path) -> None:
    seal("japan-russia", ["treaty"], probability=0.1, because="x")
    raw = Path("out/forecasts.jsonl").read_bytes()
    outcome = score("japan-russia")
    (found,) = outcome.data["sealed"]
    assert (found["status"], found["outcome"], found["late"]) == ("scored", False, True)
    by = {s["forecaster"]: s["brier"] for s in outcome.data["scores"]["scores"]}
    assert by["sealed too late"] == pytest.approx(0.01)
    assert by["base rate named"] == pytest.approx(0.055**2)
    other = score("japan-russia", outcomes={"TREATY": True}).data["sealed"][0]
    assert other["outcome"] is True
    assert Path("out/forecasts.jsonl").read_bytes() == raw


def test_a_changed_one_is_refused_and_named(here: Path) -> None:
    seal("japan-russia", ["treaty"], probability=0.1, because="x")
    path = Path("out/forecasts.jsonl")
    path.write_text(path.read_text().replace("0.1,", "0.2,"))
    with pytest.raises(FileProblem, match="`treaty`"):
        score("japan-russia")


def test_a_file_that_was_asked_for_must_be_there(here: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        score("japan-russia", sealed=Path("none.jsonl"))
    with pytest.raises(FileProblem, match="cannot be read"):
        score("japan-russia", newest="a" * 64)
    with pytest.raises(UnknownName):
        score("japan-russia", outcomes={"nope": True})


def test_the_reliability_is_drawn_whole_or_not_at_all(here: Path) -> None:
    lines = [f"q{i},{'yes' if i % 3 else 'no'},0.{i % 9 + 1}" for i in range(60)]
    Path("q.csv").write_text("\n".join(["id,outcome,we", *lines]))
    outcome = score_questions(Path("q.csv"), figure=Path("f.svg"))
    assert outcome.written == (Path("f.svg"),)
    assert Path("f.svg").read_text().startswith("<svg")
    Path("q.csv").write_text("\n".join(["id,outcome,we", *lines[:9]]))
    with pytest.raises(UsageError, match="50 questions"):
        score_questions(Path("q.csv"), figure=Path("g.svg"))
    assert not Path("g.svg").exists()


def test_tables(here: Path) -> None:
    Path("q.csv").write_text("id,outcome,we\na,yes,0.9\nb,no,0.2\nc,,0.5\n")
    Path("m.csv").write_text("id,they\na,0.6\nb,0.4\n")
    data = score_questions(Path("q.csv"), [Path("m.csv")], seed=4).data
    assert (data["shape"], data["open"], data["seed"]) == ("plain", 1, 4)
    by = {s["forecaster"]: s["brier"] for s in data["scores"]["scores"]}
    assert by["we"] == pytest.approx(0.025)
    assert by["they"] == pytest.approx(0.16)
    Path("q.csv").write_text("id,outcome\nc,\n")
    with pytest.raises(UsageError, match="no question of this table is settled"):
        score_questions(Path("q.csv"))
