"""The file of a library: made where there is none, made anew where it is no library."""

import sqlite3

import pytest

from detente.documents import library_base
from detente.documents.library import open_document_library
from detente.errors import FileProblem


def note(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path):
    return tmp_path / ".detente" / "library.sqlite"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_library_is_made_anew(tmp_path, place, content):
    place.parent.mkdir()
    place.write_bytes(content)
    path = note(tmp_path, "a.txt", "x")
    with open_document_library(place, tmp_path) as library:
        assert library.update([path]).read == ("a.txt",)


def test_a_torn_library_is_made_anew(tmp_path, place):
    paths = [note(tmp_path, f"{n}.txt", f"word{n} " * 500) for n in range(30)]
    with open_document_library(place, tmp_path) as library:
        library.update(paths)
    data = bytearray(place.read_bytes())
    data[4096 : len(data) // 2] = bytes(len(data) // 2 - 4096)
    place.write_bytes(data)
    with open_document_library(place, tmp_path) as library:
        library.update(paths)
        assert len(library.search("word29")) == 1


def test_one_of_another_version_is_made_anew(tmp_path, place):
    with open_document_library(place, tmp_path):
        pass
    with sqlite3.connect(place) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with open_document_library(place, tmp_path) as library:
        assert library.documents() == []


def test_a_file_that_another_keeps_is_refused_in_the_end_not_deleted(tmp_path, monkeypatch):
    place = tmp_path / "library.sqlite"
    held = sqlite3.connect(place, isolation_level=None)
    held.execute("CREATE TABLE mine (x)")
    held.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(library_base, "_PATIENCE", 0.05)
    tries = []
    connect = sqlite3.connect

    def impatient(file, timeout):
        tries.append(file)
        return connect(file, timeout=0)

    monkeypatch.setattr(library_base.sqlite3, "connect", impatient)
    with pytest.raises(FileProblem, match="database is locked"), open_document_library(place):
        pass
    assert len(tries) > 1
    held.execute("ROLLBACK")
    assert held.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
    held.close()
