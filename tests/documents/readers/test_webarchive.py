"""The reader of pages saved by Safari."""

import plistlib

import pytest

from detente.documents import read
from detente.errors import DocumentError


def saved(tmp_path, form=plistlib.FMT_BINARY, **main):
    path = tmp_path / "a.webarchive"
    page = {"WebResourceData": "<title>Fähre</title><p>Die Fähre fährt".encode(), **main}
    archive = {"WebMainResource": page, "WebSubresources": [{"WebResourceData": b"<p>frame"}]}
    path.write_bytes(plistlib.dumps(archive, fmt=form))
    return path


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_is_read_and_its_parts_are_not(tmp_path, form):
    document = read(saved(tmp_path, form, WebResourceMIMEType="text/html"))
    assert [p.text for p in document.paragraphs] == ["Die Fähre fährt"]
    assert document.about.title.value == "Fähre"
    (paragraph,) = document.paragraphs
    assert document.text[paragraph.start : paragraph.end] == paragraph.text


def test_the_encoding_that_the_archive_states_counts(tmp_path):
    source = "<meta charset=utf-8><p>Fähre".encode("iso-8859-1")
    path = saved(tmp_path, WebResourceData=source, WebResourceTextEncodingName="iso-8859-1")
    assert read(path).paragraphs[0].text == "Fähre"


def test_without_a_statement_the_page_says_it(tmp_path):
    source = "<meta charset=iso-8859-1><p>Fähre".encode("iso-8859-1")
    assert read(saved(tmp_path, WebResourceData=source)).paragraphs[0].text == "Fähre"


def test_a_picture_is_no_page(tmp_path):
    with pytest.raises(DocumentError, match="no page: found `image/png`"):
        read(saved(tmp_path, WebResourceMIMEType="image/png"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no web archive of Safari"),
        (b"bplist00" + b"\xff" * 40, "no web archive of Safari"),
        (b"<p>a page", "no web archive of Safari"),
        (plistlib.dumps([1, 2]), "no page in this web archive"),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}), "no page in this"),
        (
            b'<!DOCTYPE plist [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><plist><string>&c;</string></plist>',
            "no web archive of Safari",
        ),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path, content, said):
    path = tmp_path / "a.webarchive"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=said):
        read(path)
