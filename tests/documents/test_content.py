"""Bytes within a limit, and text in the encoding that is stated."""

import io
from pathlib import Path

import pytest

from detente.documents.content import bytes_of, decoded, utf8, whole
from detente.errors import DocumentError, FileProblem


def test_no_more_than_the_limit_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert bytes_of(path, 5) == b"12345"
    with pytest.raises(DocumentError, match="too large"):
        bytes_of(path, 4)


def test_no_more_than_the_limit_is_asked_for(tmp_path, monkeypatch):
    class File(io.BytesIO):
        def read(self, size=-1):
            assert 0 <= size <= 5
            return super().read(size)

    path = tmp_path / "a.txt"
    path.touch()
    monkeypatch.setattr(Path, "open", lambda *_: File(b"123456789"))
    with pytest.raises(DocumentError, match="too large"):
        bytes_of(path, 4)


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(FileProblem, match="cannot open the document"):
        bytes_of(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("", "é".encode(), "é"),
        ("UTF-8", b"\xef\xbb\xbfx", "x"),
        ("iso-8859-1", b"\x93\xe9\x94", "“é”"),
        ("windows-1251", "Путин".encode("cp1251"), "Путин"),
        ("KOI8-R", "Путин".encode("koi8-r"), "Путин"),
        ("Shift_JIS", "安倍".encode("shift_jis"), "安倍"),
        ("gb2312", "中".encode("gb2312"), "中"),
        ("utf-16", "x".encode("utf-16"), "x"),
    ],
)
def test_what_is_stated_is_how_it_is_decoded(name, data, text):
    assert decoded(data, name, "a") == text


@pytest.mark.parametrize(
    "name", ["utf-7", "unicode_escape", "rot13", "zlib", "idna", "punycode", "x"]
)
def test_codecs_that_are_no_encodings_are_unknown(name):
    with pytest.raises(DocumentError, match="unknown encoding"):
        decoded(b"abc", name, "a")


def test_what_is_not_in_its_encoding_is_refused():
    with pytest.raises(DocumentError, match="not in the encoding that it states"):
        decoded(b"\x81\x00\x81", "shift_jis", "a")
    with pytest.raises(DocumentError, match="a zero byte"):
        decoded(b"a\0", "windows-1252", "a")
    with pytest.raises(DocumentError, match="not UTF-8"):
        utf8(b"\xff", "a")


def test_pairs_stay_and_halves_are_replaced():
    assert whole("a\U0001f600") == "a\U0001f600"
    assert whole("\ud83d\ude00") == "\U0001f600"
    assert whole("\ude00b") == "\ufffdb"
