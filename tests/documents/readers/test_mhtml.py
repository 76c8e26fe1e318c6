"""The reader of pages saved whole."""

from email.message import EmailMessage

import pytest

from detente.documents import read
from detente.errors import DocumentError


def saved(tmp_path, *parts):
    message = EmailMessage()
    message["Subject"] = "The ford"
    message.set_content("x")
    message.make_related()
    message.set_payload([])
    for text, subtype in parts:
        message.add_related(text, subtype=subtype)
    path = tmp_path / "a.mhtml"
    path.write_bytes(message.as_bytes())
    return path


def test_the_first_page_is_read(tmp_path):
    path = saved(tmp_path, ("a {}", "css"), ("<p>Die Fähre<nav>Home", "html"), ("<p>frame", "html"))
    document = read(path)
    assert [(p.text, p.furniture) for p in document.paragraphs] == [
        ("Die Fähre", ""),
        ("Home", "menu"),
    ]
    assert document.text.startswith("<p>Die Fähre")
    assert document.about.title.where == "the field Subject"


def test_without_a_page(tmp_path):
    with pytest.raises(DocumentError, match="no HTML"):
        read(saved(tmp_path, ("a {}", "css")))
