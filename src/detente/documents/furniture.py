"""Mark page furniture in running text: share lines, sign-up lines, and what follows an article.

Marks are cautious: a paragraph is marked if the whole of it is a phrase that pages use around
their articles, or if it stands after such a phrase at the end, among short lines. Nothing is
dropped, so a wrong mark loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.documents.paragraph import Paragraph

__all__ = ["marked", "phrase_of"]

_PHRASES = {
    "share line": r"(share|tweet|e-?mail|print|pin it|whatsapp|facebook|twitter|linkedin)"
    r"( (this|on|via|to)( \w+){0,3})?|follow us( on .{0,40})?|save",
    "sign-up": r"sign up( .{0,60})?|subscribe( .{0,60})?|log ?in|register|newsletters?|home delivery|"
    r"(get|join) our .{0,40}newsletter.{0,40}",
    "comment form": r"what do you think\?|notify of|inline feedbacks|view all comments|leave a reply|"
    r"comments?( \(?\d+\)?)?|post a comment|\d+ comments?",
    "link": r"view profile|read more( .{0,60})?|more (in|from) .{0,40}|explore our related content|"
    r"related( \w+)?|related (articles|content|topics|stories) ?.{0,20}|article search|most read|"
    r"trending( now)?|recommended( for you)?|you may also like|back to top|skip to .{0,30}|"
    r"(next|previous) article|news wrap|search|menu|home",
    "notice": r"(copyright|©|\(c\)).{0,120}|all rights reserved\.?|(privacy|cookie) policy|"
    r"terms (of|and) .{0,30}|we use cookies.{0,200}",
    "advertisement": r"advertisements?|sponsored( content)?|continue reading( below)?",
    "stray mark": r"in ,|[|•·—–\-*_=\s]+",
}
_KINDS = {
    kind: re.compile(rf"(?:{phrase})[\s:»›→]*", re.IGNORECASE) for kind, phrase in _PHRASES.items()
}
_LONGEST_PHRASE = 250
_LONGEST_TRAILER = 300
_OPENS_TAIL = ("share line", "sign-up", "comment form", "link", "notice")


def phrase_of(text: str) -> str:
    """Return what kind of furniture a paragraph is by its words alone, or an empty text.

    >>> phrase_of("View profile"), phrase_of("Sign up"), phrase_of("The ford is open.")
    ('link', 'sign-up', '')
    """
    bare = text.strip()
    if len(bare) > _LONGEST_PHRASE:
        return ""
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(bare)), "")


def marked(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs with page furniture marked; marks that are there already are kept.

    In the second half of a document all paragraphs from such a phrase on are marked, if there is
    no long one among them: they are titles and blurbs of other pages.

    >>> from detente.documents.paragraph import split_paragraphs
    >>> lines = ["The ford", "It is open.", "So he said.", "More in this section", "A poet is dead"]
    >>> [p.furniture for p in marked(split_paragraphs(chr(10).join(lines)))]
    ['', '', '', 'link', 'after the article']
    """
    known = [p if p.furniture else _with(p, phrase_of(p.text)) for p in paragraphs]
    start = _tail(known)
    return tuple(
        _with(p, p.furniture or "after the article" * (k >= start)) for k, p in enumerate(known)
    )


def _with(paragraph: Paragraph, furniture: str) -> Paragraph:
    return replace(paragraph, furniture=furniture) if furniture else paragraph


def _tail(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index at which what follows the article begins (their number, if nothing does)."""
    start = len(paragraphs)
    for k in range(len(paragraphs) - 1, len(paragraphs) // 2 - 1, -1):
        if paragraphs[k].furniture in _OPENS_TAIL:
            start = k
        elif len(paragraphs[k].text) > _LONGEST_TRAILER:
            break
    return start
