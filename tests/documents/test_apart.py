"""Reading in a process of its own gives what reading here gives, errors included."""

import subprocess
import sys

import pytest

from detente.documents import apart
from detente.documents.apart import read_apart
from detente.documents.readers import READERS, read_here
from detente.errors import DocumentError, FileProblem


def test_the_document_is_the_same(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<title>T</title><nav>a</nav><p>R &amp; D é", encoding="utf-8")
    assert read_apart("html", path, "x") == read_here(READERS["html"], path, "x")
    assert read_apart("html", path, None).id == "a"


def test_the_error_is_the_same(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\nb\xff")
    with pytest.raises(DocumentError) as distant:
        read_apart("text", path, None)
    with pytest.raises(DocumentError) as here:
        read_here(READERS["text"], path, None)
    assert str(distant.value) == str(here.value)
    assert (distant.value.line, distant.value.file) == (2, str(path))


def test_a_missing_file_is_a_file_problem(tmp_path):
    with pytest.raises(FileProblem):
        read_apart("pdf", tmp_path / "none.pdf", None)
    with pytest.raises(FileProblem):
        read_apart("pdf", "a\0b.pdf", None)


def test_the_memory_of_the_process_is_limited_before_it_reads(tmp_path, monkeypatch, capsys):
    steps = []
    monkeypatch.setattr(apart, "_limit", lambda: steps.append("limit"))
    monkeypatch.setattr(apart, "_answer", lambda *_: steps.append("read") or {})
    monkeypatch.setattr(sys, "argv", ["apart", "text", "a.txt", ""])
    apart._main()
    assert steps == ["limit", "read"]
    assert capsys.readouterr().out == "{}"


def test_the_limit_holds():
    code = "from detente.documents import apart; apart._limit(); bytearray(2 << 30)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "MemoryError" in done.stderr
