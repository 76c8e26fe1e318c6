"""The reader of web pages."""

import pytest

from detente.documents import READERS, read
from detente.documents.readers import html as reader
from detente.errors import DocumentError


def test_offsets_count_in_the_decoded_source(tmp_path):
    path = tmp_path / "a.htm"
    path.write_bytes("<meta charset=windows-1251><p>Путин</p>".encode("cp1251"))
    document = read(path, "a")
    [paragraph] = document.paragraphs
    assert document.text[paragraph.start : paragraph.end] == paragraph.text == "Путин"
    assert (document.id, document.offsets) == ("a", "the source of the page")


def test_an_encoding_that_is_not_stated_is_not_guessed(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes("<p>é".encode("latin-1"))
    with pytest.raises(DocumentError, match="not UTF-8"):
        read(path)


def test_a_large_page_is_read_apart(tmp_path, monkeypatch):
    path = tmp_path / "a.html"
    path.write_text("<p>word</p>" * 30_000, encoding="utf-8")
    monkeypatch.setattr(reader, "page", None)
    assert len(read(path).paragraphs) == 30_000


def test_the_shelf_holds_this_reader():
    assert READERS["html"] is reader.MEMBER
