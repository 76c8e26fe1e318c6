"""The reader of Word documents."""

import zipfile

import pytest

from detente.documents import read
from detente.errors import DocumentError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"'


def saved(tmp_path, body, **parts):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return path


def block(*runs):
    return "<w:p>" + "".join(f"<w:r>{r}</w:r>" for r in runs) + "</w:p>"


def t(text):
    return f"<w:t xml:space='preserve'>{text}</w:t>"


def test_paragraphs_in_their_order_tables_too(tmp_path):
    table = f"<w:tbl><w:tr><w:tc>{block(t('cell'))}</w:tc></w:tr></w:tbl>"
    body = (
        block(t("The "), t("ford &amp; more")) + table + block(t("a"), "<w:br/>", t("b")) + block()
    )
    document = read(saved(tmp_path, body))
    assert [p.text for p in document.paragraphs] == ["The ford & more", "cell", "a b"]
    assert all(document.text[p.start : p.end] == p.text for p in document.paragraphs)


def test_deleted_text_and_fields_are_left_out(tmp_path):
    body = block(t("kept"), "<w:delText>gone</w:delText>", "<w:instrText>PAGE</w:instrText>")
    assert [p.text for p in read(saved(tmp_path, body)).paragraphs] == ["kept"]


def test_notes_follow_and_heads_are_furniture(tmp_path):
    path = saved(
        tmp_path,
        block(t("Body.")),
        word__footnotes=f"<w:footnotes {W}>{block(t('A note.'))}</w:footnotes>",
        word__header1=f"<w:hdr {W}>{block(t('Secret'))}</w:hdr>",
        word__footer2=f"<w:ftr {W}>{block(t('7'))}</w:ftr>",
    )
    assert [(p.text, p.furniture) for p in read(path).paragraphs] == [
        ("Body.", ""), ("A note.", ""), ("Secret", "page header"), ("7", "page footer"),
    ]  # fmt: skip


def test_the_properties(tmp_path):
    core = (
        f"<c {DC}><dc:title>The ford</dc:title><dc:creator>Ann</dc:creator>"
        "<t:created>2018-05-25T1</t:created></c>"
    )
    about = read(saved(tmp_path, block(t("x")), docProps__core=core)).about
    assert (about.title.value, about.author.value) == ("The ford", "Ann")
    assert about.created.value == "2018-05-25"
    assert about.date is None  # the file was made then; that does not date the text


def test_a_document_type_is_refused(tmp_path):
    core = '<!DOCTYPE c [<!ENTITY x "boom">]><c>&x;</c>'
    with pytest.raises(DocumentError, match="declares a document type"):
        read(saved(tmp_path, block(t("x")), docProps__core=core))


def test_what_unpacks_to_too_much_is_refused(tmp_path):
    path = saved(tmp_path, block(t("x")), word__footnotes=" " * (33 << 20))
    assert path.stat().st_size < 100_000
    with pytest.raises(DocumentError, match="unpacks to more"):
        read(path)


def test_what_is_no_docx(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    with pytest.raises(DocumentError, match="no readable DOCX"):
        read(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(DocumentError, match=r"no word/document\.xml"):
        read(path)
