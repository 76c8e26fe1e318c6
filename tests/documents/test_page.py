"""Web pages: blocks in their order, each with its place; live parts passed over."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.page import declared_encoding, page


def texts(source):
    return [p.text for p in page(source)[0]]


def test_blocks_are_paragraphs():
    assert texts("<h1>A</h1><p>b<p>c<ul><li>d<li>e</ul>f<blockquote>g</blockquote>") == list(
        "Abcdefg"
    )


def test_rows_are_paragraphs_and_line_breaks_are_spaces():
    assert texts("<table><tr><td>1<td>2<tr><td>3</table><p>a<br>b</p>") == ["1 2", "3", "a b"]


def test_marks_inside_a_paragraph_are_left_out_and_places_lead_to_them():
    source = "<p>The <b>ford</b> of\n  R&amp;D &#8211; open</p>"
    [paragraph] = page(source)[0]
    assert paragraph.text == "The ford of R&D – open"
    for word, written in [
        ("ford", "ford"),
        ("R&D", "R&amp;D"),
        ("–", "&#8211;"),
        ("of R", "of\n  R"),
    ]:
        at = paragraph.text.index(word)
        assert source[slice(*paragraph.origin(at, at + len(word)))] == written


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "&amp;", "&lt;", "x y", "\n", "<!--", "-->", "<", "é"]
        )
    )
)
def test_every_place_holds_its_word(parts):
    source = "".join(parts)
    for p in page(source)[0]:
        for word in re.finditer(r"[xyé]+", p.text):
            a, b = p.origin(*word.span())
            assert html.unescape(re.sub(r"<[^>]*>", "", source[a:b])) == word[0]
        assert p.runs or source[p.start : p.end] == p.text


@pytest.mark.parametrize(
    "tag", ["script", "style", "template", "noscript", "svg", "iframe", "textarea"]
)
def test_live_parts_are_passed_over(tag):
    assert texts(f"<p>a</p><{tag} x=1>b <p>c</p></{tag.upper()} ><p>d") == ["a", "d"]
    assert texts(f"<p>a</p><{tag}>b") == ["a"]


def test_comments_and_declarations_are_passed_over():
    assert texts("<!doctype html><p>a<!-- <p>b -->c<![CDATA[d]]><?e?><!-- f") == ["ac"]
    assert texts('<!DOCTYPE d [<!ENTITY x "boom">]><p>&x; y') == ["&x; y"]


def test_references_after_the_last_tag():
    assert texts("<p>a &amp; b &lt c &#x41; d &; e") == ["a & b < c A d &; e"]


def test_a_zero_reference_is_no_zero():
    assert texts("<p>a&#0;b") == ["a\ufffdb"]


def test_furniture():
    source = (
        "<header>Site</header><nav><a>Home</a></nav><main><article><header>Title</header><p>Body."
        "</article></main><div class='share'><p>On</div><footer>End</footer>"
    )
    assert [(p.text, p.furniture) for p in page(source)[0]] == [
        ("Site", "header"), ("Home", "menu"), ("Title", ""), ("Body.", ""),
        ("On", "share link"), ("End", "footer"),
    ]  # fmt: skip


def test_furniture_ends_with_its_element():
    found = page("<div class=menu>a<div>b</div></div>c<p>d")[0]
    assert [(p.text, bool(p.furniture)) for p in found] == [
        ("a", True), ("b", True), ("c", False), ("d", False),
    ]  # fmt: skip


def test_an_end_without_a_start_closes_nothing():
    found = page("<nav>a</section></div>b</nav>c")[0]
    assert [(p.text, p.furniture) for p in found] == [("ab", "menu"), ("c", "")]


def test_what_a_page_says_of_itself():
    about = page(
        "<title> The\n ford </title><meta name=author content='Ann Lee'>"
        "<meta property='og:site_name' content='River Review'>"
        "<meta property='article:published_time' content='2018-05-25T08:30:00Z'>"
        "<meta name=date content='1999-01-01'>"
    )[1]
    assert (about.title.value, about.author.value, about.publisher.value) == (
        "The ford", "Ann Lee", "River Review",
    )  # fmt: skip
    assert (about.date.value, about.date.where) == ("2018-05-25", "meta `article:published_time`")


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("<time datetime='2016-12-15' itemprop=datePublished>", "2016-12-15"),
        ("<time pubdate datetime='2016-12'>", "2016-12"),
        ("<time datetime='1956-10-19'>", None),
        ("<meta name=date content='yesterday'>", None),
        ("<meta name=date content='25 May 2018'>", "2018-05-25"),
    ],
)
def test_only_a_date_that_is_said_to_be_that_of_the_page(source, day):
    date = page(source)[1].date
    assert (date and date.value) == day


def test_the_stated_encoding():
    assert declared_encoding(b'<meta http-equiv=x content="text/html; charset=KOI8-R">') == "KOI8-R"
    assert declared_encoding("x".encode("utf-16")) == "utf-16"
    assert declared_encoding(b"<p>charset=x") == ""
