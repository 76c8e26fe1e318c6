"""Run one suggester on a text."""

from functools import partial

import pytest

from detente.documents import Document, split_paragraphs
from detente.evidence.part import When
from detente.suggest import suggest


def _run(member, text, date=""):
    document = Document("d", "", text, split_paragraphs(text))
    found = suggest(document, only=[member], date=When.parse(date) if date else None)
    assert all(text[s.start : s.end] == s.text and s.reason for s in found)
    return found


@pytest.fixture
def run(request):
    return partial(_run, request.module.__name__.rpartition("test_")[2])
