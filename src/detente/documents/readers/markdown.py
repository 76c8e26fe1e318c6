"""Read Markdown (CommonMark, with tables): every block is a paragraph, its marks left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from detente.documents.about import About, Fact
from detente.documents.content import bytes_of, utf8
from detente.documents.furniture import marked
from detente.documents.paragraph import Document, Paragraph, next_number
from detente.documents.pieces import Pieces
from detente.documents.readers import Reader, missing
from detente.documents.stated import about_lines, iso_date

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["MEMBER", "read"]

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(title|author|publisher|date):[ \t]*([^\n]{1,300})", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")
_FENCES = re.compile(r"(?m)^[ \t>]*(?:```|~~~)[^\n]*")
_TARGET = re.compile(r"[^\]\n]{0,20}\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])?")
_CODE = ("fence", "code_block")


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a Markdown file in UTF-8; offsets count in its source.

    Title, author, publisher and date are read from its head (`---`) where there is one. HTML in
    it is passed over. Raises what the reader of plain text raises, and `MissingExtra`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "ford.md"
    ...     _ = path.write_text("# The *ford*" + chr(10) + chr(10) + "- It is **open**.")
    ...     [p.text for p in read(path).paragraphs]
    ['The ford', 'It is open.']
    """
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise missing("markdown-it-py", path) from None
    data = bytes_of(path)
    source = utf8(data, str(path))
    head = _FRONT.match(source)
    body = re.sub(r"[^\n]", " ", source[: head.end()]) + source[head.end() :] if head else source
    # the parser reads other line ends as \n; of the same length, they keep every offset
    plain = body.replace("\r\n", " \n").replace("\r", "\n")
    parser = MarkdownIt("commonmark").enable("table").disable("text_join")  # entities stay apart
    paragraphs = marked(_paragraphs(parser.parse(plain), plain))
    about = _head(head[1] if head else "").over(about_lines(paragraphs))
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        name or Path(path).stem, digest, source, paragraphs, about, "the Markdown source"
    )


def _head(text: str) -> About:
    found: dict[str, Fact] = {}
    for match in _FIELD.finditer(text):
        kind, value = match[1].lower(), match[2].strip().strip("\"'")
        value = iso_date(value) if kind == "date" else value
        if value:
            found.setdefault(kind, Fact(value, "the head of the file"))
    return About(**found)


def _paragraphs(tokens: Sequence[Token], source: str) -> Iterator[Paragraph]:
    """Yield the blocks; the inline content of each is looked for in the lines that it spans."""
    lines = [0, *(end.end() for end in _LINE_END.finditer(source)), len(source)]
    count, cursor = 0, 0
    for token in tokens:
        if token.map is None or token.type not in ("inline", *_CODE):
            continue
        start, stop = lines[token.map[0]], min(lines[token.map[1]], len(source))
        cursor = max(cursor, start)  # the cells of a row share their line
        pieces = Pieces()
        cursor = _gather(token, source, cursor, stop, pieces)
        paragraph = pieces.paragraph(next_number(count))
        if paragraph:
            yield paragraph
            count += 1


def _gather(block: Token, source: str, cursor: int, stop: int, pieces: Pieces) -> int:
    """Add the text of a block to `pieces`; return where it ends in the source."""
    if block.type in _CODE:
        fenced = block.type == "fence"
        pieces.add(
            _FENCES.sub(_blank, source[cursor:stop]) if fenced else source[cursor:stop], cursor
        )
        return stop
    for token in _leaves(block.children or ()):
        if token.type in ("softbreak", "hardbreak"):
            end = source.find("\n", cursor, stop)
            pieces.space(cursor, max(cursor, end) + 1)
            cursor = max(cursor, end + 1)
            continue
        if token.type == "link_close":
            target = _TARGET.match(source, cursor, stop)
            cursor = target.end() if target else cursor
            continue
        special = token.type == "text_special"
        written = token.markup if special else token.content
        at = source.find(written, cursor, stop)
        if at < 0:
            cursor = _word_by_word(written, source, cursor, stop, pieces)
            continue
        cursor = at + len(written)
        if special:
            pieces.put(token.content, at, cursor)
        elif token.type != "html_inline":
            pieces.add(written, at)
    return cursor


def _word_by_word(written: str, source: str, cursor: int, stop: int, pieces: Pieces) -> int:
    """Add what the parser changed: words that stand in the source at their place, others by guess."""
    for word in written.split():
        at = source.find(word, cursor, stop)
        pieces.space(cursor, max(cursor, at))
        if at < 0:
            pieces.put(word, cursor, cursor)
        else:
            pieces.add(word, at)
            cursor = at + len(word)
    return cursor


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _leaves(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield what holds text, or text that is none: words, code, breaks, ends of links, tags."""
    for token in tokens:
        if token.type == "image":
            yield from _leaves(token.children or ())
            yield token.copy(type="link_close")
        elif token.content or token.type in ("softbreak", "hardbreak", "link_close"):
            yield token


MEMBER = Reader("markdown", "Markdown", (".md", ".markdown"), read, apart=1 << 16)
