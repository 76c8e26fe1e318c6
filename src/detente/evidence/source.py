"""A source: a CSL-JSON record plus what an analyst adds to it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from detente.evidence.csl import CSL_FIELDS, csl_date
from detente.evidence.part import Part, Text, WhenField, misfit

__all__ = ["Person", "Source", "Span"]

_STOPS = re.compile(r"([.?!])\. ")
_SPAN = re.compile(r"([1-9]\d*)(?:\.\.([1-9]\d*))?", re.ASCII)


def _span(text: str) -> str:
    match = _SPAN.fullmatch(text.strip())
    if text and (not match or int(match[2] or match[1]) < int(match[1])):
        raise misfit("span", f"`{text}` is no span of paragraphs", "write 3 or 3..26")
    return text.strip()


Span = Annotated[str, AfterValidator(_span)]
"""Paragraphs of a document: `3` or `3..26`."""


class Person(Part):
    """An author, in the parts that CSL-JSON knows.

    >>> str(Person(**{"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}))
    'Charles de Gaulle'
    """

    family: Text = ""
    given: Text = ""
    literal: Text = ""
    particle: Text = Field("", alias="non-dropping-particle")
    dropping: Text = Field("", alias="dropping-particle")
    suffix: Text = ""

    def __str__(self) -> str:
        parts = (self.given, self.dropping, self.particle, self.family, self.suffix)
        return self.literal or " ".join(p for p in parts if p)


class Source(Part):
    """A document or published work. Any further CSL-JSON field is kept as it stands.

    `reliability` is the Admiralty letter of the source (A completely reliable … E unreliable,
    F cannot be judged), `body` the paragraphs that are the text itself, `furniture` those that
    are not, and `repeats` paragraphs that say again what another one says.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    type: str = "document"
    title: Text
    author: tuple[Person, ...] = ()
    publisher: Text = ""
    container_title: Text = Field("", alias="container-title")
    issued: Annotated[WhenField | None, BeforeValidator(csl_date)] = None
    file: str = ""
    sha256: str = ""
    reliability: Literal["A", "B", "C", "D", "E", "F"] = "F"
    kind: Text = ""
    stance: Text = ""
    judgement: Text = ""
    note: Text = ""
    weak_points: tuple[Any, ...] = ()
    body: Span = ""
    furniture: Span | tuple[Span, ...] = ""
    repeats: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def known_keys(cls) -> list[str]:
        """Return every key that the record of a source may hold: ours, and those of CSL-JSON.

        >>> "reliability" in Source.known_keys(), "DOI" in Source.known_keys()
        (True, True)
        """
        own = [field.alias or name for name, field in cls.model_fields.items()]
        return [*own, *sorted(CSL_FIELDS.difference(own))]

    def citation(self) -> str:
        """Return author, title, publisher and date in one line.

        >>> Source(title="Ford talks", publisher="River Review", issued="2018-05").citation()
        'Ford talks. River Review, 2018-05'
        """
        names = " and ".join(str(p) for p in self.author)
        issued = str(self.issued or "")
        place = ", ".join(p for p in (self.container_title or self.publisher, issued) if p)
        said = ". ".join(p for p in (names, self.title, place) if p)
        return _STOPS.sub(r"\1 ", said)

    def copy_at_hand(self) -> str:
        """Return which copy was read, and when it was retrieved if that is recorded.

        >>> source = Source(title="A", file="a.txt", sha256="0d08ca6b5cbc", accessed="2018-06-01")
        >>> source.copy_at_hand()
        'file a.txt, SHA-256 0d08ca6b5cbc, retrieved 2018-06-01'
        """
        retrieved = csl_date((self.__pydantic_extra__ or {}).get("accessed"))
        parts = (
            self.file and f"file {self.file}",
            self.sha256 and f"SHA-256 {self.sha256[:12]}",
            retrieved and f"retrieved {retrieved}",
        )
        return ", ".join(str(p) for p in parts if p)

    def is_furniture(self, number: int) -> bool:
        """Return whether a paragraph is page furniture and no evidence.

        >>> Source(title="A", furniture=("31..32", "35")).is_furniture(32)
        True
        """
        spans = (self.furniture,) if isinstance(self.furniture, str) else self.furniture
        ends = (span.partition("..") for span in spans if span)
        return any(int(first) <= number <= int(last or first) for first, _, last in ends)
