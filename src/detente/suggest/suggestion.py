"""A suggestion: something that a text may say, with its exact place and the rule that found it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from detente.evidence.part import When

__all__ = [
    "KINDS",
    "MODALITIES",
    "PLOVER",
    "Kind",
    "Modality",
    "Suggestion",
    "by_paragraph",
    "edtf",
]

Kind = Literal[
    "actor", "date", "quantity", "quotation", "event", "position", "cause", "forecast", "estimate"
]
Modality = Literal["actual", "future", "possible", "required", "intended", "conditional"]

KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]
MODALITIES: tuple[Modality, ...] = Modality.__args__  # type: ignore[attr-defined]
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The sixteen event types of PLOVER."""


@dataclass(frozen=True)
class Suggestion:
    """A proposal that waits for a person: it carries no confidence, and nothing uses it unasked.

    `start` and `end` are offsets into the text of the document; where the file holds nothing but
    text, `document.text[start:end] == text`, and where it holds marks too, `text` is the span
    without them. `paragraph` is the number of the paragraph that holds them.
    `actor` and `recipient` hold codes (ISO 3166-1 alpha-3 for states), empty where unresolved;
    where both sides act together each stands in both. `type` is a PLOVER type for an event and a
    finer kind for others. `date` is None where the text and the document's date do not give one.
    `value` is what a quantity or an estimative word comes to, `unit` its unit; `tool` names the
    maker, `reason` the rule and the words that it rests on.

    >>> Suggestion("date", 1, 3, 7, "2014", "a year in digits", date=When.parse("2014")).id
    'date-1-3-7'
    """

    kind: Kind
    paragraph: int
    start: int
    end: int
    text: str
    reason: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    type: str = ""
    date: When | None = None
    modality: Modality = "actual"
    negated: bool = False
    asserted_by: str = ""
    value: str = ""
    unit: str = ""
    tool: str = "detente"

    @property
    def id(self) -> str:
        """A handle that stays the same while the text does: kind, paragraph and offsets.

        Two suggestions of a kind at the same place differ by a short digest of what they say.
        """
        plain = f"{self.kind}-{self.paragraph}-{self.start}-{self.end}"
        said = [*self.actor, ">", *self.recipient, self.type, self.tool.removeprefix("detente")]
        if said == [">", "", ""]:
            return plain
        return f"{plain}-{hashlib.sha256(' '.join(said).encode()).hexdigest()[:6]}"

    def as_json(self) -> dict[str, Any]:
        """Return the suggestion as JSON writes it; what is not known is null or an empty list.

        >>> Suggestion("date", 1, 3, 7, "last year", "no date to count from").as_json()["date"]
        """
        return {
            "id": self.id,
            "kind": self.kind,
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
            "actor": list(self.actor),
            "recipient": list(self.recipient),
            "type": self.type or None,
            "date": edtf(self.date),
            "modality": self.modality,
            "negated": self.negated,
            "asserted_by": self.asserted_by or None,
            "text": self.text,
            "value": self.value or None,
            "unit": self.unit or None,
            "reason": self.reason,
            "tool": self.tool,
        }


def by_paragraph(found: Iterable[Suggestion]) -> Mapping[int, Sequence[Suggestion]]:
    """Return suggestions by the number of their paragraph.

    >>> list(by_paragraph([Suggestion("date", 3, 0, 4, "2014", "a year")]))
    [3]
    """
    sorted_out: dict[int, list[Suggestion]] = {}
    for suggestion in found:
        sorted_out.setdefault(suggestion.paragraph, []).append(suggestion)
    return sorted_out


def edtf(date: When | None) -> str | None:
    """Return a date in EDTF: spans with a stroke, `~` for about.

    >>> edtf(When.parse("1950..1959"))
    '1950/1959'
    """
    return None if date is None else date.text.replace("..", "/")
