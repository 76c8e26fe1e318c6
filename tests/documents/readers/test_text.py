"""The reader of plain text: exact text, and clear words for what is not text."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import READERS, read
from detente.documents.readers import text as reader
from detente.errors import DocumentError, FileProblem


@given(text=st.text(alphabet=st.sampled_from("aé “\u00a0\r\n\u2028")))
def test_the_text_is_the_text_of_the_file(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("read") / "note.txt"
    data = text.encode()
    path.write_bytes(data)
    document = reader.read(path)
    assert document.text == text
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert all(text[p.start : p.end] == p.text for p in document.paragraphs)


def test_the_id_is_the_stem_or_what_was_asked(tmp_path):
    path = tmp_path / "000_ab.TXT"
    path.write_text("x", encoding="utf-8")
    assert read(path).id == "000_ab"
    assert read(str(path), "000").id == "000"


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfTitle\n")
    assert read(path).paragraph(1).text == "Title"


def test_an_empty_file_has_no_paragraphs(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    assert read(path).paragraphs == ()


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        ("ok\nna\u00efve".encode("latin-1"), 2, "not UTF-8 text: found `byte 0xef`"),
        (b"\xef\xbb\xbfa\nb\nc\xff", 3, "not UTF-8 text: found `byte 0xff`"),
        ("hello".encode("utf-16"), 1, "not UTF-8 text"),
        ("hi\nyou".encode("utf-16-le"), 1, "not text: found `a zero byte`"),
    ],
)
def test_what_is_not_utf8_text_is_refused_with_its_line(tmp_path, data, line, said):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=said) as caught:
        read(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert "UTF-8" in caught.value.hint


def test_a_file_that_cannot_be_opened_is_a_file_problem(tmp_path):
    for path in (tmp_path / "none.txt", tmp_path, "a\0b"):
        with pytest.raises(FileProblem, match="cannot open the document"):
            reader.read(path)


def test_a_kind_without_reader_is_refused(tmp_path):
    with pytest.raises(DocumentError, match=r"found `\.xyz`; expected one of .*\.txt"):
        read(tmp_path / "a.xyz")


def test_the_shelf_holds_this_reader():
    assert READERS["text"] is reader.MEMBER
