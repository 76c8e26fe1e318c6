"""Whether references can be pointed at: documents at hand, paragraphs there, anchors found."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from detente.evidence import Reference, Source
from detente.evidence.anchors import open_library

TEXT = "Title\n\nThe river is high.\n\nThe board will vote in June.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def reference(text: str, anchor: str = "") -> Reference:
    return Reference.model_validate({"at": text, "anchor": anchor})


@pytest.mark.parametrize(
    ("source", "status", "note"),
    [
        (Source(title="x", file="report.txt"), "at hand", ""),
        (Source(title="x", file="documents/report.txt"), "at hand", ""),
        (Source(title="x"), "not at hand", "the source names no file"),
        (Source(title="x", file="lost.txt"), "not at hand", "no file lost.txt"),
        (Source(title="x", file="y" * 5000), "not at hand", "no file y"),
        (
            Source(title="x", file="report.txt", sha256="0" * 64),
            "another version",
            "report.txt is not the file recorded",
        ),
    ],
)
def test_documents(folder: Path, source: Source, status: str, note: str) -> None:
    state = open_library({"r": source}, [folder]).states["r"]
    assert state.status == status
    assert state.note.startswith(note)
    assert (state.document is not None) == (status == "at hand")


def test_a_document_with_its_recorded_digest_is_at_hand(folder: Path) -> None:
    digest = hashlib.sha256((folder / "report.txt").read_bytes()).hexdigest()
    source = Source(title="x", file="report.txt", sha256=digest)
    assert open_library({"r": source}, [folder]).states["r"].status == "at hand"


def test_a_document_that_is_no_text_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"\x00\xff\xfe\x01" * 40)
    state = open_library({"r": Source(title="x", file="report.txt")}, [tmp_path]).states["r"]
    assert (state.status, state.document) == ("unreadable", None)
    assert state.note


@pytest.mark.parametrize(
    ("at", "anchor", "trouble"),
    [
        ("r¶2", "", ""),
        ("r¶2", "river is  HIGH", ""),
        ("r¶2", "vote in June", "the anchor is not found in r¶2; it stands in paragraph 3"),
        ("r¶2", "a bridge", "the anchor is not found in r¶2"),
        ("r¶9", "", "`r¶9`: the document has 3 paragraphs"),
        ("q¶9", "a bridge", ""),
    ],
)
def test_troubles(folder: Path, at: str, anchor: str, trouble: str) -> None:
    sources = {"r": Source(title="x", file="report.txt"), "q": Source(title="y", file="lost.txt")}
    library = open_library(sources, [folder])
    assert library.trouble(reference(at, anchor)) == trouble
    assert library.troubles([reference(at, anchor)]) == ([trouble] if trouble else [])


def test_paragraphs(folder: Path) -> None:
    library = open_library({"r": Source(title="x", file="report.txt")}, [folder])
    assert library.paragraph(reference("r¶2")) == "The river is high."
    assert library.paragraph(reference("r¶9")) is None
    assert library.paragraph(reference("q¶1")) is None
    assert library.trouble(Reference.model_validate("e1")) == ""


@pytest.mark.parametrize("file", ["../secret.txt", "{outside}", "documents/../../secret.txt"])
def test_a_case_cannot_point_outside_its_folders(tmp_path, file):
    secret = tmp_path / "secret.txt"
    secret.write_text("not yours")
    folder = tmp_path / "case"
    (folder / "documents").mkdir(parents=True)
    source = Source(title="A", file=file.format(outside=secret))
    library = open_library({"a": source}, [folder, folder / "documents"])
    assert library.states["a"].status == "not at hand"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("not yours")
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.txt").symlink_to(secret)
    library = open_library({"a": Source(title="A", file="a.txt")}, [folder])
    assert library.states["a"].status == "not at hand"
