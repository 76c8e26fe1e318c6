"""Turn the source of a web page into paragraphs, each with its place in that source.

Nothing is fetched, run or expanded: scripts, styles and comments are passed over, entities other
than characters stay as they are written, and links lead nowhere. The parser keeps a stack and no
tree, so depth costs nothing. What HTML5 would repair (a table in a paragraph, crossed tags) is read
in the order in which it stands.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import accumulate

from detente.documents.about import About, Fact
from detente.documents.furniture import marked
from detente.documents.linked_data import linked_facts
from detente.documents.paragraph import Paragraph, next_number
from detente.documents.pieces import Pieces
from detente.documents.places_on_page import reason_of
from detente.documents.stated import iso_date

__all__ = ["declared_encoding", "page"]

_PASSED_OVER = re.compile(
    r"<!--.*?(?:-->|\Z)|<!DOCTYPE[^>\[]*\[.*?(?:\]\s*>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*(?:>|\Z)"
    r"|<(script|style|template|noscript|svg|math|iframe|object|textarea|select)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_REFERENCE = re.compile(r"&#?\w{1,32};?")
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body button caption center dd details dialog div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li "
        "main menu nav ol option p pre section summary table tbody tfoot thead title tr ul",
    )
)
_VOID = frozenset(
    re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr")
)
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_META = {
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"),
    "publisher": ("publisher", "dc.publisher", "dcterms.publisher", "og:site_name"),
    "date": (
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "pubdate",
        "publish-date",
        "citation_publication_date",
        "parsely-pub-date",
    ),
    "title": ("og:title", "dc.title", "citation_title"),
}


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page states in its bytes, or an empty text.

    >>> declared_encoding(b"<meta charset='utf-8'>")
    'utf-8'
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def page(source: str) -> tuple[tuple[Paragraph, ...], About]:
    """Return the paragraphs of a page and what it states about itself.

    Paragraphs are its blocks (headings, list items, rows of tables), in their order. Offsets count
    in `source`. Raises nothing: whatever is no tag is text.

    >>> source = "<title>Ford</title><nav>Home</nav><p>Open &amp; <b>dry</b>.</p>"
    >>> paragraphs, about = page(source)
    >>> [(p.text, p.furniture) for p in paragraphs], about.title.value
    ([('Home', 'menu'), ('Open & dry.', '')], 'Ford')
    >>> source[slice(*paragraphs[1].origin(0, 6))]
    'Open &amp;'
    """
    parser = _Blocks(source)
    parser.run()
    return marked(parser.paragraphs), parser.about()


class _Blocks(HTMLParser):
    """Gather blocks. `open` holds, for each open element, its name and the furniture it makes."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        # zeros in place of what is passed over keep every offset; without them the parser would
        # search for the end of a comment that never ends again and again
        self.plain = _PASSED_OVER.sub(lambda m: "\0" * len(m[0]), source)
        self.lines = [0, *accumulate(len(line) + 1 for line in self.plain.split("\n"))]
        self.open: list[tuple[str, str]] = []
        self.names: Counter[str] = Counter()
        self.pieces = Pieces()
        self.paragraphs: list[Paragraph] = []
        self.stated: dict[str, Fact] = {}

    def run(self) -> None:
        last = self.plain.rfind(">") + 1
        self.feed(self.plain[:last])
        self.close()
        self.tail(last)
        self.flush()

    def tail(self, start: int) -> None:
        """Add what follows the last tag."""
        for match in _REFERENCE.finditer(self.plain, start):
            self.pieces.add(self.plain[start : match.start()], start)
            self.reference(match[0], match.start())
            start = match.end()
        self.pieces.add(self.plain[start:], start)

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.meta({k: v or "" for k, v in attrs})
            return
        outer = self.open[-1][1] if self.open else ""
        reason = reason_of(tag, attrs, outer, inside=self.names)
        if tag in _BLOCKS or reason != outer:
            self.flush()
        elif tag in ("br", "td", "th"):
            self.pieces.space(self.place(), self.place() + 1)
        if tag == "time":
            self.time(dict(attrs))
        if tag not in _VOID:
            self.open.append((tag, reason))
            self.names[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in _BLOCKS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.names[tag]:
            return
        while self.open:
            name, reason = self.open[-1]
            outer = self.open[-2][1] if len(self.open) > 1 else ""
            if name in _BLOCKS or reason != outer:
                self.flush()
            self.open.pop()
            self.names[name] -= 1
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self.pieces.add(data, self.place())

    def handle_entityref(self, name: str) -> None:
        self.written("&" + name)

    def handle_charref(self, name: str) -> None:
        self.written("&#" + name)

    def written(self, reference: str) -> None:
        start = self.place()
        self.reference(reference + ";" * self.source.startswith(";", start + len(reference)), start)

    def reference(self, written: str, start: int) -> None:
        text = html.unescape(written)
        self.pieces.put("\ufffd" if text in ("\0", "") else text, start, start + len(written))

    def flush(self) -> None:
        reason = self.open[-1][1] if self.open else ""
        paragraph = self.pieces.paragraph(next_number(len(self.paragraphs)), reason)
        self.pieces = Pieces()
        if paragraph is None:
            return
        if self.open and self.open[-1][0] == "title":
            self.state("title", paragraph.text, "the element `title`")
            return
        self.paragraphs.append(paragraph)

    def meta(self, attributes: dict[str, str]) -> None:
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop", "")
        )
        for kind, names in _META.items():
            if name.lower() in names:
                self.state(kind, attributes.get("content", ""), f"meta `{name}`")

    def time(self, attributes: dict[str, str | None]) -> None:
        if "pubdate" in attributes or attributes.get("itemprop") == "datePublished":
            self.state("date", attributes.get("datetime") or "", "the element `time`")

    def state(self, kind: str, value: str, where: str) -> None:
        value = " ".join(value.split())[:300]
        value = _day(value) if kind == "date" else value
        if value:
            self.stated.setdefault(kind, Fact(value, where))

    def about(self) -> About:
        for kind, value in linked_facts(self.source).items():
            self.state(kind, value, "JSON-LD")
        return About(**self.stated)


def _day(text: str) -> str:
    """Return a date as the page gives it: day, month or year."""
    match = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)", text)
    return iso_date(text) or (match[0] if match else "")
