"""`seal`: runs, given probabilities and tables, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.forecast.runs_of import small

from detente.errors import InvalidCase, UnknownName, UsageError
from detente.forecast.seal import read_seals
from detente.workflow.sealing import seal, seal_file


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_runs_are_sealed_with_all_that_they_were_made_of(here: Path) -> None:
    outcome = seal("japan-russia", runs=20, seed=5)
    found = read_seals(here / "out" / "forecasts.jsonl")
    assert [s.question for s in found] == ["treaty", "talks_end", "real_money"]
    assert outcome.written == (Path("out/forecasts.jsonl"),)
    first = found[0]
    assert (first.hits, first.runs, first.seed) == (0, 20, 5)
    assert first.low <= first.probability <= first.high
    assert first.sentence.startswith("Conditional on this model")
    assert (first.by, len(first.digest)) == ("2022-03-21", 64)
    assert outcome.data["sealed"][0]["seal"] == first.seal


def test_a_given_probability_needs_a_reason_and_one_question(here: Path) -> None:
    seal("japan-russia", ["treaty"], probability=0.03, because="Never signed.")
    (found,) = read_seals(here / "out" / "forecasts.jsonl")
    assert (found.probability, found.runs, found.because) == (0.03, -1, "Never signed.")
    for questions, p, because, said in (
        (["treaty"], 0.03, "  ", "needs a reason"),
        ([], 0.03, "x", "one question"),
        (["treaty", "talks_end"], 0.03, "x", "one question"),
        (["treaty"], 0.0, "x", "nothing is certain"),
        (["treaty"], 1.0, "x", "nothing is certain"),
        (["treaty"], float("nan"), "x", "nothing is certain"),
    ):
        with pytest.raises(UsageError, match=said):
            seal("japan-russia", questions, probability=p, because=because)
    assert len(read_seals(here / "out" / "forecasts.jsonl")) == 1


def test_a_table_is_sealed_whole_or_not_at_all(here: Path) -> None:
    table = here / "t.csv"
    table.write_text("id,we\ntreaty,0.03\ntalks_end,0.2\n")
    seal("japan-russia", table=table, because="A meeting.")
    assert [s.probability for s in read_seals(here / "out" / "forecasts.jsonl")] == [0.03, 0.2]
    for text, error in (
        ("id,we\ntreaty,0.03\ntalk_end,0.2\n", UnknownName),
        ("id,we\ntreaty,3\n", InvalidCase),
        ("id,we,they\ntreaty,0.3,0.4\n", UsageError),
        ("id,we\ntreaty,\n", UsageError),
    ):
        table.write_text(text)
        with pytest.raises(error):
            seal("japan-russia", table=table, because="A meeting.")
    assert len(read_seals(here / "out" / "forecasts.jsonl")) == 2


def test_where_seals_lie(here: Path) -> None:
    folder = here / "mine"
    folder.mkdir()
    shape = small(questions={"q": {"ask": "?", "event": "bridge"}}).model_dump(
        mode="json", by_alias=True, exclude_defaults=True
    )
    (folder / "case.yaml").write_text(yaml.safe_dump(shape, allow_unicode=True))
    assert seal_file("japan-russia") == Path("out/forecasts.jsonl")
    assert seal_file("mine") == Path("mine/out/forecasts.jsonl")
    assert seal_file("mine/case.yaml") == Path("mine/out/forecasts.jsonl")
    other = here / "x.jsonl"
    seal("japan-russia", ["treaty"], probability=0.1, because="x", file=other)
    assert len(read_seals(other)) == 1
