"""A document made ready for the suggesters: sentences, words and actors of each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from detente.case.case import Case
from detente.documents import Document, Paragraph
from detente.evidence.part import When
from detente.suggest.gazetteer import Gazetteer, standard
from detente.suggest.mentions import Mention, named, with_pronouns
from detente.suggest.persons import learned
from detente.suggest.sentences import Word, sentences, words
from detente.suggest.suggestion import Kind, Suggestion
from detente.suggest.syntax import Parse, Parser

__all__ = ["LONGEST", "Passage", "Reading", "Sentence", "read_closely"]

LONGEST = 20_000
"""The most characters of a paragraph that is looked at."""


@dataclass(frozen=True)
class Sentence:
    """A sentence: its half-open span in the paragraph, its words, the actors in it, its structure.

    `parse` is None where no parser was asked, or the sentence names no actor.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    parse: Parse | None = None


@dataclass(frozen=True)
class Passage:
    """A paragraph with its sentences. Offsets in it count from the start of the paragraph."""

    paragraph: Paragraph
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The text of the paragraph."""
        return self.paragraph.text

    def suggestion(
        self, kind: Kind, start: int, end: int, reason: str, **rest: object
    ) -> Suggestion:
        """Return a suggestion about a stretch of this paragraph, its offsets those of the document."""
        said = self.text[start:end]
        number = self.paragraph.number
        place = self.paragraph.origin(start, end)
        return Suggestion(kind, number, *place, said, reason, **rest)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Reading:
    """A document as the suggesters see it. `date` is that of the document, None where not known."""

    document: Document
    passages: tuple[Passage, ...]
    date: When | None = None

    def sentences(self) -> Iterator[tuple[Passage, Sentence]]:
        """Yield every sentence with its paragraph."""
        return ((p, s) for p in self.passages for s in p.sentences)


def read_closely(
    document: Document,
    *,
    case: Case | None = None,
    date: When | None = None,
    parser: Parser | None = None,
) -> Reading:
    """Make a document ready: cut it into sentences and words, and say where it names actors.

    Page furniture is left out, and so is a paragraph of more than 20,000 characters, which is no
    prose. Actors of the case are known by their names; people by what the document says of them.

    >>> from detente.documents import split_paragraphs
    >>> text = "Japanese Prime Minister Abe spoke. He left for Moscow."
    >>> reading = read_closely(Document("d", "", text, split_paragraphs(text)))
    >>> [m.codes for m in reading.passages[0].mentions]
    [('JPN',), ('JPN',), ('RUS',)]
    """
    own = [p for p in document.paragraphs if not p.furniture and len(p.text) <= LONGEST]
    people = learned("\n".join(p.text for p in own), standard())
    known = _names(case, Gazetteer({**people, **standard().entries}))
    passages, before = [], list[Mention]()
    for paragraph in own:
        spans = sentences(paragraph.text)
        mentions = with_pronouns(paragraph.text, spans, named(paragraph.text, known), before)
        cut = _cut(paragraph.text, spans, mentions)
        passages.append(Passage(paragraph, cut, tuple(mentions)))
        before = [m for m in mentions if m.how != "pronoun"] or before
    return Reading(document, _parsed(passages, parser) if parser else tuple(passages), date)


def _names(case: Case | None, known: Gazetteer) -> Gazetteer:
    """Return the names that are known, with those actors of a case that no known name is part of.

    So `Tokyo Gas` stays Japan's, and what a case calls a movement of no state gets the case's id.
    """
    if case is None:
        return known
    own = [(n, id) for id, a in case.actors.items() for n in (a.name, a.long) if n[:1].isupper()]
    return known.with_names((name, id) for name, id in own if not known.find(name))


def _cut(
    text: str, spans: tuple[tuple[int, int], ...], mentions: list[Mention]
) -> tuple[Sentence, ...]:
    found = []
    for start, end in spans:
        inside = tuple(m for m in mentions if start <= m.start < end)
        found.append(Sentence(start, end, words(text, start, end), inside))
    return tuple(found)


def _parsed(passages: list[Passage], parser: Parser) -> tuple[Passage, ...]:
    """Return the passages with the structure of every sentence that names an actor."""
    asked = [(p.text, s.words) for p in passages for s in p.sentences if s.mentions]
    given = iter(parser(asked))
    return tuple(
        replace(
            p,
            sentences=tuple(
                replace(s, parse=next(given)) if s.mentions else s for s in p.sentences
            ),
        )
        for p in passages
    )
