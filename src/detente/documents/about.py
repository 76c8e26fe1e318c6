"""What a document says about itself, each value with the place that says so; nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = ["SILENT", "About", "Fact"]


@dataclass(frozen=True)
class Fact:
    """A value and where it was read.

    `deduced` marks a value that nothing states in so many words: `where` is then the reason. A
    reader never deduces; an analyst may.

    >>> Fact("2018-05-25", "paragraph 2").where
    'paragraph 2'
    """

    value: str
    where: str
    deduced: bool = False


@dataclass(frozen=True)
class About:
    """Title, author, publisher and date of a document, as far as it states them.

    `date` is the day, month or year (`2018-05-25`, `2018-05`, `2018`) that the document gives as
    its own; `created` is when the file was made, which is no evidence of the other.

    >>> About(title=Fact("The ford", "title")).author is None
    True
    """

    title: Fact | None = None
    author: Fact | None = None
    publisher: Fact | None = None
    date: Fact | None = None
    created: Fact | None = None

    def over(self, other: About) -> About:
        """Return these facts, completed by those of another where there is none.

        >>> About(date=Fact("2018", "a")).over(About(Fact("T", "b"), date=Fact("1999", "b"))).date.value
        '2018'
        """
        return About(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(About)))


SILENT = About()
"""What a document that says nothing about itself says."""
