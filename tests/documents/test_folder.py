"""Which files of a folder are documents."""

import pytest

from detente.documents.folder import documents_in, shown
from detente.errors import FileProblem


def names(folder):
    return [p.relative_to(folder).as_posix() for p in documents_in([folder])]


def test_documents_at_any_depth_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a.PDF", "sub/c.md", "case.yaml", ".hidden.txt", ".detente/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert names(tmp_path) == ["a.PDF", "b.txt", "sub/c.md"]


def test_links_that_lead_out_are_not_followed(tmp_path):
    (tmp_path / "secret.txt").touch()
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "own.txt").touch()
    (folder / "in.txt").symlink_to(folder / "own.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    assert names(folder) == ["in.txt", "own.txt"]


def test_a_file_is_taken_as_it_is_given(tmp_path):
    path = tmp_path / "a.xyz"
    path.touch()
    assert list(documents_in([path])) == [path]


def test_what_is_missing_is_said(tmp_path):
    with pytest.raises(FileProblem, match="no such file or folder"):
        list(documents_in([tmp_path / "none"]))


def test_bytes_that_are_no_text_are_spelt_out():
    assert shown("é\udce9") == "é\\udce9"
