"""The library: incremental, safe to stop, safe to delete, and search that takes any words."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import library as module
from detente.documents.library import open_document_library
from detente.errors import FileProblem, MissingExtra, UsageError


def note(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path):
    return tmp_path / ".detente" / "library.sqlite"


def test_unchanged_documents_are_not_read_again(tmp_path, place, monkeypatch):
    paths = [note(tmp_path, f"{k}.txt", f"number {k}") for k in "abc"]
    with open_document_library(place, tmp_path) as library:
        assert library.update(paths).read == ("a.txt", "b.txt", "c.txt")
    monkeypatch.setattr(module, "read", None)
    with open_document_library(place, tmp_path) as library:
        os.utime(paths[0])
        assert library.update(paths).unchanged == ("a.txt", "b.txt", "c.txt")


def test_changed_and_gone_documents(tmp_path, place):
    a, b = note(tmp_path, "a.txt", "old words"), note(tmp_path, "b.txt", "others")
    with open_document_library(place, tmp_path) as library:
        library.update([a, b])
        note(tmp_path, "a.txt", "new words")
        b.unlink()
        done = library.update([a])
        assert (done.read, done.gone) == (("a.txt",), ("b.txt",))
        assert library.search("old") == library.search("others") == []
        assert [h.text for h in library.search("words")] == ["new words"]
        assert [s.path for s in library.documents()] == ["a.txt"]


def test_what_was_added_once_is_looked_after(tmp_path, place):
    elsewhere = note(tmp_path.parent, f"{tmp_path.name}.txt", "far")
    with open_document_library(place, tmp_path) as library:
        assert library.update([elsewhere]).read == (str(elsewhere.resolve()),)
        assert library.update([]).unchanged == (str(elsewhere.resolve()),)


def test_a_bad_document_does_not_stop_the_others_and_is_tried_when_changed(tmp_path, place):
    bad, good = note(tmp_path, "bad.txt", "a\0"), note(tmp_path, "good.txt", "fine")
    with open_document_library(place, tmp_path) as library:
        done = library.update([bad, good])
        assert (done.failed, done.read) == (("bad.txt",), ("good.txt",))
        assert "a zero byte" in library.documents()[0].problem
        assert library.update([bad]).failed == ()
        note(tmp_path, "bad.txt", "mended")
        assert library.update([bad]).read == ("bad.txt",)
        assert library.documents()[0].problem == ""


def test_what_lacks_a_package_is_tried_again(tmp_path, place, monkeypatch):
    path = note(tmp_path, "a.txt", "x")

    def lacking(_):
        raise MissingExtra("not there")

    with open_document_library(place, tmp_path) as library:
        with monkeypatch.context() as patch:
            patch.setattr(module, "read", lacking)
            assert library.update([path]).failed == ("a.txt",)
        assert library.update([path]).read == ("a.txt",)


def test_the_folder_may_be_moved(tmp_path):
    old = tmp_path / "old"
    old.mkdir()
    path = note(old, "a.txt", "x")
    with open_document_library(old / "l.sqlite", old) as library:
        library.update([path])
    new = old.rename(tmp_path / "new")
    with open_document_library(new / "l.sqlite", new) as library:
        assert library.update([new / "a.txt"]).unchanged == ("a.txt",)


def test_furniture_comes_last(tmp_path, place):
    path = note(tmp_path, "a.html", "<nav>peace</nav><p>they spoke of nothing but of peace at last")
    with open_document_library(place, tmp_path) as library:
        library.update([path])
        assert [h.furniture for h in library.search("PEACE")] == ["", "menu"]


def test_phrases_endings_and_accents(tmp_path, place):
    path = note(tmp_path, "a.txt", "The peace treaty\nA treaty for peace\nKuril cafés")
    with open_document_library(place, tmp_path) as library:
        library.update([path])
        assert {h.number for h in library.search("treaty peace")} == {1, 2}
        assert [h.number for h in library.search('"peace treaty"')] == [1]
        assert [h.number for h in library.search("kur* cafes")] == [3]
        assert len(library.search("treaty", most=1)) == 1
        with pytest.raises(UsageError, match="no word"):
            library.search(" *\" -- '")


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    with open_document_library(tmp_path_factory.mktemp("x") / "l.sqlite") as library:
        yield library


@given(words=st.text())
def test_no_words_are_commands(words, empty):
    try:
        assert empty.search(words) == []
    except UsageError:
        assert not any(c.isalnum() for c in words)


def test_a_library_that_cannot_be_made(tmp_path):
    (tmp_path / "a").touch()
    with (
        pytest.raises(FileProblem, match="cannot open the library"),
        open_document_library(tmp_path / "a" / "l"),
    ):
        pass


def test_a_failure_half_way_through_a_document_enters_nothing_of_it(tmp_path, place):
    path = note(tmp_path, "a.txt", "first\nsecond")
    with open_document_library(place, tmp_path) as library:
        library.base.execute(
            "CREATE TEMP TRIGGER stop BEFORE INSERT ON paragraph WHEN new.number = 2"
            " BEGIN SELECT RAISE(ABORT, 'stopped'); END"
        )
        with pytest.raises(sqlite3.Error):
            library.update([path])
        library.base.execute("DROP TRIGGER stop")
        assert library.documents() == library.search("first") == []
        assert library.update([path]).read == ("a.txt",)


def test_two_at_once(tmp_path, place):
    paths = [note(tmp_path, f"{n}.txt", f"word{n}") for n in range(4)]
    with (
        open_document_library(place, tmp_path) as one,
        open_document_library(place, tmp_path) as two,
    ):
        one.update(paths[:2])
        assert two.update(paths).unchanged == ("0.txt", "1.txt")
        assert len(one.search("word3")) == 1


def test_many_make_it_at_once(tmp_path):
    # ten in a hundred of these rounds failed before opening was patient
    for n in range(30):
        folder = tmp_path / str(n)

        def opened(_, folder=folder):
            with open_document_library(folder / "library.sqlite", folder) as library:
                return library.documents()

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(opened, range(24))) == [[]] * 24


@pytest.mark.slow
def test_killed_at_any_moment_it_opens_again(tmp_path, place):
    paths = [note(tmp_path, f"{n:03}.txt", f"word{n} treaty\n" * 300) for n in range(60)]
    code = (
        "import sys; from pathlib import Path; from detente.documents.library import *\n"
        "root = Path(sys.argv[1])\n"
        "with open_document_library(root / '.detente' / 'library.sqlite', root) as library:\n"
        "    library.update(sorted(root.glob('*.txt')), lambda t: print(t, flush=True))\n"
    )
    for seconds in (0, 0.02, 0.05, 0.1):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        with open_document_library(place, tmp_path) as library:
            for one in library.documents():
                count = "SELECT count(*) FROM paragraph JOIN document d ON d.id = document WHERE path = ?"
                assert (
                    library.base.execute(count, (one.path,)).fetchone()[0] == one.paragraphs == 300
                )
    with open_document_library(place, tmp_path) as library:
        library.update(paths)
        assert len(library.documents()) == 60
        assert len(library.search("word59", most=999)) == 300
