"""The reader of PDF files: lines become paragraphs, running heads are marked."""

import sys
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from detente.documents import read
from detente.documents.readers import READERS, pdf, read_here
from detente.errors import DocumentError, MissingExtra


def saved(tmp_path, pages, password="", **properties):
    writer = PdfWriter()
    kinds = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in kinds.items()})
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = "".join(
            f"BT /F1 12 Tf 50 {750 - 15 * n} Td ({line}) Tj ET\n"
            for n, line in enumerate(lines)
            if line
        )
        stream = DecodedStreamObject()
        stream.set_data(shown.encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({f"/{k}": v for k, v in properties.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    path = tmp_path / "a.pdf"
    path.write_bytes(out.getvalue())
    return path


def here(path):
    return read_here(READERS["pdf"], path, None)


LINES = [
    "The river was high and nobody",
    "crossed it.",
    "The next day it fell, and they all",
    "went home.",
]


def test_lines_are_joined_where_a_sentence_goes_on(tmp_path):
    document = here(saved(tmp_path, [LINES]))
    assert [p.text for p in document.paragraphs] == [
        "The river was high and nobody crossed it.",
        "The next day it fell, and they all went home.",
    ]
    assert all(document.text[p.start : p.end] == p.text for p in document.paragraphs)
    assert document.offsets == "the text taken out of the file"


def test_running_heads_and_page_numbers_are_marked(tmp_path):
    bodies = [[f"{line[:-2]} {letter}{line[-2:]}" for line in LINES] for letter in "abcd"]
    pages = [["River Review 11", *body, str(n)] for n, body in enumerate(bodies, 1)]
    found = [(p.text, p.furniture) for p in here(saved(tmp_path, pages)).paragraphs]
    assert found[0] == ("River Review 11", "running head")
    assert found[3] == ("1", "page number")
    assert [f for t, f in found if t.startswith("The ")] == [""] * 8


def test_what_comes_back_on_two_pages_only_is_no_running_head(tmp_path):
    found = here(saved(tmp_path, [["River Review", *LINES]] * 2)).paragraphs
    assert not any(p.furniture for p in found)


def test_the_properties(tmp_path):
    path = saved(
        tmp_path, [LINES], Title="The ford", Author="Ann", CreationDate="D:20180525083000Z"
    )
    about = here(path).about
    assert (about.title.value, about.author.value) == ("The ford", "Ann")
    assert about.created.value == "2018-05-25"
    assert about.date is None


def test_a_locked_file_and_one_without_text(tmp_path):
    with pytest.raises(DocumentError, match="locked by a password"):
        here(saved(tmp_path, [LINES], password="x"))
    with pytest.raises(DocumentError, match="no text in this PDF"):
        here(saved(tmp_path, [[]]))


def test_it_is_always_read_apart(tmp_path, monkeypatch):
    path = saved(tmp_path, [LINES])
    monkeypatch.setattr(pdf, "_pages", None)
    assert len(read(path).paragraphs) == 2


def test_without_the_package_it_says_what_to_install(tmp_path, monkeypatch):
    path = saved(tmp_path, [LINES])
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match="pypdf"):
        here(path)
