"""A source: a CSL-JSON record plus what an analyst adds to it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from detente.evidence.part import Part, Text, WhenField

__all__ = ["Person", "Source"]


class Person(Part):
    """An author."""

    family: Text = ""
    given: Text = ""
    literal: Text = ""

    def __str__(self) -> str:
        return self.literal or " ".join(p for p in (self.given, self.family) if p)


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
    issued: WhenField | None = None
    file: str = ""
    sha256: str = ""
    reliability: Literal["A", "B", "C", "D", "E", "F"] = "F"
    kind: Text = ""
    stance: Text = ""
    judgement: Text = ""
    note: Text = ""
    weak_points: tuple[Any, ...] = ()
    body: str = ""
    furniture: str | tuple[str, ...] = ""
    repeats: dict[str, str] = {}

    def citation(self) -> str:
        """Return author, title, publisher and date in one line.

        >>> Source(title="Ford talks", publisher="River Review", issued="2018-05").citation()
        'Ford talks. River Review, 2018-05'
        """
        names = " and ".join(str(p) for p in self.author)
        place = ", ".join(p for p in (self.container_title or self.publisher, str(self.issued or "")) if p)
        return ". ".join(p for p in (names, self.title, place) if p)
