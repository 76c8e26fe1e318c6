"""Propose what a text may say, each proposal with its exact place and its reason; decide nothing.

`suggest` runs the shelf of suggesters over a document, offline and without a language model.
Whatever it returns waits for a person: nothing here enters a case by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.case.case import Case
from detente.documents import Document
from detente.documents.repeats import repeats
from detente.evidence.part import When
from detente.suggest.reading import read_closely
from detente.suggest.shelf import SUGGESTERS, Suggester
from detente.suggest.suggestion import KINDS, PLOVER, Suggestion
from detente.suggest.syntax import Parser, load_parser

__all__ = ["KINDS", "PLOVER", "SUGGESTERS", "Suggester", "Suggestion", "load_parser", "suggest"]


def suggest(
    document: Document,
    *,
    case: Case | None = None,
    date: When | None = None,
    only: Iterable[str] | None = None,
    parser: Parser | None = None,
) -> tuple[Suggestion, ...]:
    """Return what a document may say, in the order of the text.

    `case` lends the names of its actors, `date` is that of the document, from which relative dates
    count; without it they stay unresolved. `only` names members of the shelf. `parser` (`load_parser`)
    reads the structure of sentences; without it the order of words decides. What a pull quote says
    again is proposed once. Raises `UnknownName` for a member that does not exist.

    >>> from detente.documents import split_paragraphs
    >>> text = "Japan imposed sanctions on Russia on 24 September 2014."
    >>> found = suggest(Document("d", "", text, split_paragraphs(text)), only=["events"])
    >>> [(s.type, s.actor, s.recipient, str(s.date)) for s in found]
    [('SANCTION', ('JPN',), ('RUS',), '2014-09-24')]
    """
    reading = read_closely(document, case=case, date=date, parser=parser)
    chosen = [SUGGESTERS[key] for key in (SUGGESTERS if only is None else only)]
    found = _once(document, [s for suggester in chosen for s in suggester.suggest(reading)])
    return tuple(sorted(found, key=lambda s: (s.start, KINDS.index(s.kind), s.end)))


def _once(document: Document, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Leave out what a paragraph proposes that only repeats another one which proposes it, too."""
    again = repeats(document.paragraphs)
    said = {(s.paragraph, *_matter(s)) for s in found}
    return (s for s in found if (again.get(s.paragraph), *_matter(s)) not in said)


def _matter(s: Suggestion) -> tuple[object, ...]:
    words = s.text if s.kind in ("actor", "date", "estimate", "quotation") else ""
    return (s.kind, s.type, s.actor, s.recipient, s.negated, s.value, s.unit, words)
