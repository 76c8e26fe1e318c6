"""`read`: the shape that others rely on, and bad documents beside good ones."""

import json

import pytest

from detente.documents import Document, Paragraph
from detente.errors import DocumentError, FileProblem, UsageError
from detente.workflow import reading
from detente.workflow.reading import document_shape, read_documents, suggestions_of


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The ford\n25 May 2018\nJapan met Russia.\nSign up", encoding="utf-8"
    )
    (tmp_path / "b.html").write_text(
        "<p>Japan &amp; <b>Russia</b> signed a treaty.", encoding="utf-8"
    )
    return tmp_path


def test_the_shape(folder):
    outcome = read_documents([folder / "a.txt"])
    assert list(outcome.data) == ["documents"]
    [one] = outcome.data["documents"]
    assert list(one) == ["name", "sha256", "date", "paragraphs", "suggestions"]
    assert (one["name"], one["date"]) == ("a.txt", "2018-05-25")
    assert one["paragraphs"][3] == {
        "number": 4, "start": 39, "end": 46, "text": "Sign up", "furniture": True,
    }  # fmt: skip
    assert (
        one["sha256"] == __import__("hashlib").sha256((folder / "a.txt").read_bytes()).hexdigest()
    )
    json.dumps(outcome.data)


def test_suggestions_have_places_in_the_source(folder):
    source = (folder / "b.html").read_text(encoding="utf-8")
    [one] = read_documents([folder / "b.html"]).data["documents"]
    found = {source[s["start"] : s["end"]] for s in one["suggestions"] if s["kind"] == "actor"}
    assert "Russia" in found


def test_suggesters_see_no_furniture_and_no_endless_paragraph(monkeypatch):
    seen = []
    monkeypatch.setattr(reading, "suggest", lambda d, **_: seen.append(d) or ())
    texts = [("a", ""), ("menu", "menu"), ("x" * 100_001, ""), ("b" * 9, ""), ("c", "")]
    paragraphs = [Paragraph(n, t, 0, len(t), f) for n, (t, f) in enumerate(texts, 1)]
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 10)
    assert suggestions_of(Document("a", "", "", tuple(paragraphs))) == []
    assert [p.number for p in seen[0].paragraphs] == [1, 4]


def test_a_bad_document_does_not_stop_the_others(folder):
    (folder / "c.txt").write_bytes(b"a\0")
    outcome = read_documents([folder])
    assert [d["name"] for d in outcome.data["documents"]] == ["a.txt", "b.html"]
    [problem] = outcome.data["problems"]
    assert problem["file"].endswith("c.txt")
    assert problem["found"] == "a zero byte"
    assert outcome.code == 2
    assert "1 document could not be read" in outcome.text


def test_a_bad_document_alone_is_an_error(folder):
    (folder / "c.txt").write_bytes(b"a\0")
    with pytest.raises(DocumentError):
        read_documents([folder / "c.txt"])
    with pytest.raises(FileProblem):
        read_documents([folder / "none.txt"])


def test_a_folder_without_documents(tmp_path):
    with pytest.raises(UsageError, match="no document"):
        read_documents([tmp_path])


def test_no_date_is_null():
    assert document_shape("a", Document("a", "", "", ()))["date"] is None
