"""A case as it was known on a day: nothing later is in it, so nothing that reads it can look ahead.

Hindsight is taken out whatever the day: events marked `later` or dated after it, what came of
questions and of the sources' forecasts, the case's own answers, and hindcasts. Before the date of
the case (`as_of`) also all that rests on later sources alone is taken out, and every later model.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from detente.case.case import Case
from detente.case.dynamics import Watch
from detente.case.formula import parse
from detente.case.ledgers import Disagreement, Issue, Question
from detente.case.model import (
    Actor,
    Bit,
    Dated,
    Option,
    OptionUse,
    Preference,
    Proposition,
    Published,
    Reading,
    Statement,
)
from detente.evidence import Claim, Reference
from detente.evidence.judgements import Judgement
from detente.evidence.part import When

__all__ = ["known_on"]

_NAMES = (Actor, Bit, Issue, Option, OptionUse, Proposition, Question, Watch)
"""Names for things that can be said; they claim nothing, so they stay."""

_NOTHING = (Statement(want=parse("true"), label="Nothing was known of what this party wants"),)
_UNKNOWN = Reading(label="Unknown then", order=_NOTHING)


def known_on(case: Case, day: date) -> Case:
    """Return a case as it was known at the end of a day.

    Something stands if it names no source, or one that was out by then. A source counts from the
    last day that its date may mean; one without a date is known at `as_of` and not before. What
    rests only on knowledge from outside the sources has no date, and is known at `as_of` too. An
    addition of the modeller's own is an assumption and stands. A party of whose wants nothing is
    left is indifferent. Names (options, outcomes, actors) stay.

    >>> from detente.case import open_case
    >>> then = known_on(open_case("japan-russia"), date(2016, 9, 6))
    >>> sorted(then.sources), "2014" in then.models, "2018-05" in then.models
    (['003', '004'], True, False)
    """
    seen = _without_hindsight(case, day)
    as_of = case.case.as_of
    return seen if as_of is not None and day >= as_of.end else _View(seen, day).case()


def _without_hindsight(case: Case, day: date) -> Case:
    return case.model_copy(
        update={
            "timeline": tuple(
                e for e in case.timeline if e.status != "later" and e.date.start <= day
            ),
            "questions": {
                id: q.model_copy(update={"resolved": None}) for id, q in case.questions.items()
            },
            "forecasts": {
                id: f.model_copy(update={"outcome": "", "verdict": "unsettled"})
                for id, f in case.forecasts.items()
                if f.stated.start <= day
            },
            "inquiries": {},
            "hindcasts": {},
        }
    )


class _View:
    """What is left of a case before its own date."""

    def __init__(self, case: Case, day: date) -> None:
        self.whole, self.day = case, day
        dated = case.case.as_of is not None
        self.later = {
            id
            for id, source in case.sources.items()
            if (dated if source.issued is None else source.issued.end > day)
        }
        self.claims = {id for id, claim in case.evidence.items() if not self._claim(claim)}

    def case(self) -> Case:
        """Return the case without all that rests on later sources alone."""
        case = self.whole
        seen: Case = self._less(case)
        edges = seen.influences.edges
        contested = tuple(
            c for c in seen.influences.contested if all(id in edges for id in c.edges)
        )
        return seen.model_copy(
            update={
                "case": case.case.model_copy(update={"as_of": When.parse(str(self.day))}),
                "sources": {id: s for id, s in case.sources.items() if id not in self.later},
                "influences": seen.influences.model_copy(update={"contested": contested}),
                "timeline": tuple(self._less(event) for event in case.timeline),
                "confidence": {},
            }
        )

    def _less(self, value: Any) -> Any:
        """Return a part of the case without the parts in it that were not known."""
        if isinstance(value, Preference):
            readings = self._less(value.readings) or {next(iter(value.readings)): _UNKNOWN}
            return value.model_copy(update={"readings": readings})
        if isinstance(value, BaseModel):
            return value.model_copy(update=self._fields(value))
        if isinstance(value, dict):
            return {k: self._less(v) for k, v in value.items() if self._known(v)}
        if isinstance(value, tuple):
            return tuple(self._less(v) for v in value if self._known(v))
        return value

    def _fields(self, part: BaseModel) -> dict[str, Any]:
        """Return the fields of a part, less what was not known; lists of sources name none later."""
        found = {n: self._less(getattr(part, n)) for n in type(part).model_fields}
        if isinstance(part, Dated):
            found["sources"] = tuple(s for s in part.sources if s not in self.later)
        if isinstance(part, Reading) and part.order:
            found["order"] = found["order"] or _NOTHING
        if isinstance(part, Judgement):
            found["answers"] = {s: a for s, a in part.answers.items() if s not in self.later}
        return found

    def _known(self, part: Any) -> bool:
        if isinstance(part, Reference):
            return self._stands(part)
        if isinstance(part, Dated):
            return part.as_of is None or part.as_of.end <= self.day
        if isinstance(part, Claim):
            return self._claim(part)
        if isinstance(part, Published):
            return part.source not in self.later
        if isinstance(part, Disagreement):
            return sum(self._known(view) for view in part.views) > 1
        because = () if isinstance(part, _NAMES) else getattr(part, "because", ())
        if not isinstance(because, tuple) or not because:
            return True
        sourced = [r for r in because if not r.modeller]
        return not sourced or any(self._stands(r) and not r.outside for r in sourced)

    def _stands(self, reference: Reference) -> bool:
        return reference.source not in self.later and reference.id not in self.claims

    def _claim(self, claim: Claim) -> bool:
        past = claim.date is None or claim.date.start <= self.day
        return past and claim.source not in self.later
