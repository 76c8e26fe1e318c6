"""A claim in our own words, with the place in a source that it rests on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.evidence.part import Part, Text, WhenField

__all__ = ["Claim"]


class Claim(Part):
    """What a source says, in our words; graded apart from the source (Admiralty 1-6).

    `basis` keeps reporting, inference and opinion apart (ICD 203). `anchor` is a few exact words.
    """

    claim: Text
    source: str
    paragraph: int | None = Field(None, ge=1)
    anchor: Text = ""
    date: WhenField | None = None
    credibility: int = Field(6, ge=1, le=6)
    basis: Literal["reported", "inference", "opinion"] = "reported"
    speaker: Text = ""
    corroborated_by: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    note: Text = ""

    @property
    def at(self) -> str:
        """The paragraph that it rests on, as SOURCE¶NUMBER; empty where it names none.

        >>> Claim(claim="The river rises", source="r", paragraph=3).at
        'r¶3'
        """
        return f"{self.source}¶{self.paragraph}" if self.paragraph else ""
