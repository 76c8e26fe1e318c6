"""Gather the text of one paragraph out of a marked-up source, piece by piece, with its places."""

from __future__ import annotations

import re

from detente.documents.paragraph import Paragraph, Run

__all__ = ["Pieces"]

_PARTS = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f\0]+")


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
        self._space: tuple[int, int, bool] | None = None
        self._literal = False

    def add(self, text: str, start: int) -> None:
        """Add text as it stands in the source from `start` on; zeros stand for what is left out."""
        for match in _PARTS.finditer(text):
            a, b = start + match.start(), start + match.end()
            if match[0][0] in " \t\r\n\f":
                self.space(a, b, literal=match[0] == " ")
            else:
                self.put(match[0], a, b, literal=True)

    def space(self, start: int, end: int, *, literal: bool = False) -> None:
        """Add white space that stands in a span; leading space and all but one are dropped."""
        if self._texts and self._space:
            self._space = (self._space[0], end, False)
        elif self._texts:
            self._space = (start, end, literal)

    def put(self, text: str, start: int, end: int, *, literal: bool = False) -> None:
        """Add a text that a span of the source stands for; `literal` if it is what stands there."""
        if self._space:
            start_of_space, end_of_space, plain = self._space
            self._space = None
            self._join(" ", start_of_space, end_of_space, plain)
        self._join(text, start, end, literal)

    def _join(self, text: str, start: int, end: int, literal: bool) -> None:
        if literal and self._literal and self._spans[-1][1] == start:
            self._texts[-1] += text
            self._spans[-1] = (self._spans[-1][0], end)
        else:
            self._texts.append(text)
            self._spans.append((start, end))
        self._literal = literal

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
        plain = len(runs) == 1 and self._literal
        return Paragraph(number, text, start, end, furniture, () if plain else tuple(runs))
