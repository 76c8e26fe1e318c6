"""The reader of e-mails."""

from email.message import EmailMessage

import pytest

from detente.documents import read
from detente.errors import DocumentError


@pytest.fixture
def message():
    made = EmailMessage()
    made["From"] = "Ann Lée <ann@river.example>"
    made["Subject"] = "The “ford”"
    made["Date"] = "Fri, 25 May 2018 08:30:00 +0900"
    made.set_content("It is open.\n\nYours\nAnn Lée\n")
    return made


def kept(tmp_path, message):
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    return read(path)


def test_plain_text_is_preferred_and_attachments_are_left_out(tmp_path, message):
    message.add_alternative("<p>It is <b>not</b> read.", subtype="html")
    message.add_attachment(b"secret", maintype="text", subtype="plain", filename="a.txt")
    document = kept(tmp_path, message)
    assert [p.text for p in document.paragraphs] == ["It is open.", "Yours", "Ann Lée"]
    assert all(document.text[p.start : p.end] == p.text for p in document.paragraphs)


def test_the_header_says_who_what_and_when(tmp_path, message):
    about = kept(tmp_path, message).about
    assert (about.title.value, about.author.value) == ("The “ford”", "Ann Lée")
    assert (about.date.value, about.date.where) == ("2018-05-25", "the field Date")


def test_html_is_read_where_there_is_nothing_else(tmp_path, message):
    message.set_content("<p>It is <b>open</b>.", subtype="html")
    assert [p.text for p in kept(tmp_path, message).paragraphs] == ["It is open."]


def test_a_message_without_text(tmp_path, message):
    message.set_content(b"x", maintype="image", subtype="png")
    with pytest.raises(DocumentError, match="no text"):
        kept(tmp_path, message)


@pytest.mark.parametrize("said", ["", "soon", "99 Foo 2018"])
def test_a_date_that_is_none_is_left_out(tmp_path, message, said):
    del message["Date"]
    path = tmp_path / "a.eml"
    path.write_bytes(f"Date: {said}\n".encode() + message.as_bytes())
    assert read(path).about.date is None
