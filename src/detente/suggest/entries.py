"""What an accepted suggestion becomes in a case file: an event of the timeline, a figure or a claim."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from detente.case.case import Case
from detente.suggest.gazetteer import standard
from detente.suggest.suggestion import Suggestion

__all__ = ["REVIEWED", "Written", "entry_for"]

REVIEWED = ("event", "position", "quotation", "quantity", "cause", "forecast")
"""The kinds that can become an entry; actors, dates and estimative words belong to others."""

_ANCHOR = 8


@dataclass(frozen=True)
class Written:
    """A line for a section of a case file: an entry with its key, or of a list (`- …`)."""

    section: str
    text: str

    def stands_in(self, text: str) -> bool:
        """Whether a file holds the entry already, by its key or, in a list, by the whole of it.

        >>> Written("evidence", "e1: {}").stands_in("e1: {claim: the ford is open}")
        True
        """
        whole = self.text.removeprefix("- ")
        return (whole if whole != self.text else self.text.partition(": ")[0] + ":") in text


def entry_for(case: Case, source: str, suggestion: Suggestion, words: str = "") -> Written:
    """Return the entry for an accepted suggestion; `words` replace the text of the document.

    An event with a date and both sides among the actors of the case goes to the timeline, a
    quantity to the quantities, and everything else, with what the case cannot place, to the
    evidence as a claim that nobody has graded.
    """
    said = " ".join((words or suggestion.text).split())
    anchor = " ".join(suggestion.text.split()[:_ANCHOR])
    because = {"at": f"{source}¶{suggestion.paragraph}", "anchor": anchor}
    by, on = _sides(case, suggestion)
    if suggestion.kind == "event" and suggestion.date and by and on:
        joint = set(suggestion.actor) == set(suggestion.recipient)
        sides = {"between": [by, on]} if joint else {"by": by, "on": on}
        event = {"date": str(suggestion.date), "title": said, **sides, "because": [because]}
        return Written("timeline", "- " + _flow(event))
    key = f"{source}-{suggestion.id}"
    if suggestion.kind == "quantity":
        figure = {"what": said, "value": suggestion.text, "because": [because]}
        return Written("quantities", f"{key}: {_flow(figure)}")
    claim = {"claim": said, "source": source, "paragraph": suggestion.paragraph, "anchor": anchor}
    extra = {
        "date": str(suggestion.date or ""),
        "basis": "inference" if suggestion.kind in ("cause", "forecast") else "",
        "speaker": suggestion.asserted_by,
        "note": f"suggested by {suggestion.tool} as {suggestion.kind}, accepted by a person",
    }
    whole = claim | {k: v for k, v in extra.items() if v}
    return Written("evidence", f"{key}: {_flow(whole)}")


def _sides(case: Case, suggestion: Suggestion) -> tuple[str, str]:
    """Return the actors of the case that act and that it concerns; empty where it has none."""
    ids = {standard().code(a.name): id for id, a in case.actors.items()} | {
        a: a for a in case.actors
    }
    actors = [ids[c] for c in suggestion.actor if c and c in ids]
    others = [ids[c] for c in suggestion.recipient if c and c in ids and ids[c] not in actors[:1]]
    return (actors[0] if actors else ""), (others[0] if others else "")


def _flow(value: object) -> str:
    """Return a value in the flow style of YAML, every text in double quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
