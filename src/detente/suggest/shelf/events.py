"""Event clauses: who did what to whom, by PLOVER type, with modality, denial and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.part import When
from detente.suggest.clauses import Roles, roles, triggers_in
from detente.suggest.manner import asserted_by, clause, modality, negated
from detente.suggest.moments import MONTH
from detente.suggest.reading import Passage, Reading, Sentence
from detente.suggest.shelf import Suggester, dates
from detente.suggest.suggestion import Modality, Suggestion, by_paragraph
from detente.suggest.triggers import Trigger
from detente.suggest.words import group

__all__ = ["MEMBER", "suggest"]

_CITED = re.compile(rf"\(([A-ZÀ-Þ][^()]{{2,40}}?),\s+{MONTH}\s+\d")
_DONE = group("brought about")
_PURPOSES = group("purposes")
_LOOSE = {",", "and", "or", "—", "–"}
_PROMISED = {"AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"}
_THREATENED = {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"}
_GOVERNING = {"AGREE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "ACCUSE", "CONCEDE"}
_DENIED = {"AGREE": "REJECT", "CONCEDE": "REJECT", "SUPPORT": "REJECT"}


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield the event clauses of a text; an act that is only imagined (`could`, `if`) is left out.

    A promise to help is AGREE and a promise to harm THREATEN, as PLOVER has it. A verb that
    another one governs (`agreed to withdraw`) is part of that one. An event needs an actor.
    """
    dated = by_paragraph(d for d in dates.suggest(reading) if d.date)
    for passage, sentence in reading.sentences():
        kept: list[Suggestion] = []
        days = dated.get(passage.paragraph.number, ())
        triggers = triggers_in(sentence, "events")
        for k, trigger in enumerate(triggers):
            how = modality(sentence.words, trigger)
            who = _completed(passage, sentence, trigger, roles(sentence, trigger))
            if not who.actor or (trigger.form == "noun" and not who.recipient):
                continue
            if how in ("possible", "conditional") and not _reported(sentence, trigger):
                continue
            if not _governed(sentence, triggers[:k], trigger, how):
                kept.append(_event(passage, sentence, trigger, who, how, days))
        yield from _distinct(kept)


def _event(
    passage: Passage, sentence: Sentence, trigger: Trigger, who: Roles, how: Modality,
    days: Sequence[Suggestion],
) -> Suggestion:  # fmt: skip
    words = sentence.words
    first, last = clause(words, trigger.first)
    while words[last - 1].low in _LOOSE and last > trigger.last + 1:
        last -= 1
    start, end = words[first].start, max(words[last - 1].end, words[trigger.last].end)
    denied = negated(words, trigger)
    told = how if how != "conditional" else "future"  # `would` stands only in reported speech here
    kind = _type(trigger.type, told, denied)
    said = " ".join(w.text for w in words[trigger.first : trigger.last + 1])
    why = f"“{said}” is {trigger.type} by the pattern “{trigger.pattern.text}”"
    if kind != trigger.type:
        why += f", read as {kind} because it is {'denied' if denied else how}"
    return passage.suggestion(
        "event", start, end, f"{why}; {who.reason}", actor=who.actor, recipient=who.recipient,
        type=kind, modality=how, negated=denied, date=_date(passage, sentence, trigger, days),
        asserted_by=asserted_by(words, sentence.mentions, trigger) or _cited(passage, sentence),
    )  # fmt: skip


def _completed(passage: Passage, sentence: Sentence, trigger: Trigger, who: Roles) -> Roles:
    """Return roles whose missing recipient is the other actor named last before the verb."""
    if who.recipient or len(who.actor) != 1 or trigger.form == "noun":
        return who
    limit = sentence.words[trigger.first].start
    named = [
        m
        for m in passage.mentions
        if m.end <= limit and m.how != "place" and len(m.codes) == 1 and m.codes != who.actor
    ]
    if not named:
        return who
    why = (
        f"{who.reason}; nobody is named behind it, so “{named[-1].text}”, named before it, is meant"
    )
    return Roles(who.actor, named[-1].codes, why)


def _cited(passage: Passage, sentence: Sentence) -> str:
    """Return the source that a sentence cites in brackets with a date, or an empty text."""
    match = _CITED.search(passage.text, sentence.start, sentence.end)
    return match[1] if match else ""


def _type(type: str, how: Modality, denied: bool) -> str:
    if denied and type in _DENIED:
        return _DENIED[type]
    if how == "future" and not denied:
        return "AGREE" if type in _PROMISED else "THREATEN" if type in _THREATENED else type
    return type


def _governed(sentence: Sentence, before: list[Trigger], trigger: Trigger, how: Modality) -> bool:
    """Whether a verb in the infinitive or -ing form belongs to an act or an aim before it."""
    if how == "intended" and not _brought_about(sentence, trigger):
        return True
    if trigger.form == "ing" and sentence.words[trigger.first - 1].low in _PURPOSES:
        return True
    verbs = [t for t in before if t.form != "noun"]
    if trigger.form not in ("base", "ing") or not verbs:
        return False
    last, words = verbs[-1], sentence.words
    if trigger.form == "base" and words[trigger.first - 1].low == "to":
        return last.pattern.text != "force"
    if last.type == trigger.type:
        return True
    return (
        last.type in _GOVERNING
        and trigger.first - last.last <= 8
        and not any(w.low in {";", ":"} for w in words[last.last : trigger.first])
    )


def _brought_about(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an infinitive tells of what was done: `forced to`, `the first to`."""
    near = sentence.words[max(0, trigger.first - 5) : trigger.first]
    return any(w.low in _DONE for w in near)


def _reported(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether `would` stands in reported speech: `said it would`."""
    near = sentence.words[max(0, trigger.first - 8) : trigger.first]
    lows = [w.low for w in near]
    return "would" in lows and bool(
        {"said", "announced", "confirmed", "says", "declared"} & set(lows)
    )


def _date(
    passage: Passage, sentence: Sentence, trigger: Trigger, days: Sequence[Suggestion]
) -> When | None:
    """Return the date given in the sentence nearest to the verb; None where none is given."""
    start, end = passage.paragraph.origin(sentence.start, sentence.end)
    word = sentence.words[trigger.first]
    place, _ = passage.paragraph.origin(word.start, word.end)
    own = [d for d in days if start <= d.start < end]
    return min(own, key=lambda d: abs(d.start - place)).date if own else None


def _distinct(found: list[Suggestion]) -> Iterator[Suggestion]:
    """Yield events of a sentence once for each type and pair."""
    seen = set()
    for event in found:
        key = (event.type, event.actor, event.recipient)
        if key not in seen:
            seen.add(key)
            yield replace(event)


MEMBER = Suggester("events", "event clauses: who did what to whom", suggest)
