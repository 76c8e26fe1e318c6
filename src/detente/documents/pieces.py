"""Gather the text of one paragraph out of a marked-up source, piece by piece, with its places."""

from __future__ import annotations

import re

from detente.documents.paragraph import Paragraph, Run

__all__ = ["Pieces"]

_PARTS = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")


class Pieces:
    """Pieces of text in the order of the source; white space between them folds to one space.

    >>> pieces = Pieces()
    >>> pieces.add("the" + chr(10) + "ford", 3)
    >>> pieces.put("&", 11, 16)
    >>> pieces.paragraph(1).text, pieces.paragraph(1).start, pieces.paragraph(1).end
    ('the ford&', 3, 16)
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._space: tuple[int, int] | None = None

    def add(self, text: str, start: int) -> None:
        """Add text as it stands in the source from `start` on."""
        for match in _PARTS.finditer(text):
            a, b = start + match.start(), start + match.end()
            if match[0][0] in " \t\r\n\f":
                self.space(a, b)
            else:
                self.put(match[0], a, b)

    def space(self, start: int, end: int) -> None:
        """Add white space that stands in a span; leading space and all but one are dropped."""
        if self._texts:
            self._space = (self._space[0] if self._space else start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text that a span of the source stands for."""
        if self._space:
            self._join(" ", *self._space)
            self._space = None
        self._join(text, start, end)

    def _join(self, text: str, start: int, end: int) -> None:
        literal = len(text) == end - start
        if literal and self._spans and self._spans[-1][1] == start and self._literal():
            self._texts[-1] += text
            self._spans[-1] = (self._spans[-1][0], end)
        else:
            self._texts.append(text)
            self._spans.append((start, end))

    def _literal(self) -> bool:
        start, end = self._spans[-1]
        return len(self._texts[-1]) == end - start

    def paragraph(self, number: int, furniture: str = "") -> Paragraph | None:
        """Return what was gathered as a paragraph; None if there is nothing to see in it."""
        text = "".join(self._texts)
        if not text.strip():
            return None
        start, end = self._spans[0][0], self._spans[-1][1]
        runs, at = [], 0
        for piece, span in zip(self._texts, self._spans, strict=True):
            runs.append(Run(at, *span))
            at += len(piece)
        plain = len(runs) == 1 and len(text) == end - start
        return Paragraph(number, text, start, end, furniture, () if plain else tuple(runs))
