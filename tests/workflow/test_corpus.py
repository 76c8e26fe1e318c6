"""`batch`: every document a line, resumed where it was stopped, no bad file in the way of others."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from pyarrow import parquet

from detente.errors import DetenteError, FileProblem, MissingExtra
from detente.suggest.syntax import Parse
from detente.workflow import corpus
from detente.workflow.corpus import Task, read_corpus, read_one


def here(work, tasks, jobs=0):
    """Stand in for the processes: the same, one after the other."""
    for task in tasks:
        try:
            yield work(task)
        except DetenteError as error:
            yield corpus.Spoilt(task, error)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text(
            f"Japan and Russia met in {2010 + n}.\nSign up", encoding="utf-8"
        )
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(corpus, "each_apart", here)


def lines(out):
    return [json.loads(line) for line in (out / "documents.jsonl").read_text("utf-8").splitlines()]


def test_in_processes_of_its_own(folder, out):
    found = read_corpus([folder], out, jobs=1)
    assert found.data["documents"] == 5
    assert found.data["paragraphs"] == 10
    record = next(r for r in lines(out) if r["name"] == "3.txt")
    assert {
        "path",
        "name",
        "sha256",
        "date",
        "paragraphs",
        "suggestions",
        "about",
        "offsets",
    } == set(record)


def test_what_is_there_is_not_read_again(folder, out, quick, monkeypatch):
    read_corpus([folder], out)
    before = (out / "documents.jsonl").read_bytes()
    monkeypatch.setattr(corpus, "read", None)
    read_corpus([folder], out)
    assert (out / "documents.jsonl").read_bytes() == before


def test_changed_and_removed_documents(folder, out, quick):
    read_corpus([folder], out)
    (folder / "0.txt").write_text("New.", encoding="utf-8")
    (folder / "1.txt").unlink()
    read_corpus([folder], out)
    found = {r["name"]: r for r in lines(out)}
    assert len(lines(out)) == len(found) == 4
    assert found["0.txt"]["paragraphs"][0]["text"] == "New."


def test_a_line_that_was_not_finished_is_read_again(folder, out, quick):
    read_corpus([folder], out)
    whole = (out / "documents.jsonl").read_bytes()
    (out / "documents.jsonl").write_bytes(whole[:-20])
    assert read_corpus([folder], out).data["documents"] == 5
    assert sorted(r["name"] for r in lines(out)) == [f"{n}.txt" for n in range(5)]


def test_bad_documents_are_listed(folder, out, quick):
    (folder / "bad.txt").write_bytes(b"a\0")
    found = read_corpus([folder], out)
    assert (found.code, found.data["documents"]) == (2, 5)
    assert "a zero byte" in found.data["problems"][0]["problem"]
    assert "1 document could not be read" in found.text


def test_what_spoils_its_process_is_listed_and_tried_again(folder, out, monkeypatch):
    def spoils(work, tasks, jobs):
        for task in tasks:
            yield corpus.Spoilt(task, DetenteError("ended")) if "0.txt" in task.path else work(task)

    monkeypatch.setattr(corpus, "each_apart", spoils)
    assert read_corpus([folder], out).data["problems"][0]["problem"] == "ended"
    monkeypatch.setattr(corpus, "each_apart", here)
    assert read_corpus([folder], out).data["problems"] == []


def test_what_lacks_a_package_is_tried_again(folder, monkeypatch):
    def lacking(_):
        raise MissingExtra("none")

    monkeypatch.setattr(corpus, "read", lacking)
    assert json.loads(read_one(Task(str(folder / "0.txt"), "")))["sha256"] == ""


def test_tables(folder, out, quick):
    found = read_corpus([folder], out, tables=True)
    assert [p.name for p in found.written] == [
        "documents.jsonl", "polecat.jsonl", "paragraphs.parquet", "suggestions.parquet", "polecat.parquet",
    ]  # fmt: skip
    paragraphs = parquet.read_table(out / "paragraphs.parquet").to_pylist()
    assert [p["furniture"] for p in paragraphs] == [False, True] * 5
    assert paragraphs[0].keys() == set(corpus._PARAGRAPH)
    suggestions = parquet.read_table(out / "suggestions.parquet").to_pylist()
    assert len(suggestions) == found.data["suggestions"] > 0
    events = parquet.read_table(out / "polecat.parquet")
    assert events.num_columns == 40
    written = (out / "polecat.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in written] == events.to_pylist()


def test_a_file_that_is_something_else_is_left_alone(folder, out):
    out.mkdir()
    (out / "documents.jsonl").write_text("[1]\n", encoding="utf-8")
    with pytest.raises(FileProblem, match="no file of documents"):
        read_corpus([folder], out)
    assert (out / "documents.jsonl").read_text(encoding="utf-8") == "[1]\n"


def workers(out):
    """Return the processes that were started from this test, by what their environment says."""
    found = []
    for place in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"MARK={out}".encode() in place.read_bytes():
                found.append(place.parent.name)
    return found


def _heeding_interrupts() -> None:
    """Undo what a run in the background hands on: that interrupts are ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_stopped_and_started_again(folder, out, how):
    for n in range(60):
        (folder / f"more{n}.txt").write_text(f"Japan met Russia {n} times. " * 10, encoding="utf-8")
    command = [sys.executable, "-m", "detente", "batch", str(folder), "-o", str(out), "--jobs", "2"]
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "MARK": str(out)}, preexec_fn=_heeding_interrupts,
    )  # fmt: skip
    log = out / "documents.jsonl"
    while not log.exists() or log.stat().st_size < 20_000:
        time.sleep(0.02)
    assert workers(out)
    if how == signal.SIGINT:  # as the terminal does: to the whole group
        os.killpg(child.pid, how)
    else:
        child.send_signal(how)
    assert child.wait(20) == (130 if how == signal.SIGINT else -9)
    for _ in range(100):
        if not workers(out):
            break
        time.sleep(0.1)
    assert workers(out) == []
    assert 0 < log.read_bytes().count(b"\n") < 65
    assert read_corpus([folder], out, jobs=1).data["documents"] == 65
    assert len(lines(out)) == 65


def test_with_a_parser_it_says_so_and_reads_again(folder, out, quick, monkeypatch):
    asked = []

    def parser(sentences):
        asked.extend(text for text, _ in sentences)
        lengths = [len(words) for _, words in sentences]
        return [Parse(("X",) * n, ("dep",) * n, (0,) * n) for n in lengths]

    monkeypatch.setattr(corpus, "load_parser", lambda: parser)
    corpus._structure.cache_clear()
    read_corpus([folder], out)
    assert not asked
    read_corpus([folder], out, parser=True)
    assert len(asked) == 5
    assert all(r["parser"] for r in lines(out))
    read_corpus([folder], out, parser=True)
    assert len(asked) == 5
    corpus._structure.cache_clear()


def test_documents_in_the_same_words_give_their_events_once(folder, out, quick):
    (folder / "again.txt").write_text("JAPAN and Russia met,\nin 2012!", encoding="utf-8")
    for name in ("empty", "void"):
        (folder / f"{name}.txt").write_text("Sign up", encoding="utf-8")
    found = read_corpus([folder], out)
    assert (found.data["documents"], found.data["same_words"]) == (8, 1)
    assert "1 document in the words of another: counted once in polecat" in found.text
    events = (out / "polecat.jsonl").read_text("utf-8").splitlines()
    assert len(events) == 5
