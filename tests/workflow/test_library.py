"""`library`: the documents of a case, read once and searched."""

import pytest

from detente.errors import UsageError
from detente.workflow.cases import new
from detente.workflow.library import search_library, update_library


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "river"
    new(folder, "The river")
    (folder / "documents" / "a.txt").write_text("The ford is open.", encoding="utf-8")
    return folder


def test_documents_are_read_once(case):
    first = update_library(str(case))
    assert (first.data["read"], first.data["unchanged"]) == (["documents/a.txt"], [])
    assert update_library(str(case)).data["unchanged"] == ["documents/a.txt"]
    assert first.text.startswith("1 document: 1 read, 0 unchanged")
    assert (case / ".detente" / "library.sqlite").exists()


def test_more_is_added_and_found(case, tmp_path):
    (tmp_path / "b.md").write_text("# The *ford*", encoding="utf-8")
    told = []
    found = update_library(str(case), [tmp_path / "b.md"], progress=told.append)
    assert [d["paragraphs"] for d in found.data["documents"]] == [1, 1]
    assert told == ["1 of 2: a.txt", "2 of 2: b.md"]
    hits = search_library(str(case), "ford").data["hits"]
    assert {h["text"] for h in hits} == {"The ford", "The ford is open."}
    assert hits[0].keys() == {"path", "paragraph", "start", "end", "text", "furniture"}


def test_it_may_be_deleted(case):
    update_library(str(case))
    (case / ".detente" / "library.sqlite").unlink()
    with pytest.raises(UsageError, match="no library yet"):
        search_library(str(case), "ford")
    assert update_library(str(case)).data["read"] == ["documents/a.txt"]


def test_a_case_file_stands_for_its_folder(case):
    assert update_library(str(case / "case.yaml")).data["read"] == ["documents/a.txt"]


def test_without_documents_and_for_a_shipped_case(case):
    (case / "documents" / "a.txt").unlink()
    with pytest.raises(UsageError, match="no documents in this case"):
        update_library(str(case))
    with pytest.raises(UsageError, match="keeps no library"):
        update_library("japan-russia")
