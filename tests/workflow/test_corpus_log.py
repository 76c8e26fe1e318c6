"""The log of a batch: torn lines are cut off, old ones dropped, other files left alone."""

import json

import pytest

from detente.errors import FileProblem
from detente.workflow.corpus_log import CorpusLog


def line(path, digest):
    return json.dumps({"path": path, "sha256": digest})


@pytest.fixture
def log(tmp_path):
    made = CorpusLog(tmp_path / "new" / "documents.jsonl")
    made.open()
    made.add(line("a", "1"))
    made.add(line("b", "2"))
    return made


def reopened(log):
    again = CorpusLog(log.file)
    again.open()
    return again


def test_what_was_added_is_there_again(log):
    again = reopened(log)
    assert (again.digests, again.lines) == ({"a": "1", "b": "2"}, 2)
    assert [r["path"] for r in again.records()] == ["a", "b"]


@pytest.mark.parametrize("torn", [b"{", b'{"path": "\xc3', b'{"path": "c", "sha256": "3"}'])
def test_a_line_without_an_end_is_cut_off(log, torn):
    whole = log.file.read_bytes()
    log.file.write_bytes(whole + torn)
    assert reopened(log).digests == {"a": "1", "b": "2"}
    assert log.file.read_bytes() == whole


def test_the_last_line_of_a_document_counts(log):
    log.add(line("a", "3"))
    assert reopened(log).digests["a"] == "3"
    log.tidy({"a", "b"})
    assert [r["sha256"] for r in log.records()] == ["2", "3"]


def test_documents_that_left_the_corpus_are_dropped(log):
    log.tidy({"b"})
    assert [r["path"] for r in log.records()] == ["b"]


def test_nothing_is_written_again_without_need(log):
    before = log.file.stat().st_ino
    log.tidy({"a", "b", "c"})
    assert log.file.stat().st_ino == before


@pytest.mark.parametrize("content", ["[1]\n", "x\n", '{"path": 3}\n'])
def test_another_file_is_left_alone(tmp_path, content):
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileProblem, match="no file of documents"):
        CorpusLog(path).open()
    assert path.read_text(encoding="utf-8") == content


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(FileProblem, match="cannot be written"):
        CorpusLog(tmp_path / "a" / "documents.jsonl").open()


def test_read_with_another_parser_is_read_again(log):
    log.add(json.dumps({"path": "a", "sha256": "1", "parser": True}))
    log.add(json.dumps({"path": "b", "sha256": "2", "problem": "torn"}))
    assert reopened(log).digests == {"a": "", "b": "2"}
    with_parser = CorpusLog(log.file, parser=True)
    with_parser.open()
    assert with_parser.digests == {"a": "1", "b": "2"}
