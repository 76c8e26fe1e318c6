"""Reading in a process of its own gives what reading here gives, errors included."""

import pytest

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
    with pytest.raises(DocumentError) as apart:
        read_apart("text", path, None)
    with pytest.raises(DocumentError) as here:
        read_here(READERS["text"], path, None)
    assert str(apart.value) == str(here.value)
    assert (apart.value.line, apart.value.file) == (2, str(path))


def test_a_missing_file_is_a_file_problem(tmp_path):
    with pytest.raises(FileProblem):
        read_apart("pdf", tmp_path / "none.pdf", None)
    with pytest.raises(FileProblem):
        read_apart("pdf", "a\0b.pdf", None)
