"""The reader of Markdown."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import read
from detente.errors import MissingExtra


def texts(tmp_path, source):
    path = tmp_path / "a.md"
    path.write_bytes(source.encode())
    return [p.text for p in read(path).paragraphs]


def test_blocks_are_paragraphs_without_their_marks(tmp_path):
    source = (
        "# The *ford*\n\nIt is **open**, he\nsaid.\n\n- one\n- two\n\n> quoted\n> twice\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n```py\ncode\n```\n\n    more\n"
    )
    assert texts(tmp_path, source) == [
        "The ford", "It is open, he said.", "one", "two", "quoted twice",
        "a", "b", "c", "d", "code", "more",
    ]  # fmt: skip


def test_targets_of_links_are_left_out(tmp_path):
    source = 'See [the ford](http://x.example/a "the t") and ![a map](b.png) the t `x`, [y][z].\n\n[z]: q'
    assert texts(tmp_path, source) == ["See the ford and a map the t x, y."]


def test_places_lead_to_the_source(tmp_path):
    path = tmp_path / "a.md"
    path.write_text('R &amp; *D* \\* [the t](u "the t") the t', encoding="utf-8")
    document = read(path)
    [p] = document.paragraphs
    assert p.text == "R & D * the t the t"
    for word, written in [("&", "&amp;"), ("D", "D"), ("* ", "\\* ")]:
        at = p.text.index(word)
        assert document.text[slice(*p.origin(at, at + len(word)))] == written
    assert p.origin(len(p.text) - 5, len(p.text)) == (len(document.text) - 5, len(document.text))


@given(source=st.text(alphabet="ab *_`[]()<>&;#-\n\r|!\\", max_size=60))
def test_words_stand_where_they_are_said_to(source, tmp_path_factory):
    path = tmp_path_factory.mktemp("x") / "a.md"
    path.write_bytes(source.encode())
    document = read(path)
    for p in document.paragraphs:
        for k, letter in enumerate(p.text):
            if letter in "ab":
                assert document.text[slice(*p.origin(k, k + 1))] == letter


def test_the_head_of_the_file(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        '---\ntitle: "The ford"\nauthor: Ann Lee\ndate: 2018-05-25\n---\n\nBody', encoding="utf-8"
    )
    document = read(path)
    assert [p.text for p in document.paragraphs] == ["Body"]
    said = document.about
    assert (said.title.value, said.author.value, said.date.value) == (
        "The ford",
        "Ann Lee",
        "2018-05-25",
    )
    assert said.date.where == "the head of the file"


def test_without_the_package_it_says_what_to_install(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.touch()
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(MissingExtra, match=r"detente\[documents\]"):
        read(path)
