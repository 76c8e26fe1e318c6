"""The reader of web archives."""

import sys
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from detente.documents import read
from detente.documents.readers import READERS, read_here
from detente.errors import DocumentError, MissingExtra


def archive(path, *pages, packed=False):
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for kind, content in pages:
        head = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            "http://river.example/", "response", payload=BytesIO(content), http_headers=head
        )
        writer.write_record(record)
    path.write_bytes(stream.getvalue())
    return path


FIRST = b"<title>Ford</title><p>R &amp; D"
SECOND = "<title>Other</title><p>Die F\xe4hre <b>f\xe4hrt</b>".encode("latin-1")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_every_page_with_its_place(tmp_path, name):
    pages = [
        ("image/png", b"\x89"),
        ("text/html", FIRST),
        ("text/html; charset=iso-8859-1", SECOND),
    ]
    document = read(archive(tmp_path / name, *pages, packed=name.endswith("gz")))
    assert [p.text for p in document.paragraphs] == ["R & D", "Die Fähre fährt"]
    assert [p.number for p in document.paragraphs] == [1, 2]
    second = document.paragraphs[1]
    assert document.text[slice(*second.origin(4, 9))] == "Fähre"
    assert document.text[slice(*second.origin(10, 15))] == "fährt"
    assert document.about.title.value == "Ford"
    assert document.id == "a"


def test_without_a_page(tmp_path):
    with pytest.raises(DocumentError, match="no web page"):
        read(archive(tmp_path / "a.warc", ("image/png", b"x")))


def test_pages_that_unpack_to_too_much(tmp_path):
    path = archive(tmp_path / "a.warc.gz", ("text/html", b"x" * (33 << 20)), packed=True)
    assert path.stat().st_size < 100_000
    with pytest.raises(DocumentError, match="too large"):
        read(path)


def test_without_the_package_it_says_what_to_install(tmp_path, monkeypatch):
    path = archive(tmp_path / "a.warc", ("text/html", FIRST))
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    with pytest.raises(MissingExtra, match="warcio"):
        read_here(READERS["warc"], path, None)
