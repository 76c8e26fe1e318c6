"""Lines: made of words, inlines and other lines."""

from __future__ import annotations

from detente.report.inlines import Cite, Cites, Code, Link, Strong, Text, line, plain, started


def test_a_line_is_flat_and_drops_empty_words() -> None:
    inner = line("b", Strong("c"))
    assert line("a", "", inner, Code("d")) == (Text("a"), Text("b"), Strong("c"), Code("d"))


def test_references_are_shown_in_brackets() -> None:
    cites = Cites((Cite("000¶1", "ref-000-1"), Cite("001¶2", "ref-001-2")))
    assert plain(line("It is so", cites, ".")) == "It is so [000¶1, 001¶2]."


def test_started_touches_words_only() -> None:
    assert plain(started(line("it", " is"))) == "It is"
    link = line(Link("lower", "x"))
    assert started(link) == link
    assert started(()) == ()
