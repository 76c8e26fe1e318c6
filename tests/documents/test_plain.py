"""Documents cross as plain data and come back as they were."""

import json

from detente.documents import Document
from detente.documents.about import About, Fact
from detente.documents.page import page
from detente.documents.plain import about_data, document_data, document_of


def test_there_and_back():
    source = "<title>T</title><nav>a</nav><p>R &amp; D"
    paragraphs, about = page(source)
    document = Document("x", "ab", source, paragraphs, about, "the source of the page")
    assert document_of(json.loads(json.dumps(document_data(document)))) == document


def test_what_is_not_stated_is_left_out():
    assert about_data(About(date=Fact("2018", "a", deduced=True))) == {
        "date": {"value": "2018", "where": "a", "deduced": True}
    }
