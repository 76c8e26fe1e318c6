"""`read`: the shape that others rely on, and bad documents beside good ones."""

import hashlib
import json

import pytest

from detente.documents import Document, Paragraph
from detente.errors import DocumentError, FileProblem, UsageError
from detente.suggest.syntax import Parse
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


def case_of(folder, document):
    digest = hashlib.sha256(document.read_bytes()).hexdigest()
    path = folder / "case.yaml"
    path.write_text(
        f"""format: dispute-case/1
case: {{id: ford, title: The ford, question: Who crosses?}}
sources:
  "7": {{title: A, issued: 2017-11-13..2017-11-17, sha256: "{digest}"}}
actors:
  up: {{name: Uplanders, role: decides}}
options:
  up.cross: {{label: Cross}}
status_quo: {{up.cross: no}}
preferences:
  up: [{{want: up.cross, label: Cross, because: [{{modeller: a test}}]}}]
""",
        encoding="utf-8",
    )
    return str(path)


def test_a_case_dates_its_sources_and_names_its_actors(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Last Friday the Uplanders met Russia.", encoding="utf-8")
    [bare] = read_documents([path]).data["documents"]
    assert (bare["date"], [s["date"] for s in bare["suggestions"] if s["kind"] == "date"]) == (
        None,
        [None],
    )
    outcome = read_documents([path], case_of(tmp_path, path))
    [one] = outcome.data["documents"]
    assert one["date"] == "2017-11-13..2017-11-17"
    assert [s["date"] for s in one["suggestions"] if s["kind"] == "date"] == ["2017-11-10"]
    assert ["up"] in [s["actor"] for s in one["suggestions"] if s["kind"] == "actor"]
    assert "date: 2017-11-13..2017-11-17 (source 7 of the case)" in outcome.text


def test_what_a_document_states_goes_before_the_case(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The ford\n25 May 2018", encoding="utf-8")
    [one] = read_documents([path], case_of(tmp_path, path)).data["documents"]
    assert one["date"] == "2018-05-25"


def test_with_a_parser(folder, monkeypatch):
    asked = []

    def parser(sentences):
        asked.extend(text for text, _ in sentences)
        lengths = [len(words) for _, words in sentences]
        return [Parse(("X",) * n, ("dep",) * n, (0,) * n) for n in lengths]

    monkeypatch.setattr(reading, "load_parser", lambda: parser)
    read_documents([folder / "a.txt"])
    assert not asked
    read_documents([folder / "a.txt"], parser=True)
    assert "Japan met Russia." in asked


def test_a_pull_quote_is_named_and_its_suggestions_are_given_once(tmp_path):
    said = "Japan rejected the offer of Russia to share the four islands in the north"
    file = tmp_path / "a.txt"
    file.write_text(f"{said}\nAt the talks {said}, to the surprise of all.\n", encoding="utf-8")
    outcome = read_documents([file])
    (document,) = outcome.data["documents"]
    assert [p.get("repeats") for p in document["paragraphs"]] == [2, None]
    events = [s["paragraph"] for s in document["suggestions"] if s["kind"] == "event"]
    assert events == [2]
    assert "[repeats 2] Japan rejected" in outcome.text
