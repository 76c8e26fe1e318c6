"""What a statement, an option or an event rests on: a paragraph, a claim, or our own addition."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field, model_validator

from detente.evidence.part import Confidence, Part, Text, misfit

__all__ = ["Reference"]

_PARAGRAPH = re.compile(r"(?P<source>[^\s¶]+)¶(?P<number>[1-9]\d*)", re.ASCII)
_KINDS = "write SOURCE¶PARAGRAPH, an id, or one of {at: …}, {id: …}, {modeller: …}, {outside: …}"


class Reference(Part):
    """One thing that something rests on.

    Exactly one of four kinds: a paragraph of a source (`at`), the id of a claim or assumption
    (`id`), an addition of the modeller's own (`modeller`), or knowledge from outside the sources
    (`outside`, with `confidence`). `anchor` is a few exact words of the paragraph. In a case that was
    read, one that names a claim by `id` has `at` and `anchor` too: those of the claim.

    >>> r = Reference.model_validate("000¶24")
    >>> (r.source, r.paragraph, str(r))
    ('000', 24, '000¶24')
    >>> str(Reference.model_validate({"modeller": "no acceptance without an offer"}))
    'modeller: no acceptance without an offer'
    """

    at: str = Field("", description="SOURCE¶PARAGRAPH")
    id: str = Field("", description="a claim or an assumption")
    modeller: Text = Field("", description="an addition of our own, and why")
    outside: Text = Field("", description="knowledge from outside the sources")
    anchor: Text = Field("", description="a few exact words of the paragraph")
    note: Text = ""
    confidence: Confidence | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"at": value} if "¶" in value else {"id": value}
        if value is None or isinstance(value, list | tuple):
            found = "nothing" if value is None else "a list"
            raise misfit("reference", f"found {found}, expected a reference", _KINDS)
        return value

    @model_validator(mode="after")
    def _one_kind(self) -> Reference:
        kinds = [k for k in ("at", "id", "modeller", "outside") if getattr(self, k)]
        if len(kinds) != 1:
            found = " and ".join(f"`{k}`" for k in kinds) or "none of the four kinds"
            raise misfit("reference", f"a reference is of one kind, found {found}", _KINDS)
        if self.at and not _PARAGRAPH.fullmatch(self.at):
            said = f"`{self.at}` names no paragraph"
            raise misfit("reference", said, "write SOURCE¶NUMBER, such as 000¶24; 1 is the first")
        return self

    @property
    def source(self) -> str:
        """The id of the source, or an empty text."""
        return self.at.partition("¶")[0]

    @property
    def paragraph(self) -> int:
        """The number of the paragraph, or 0."""
        return int(self.at.partition("¶")[2]) if self.at else 0

    def __str__(self) -> str:
        if self.modeller:
            return f"modeller: {self.modeller}"
        return self.at or self.id or f"outside: {self.outside}"
