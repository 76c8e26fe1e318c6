"""Positions, aims, needs and conditions of an actor: "will not … unless", "wants", "is reluctant"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.suggest.clauses import Roles, roles, triggers_in
from detente.suggest.manner import modality, negated
from detente.suggest.reading import Passage, Reading, Sentence
from detente.suggest.shelf import Suggester, quotations
from detente.suggest.suggestion import Modality, Suggestion, by_paragraph

__all__ = ["MEMBER", "suggest"]

_CONDITION = re.compile(
    r"\b(?:unless|until|on (?:the )?condition that|conditional on|in exchange|in return for"
    r"|provided that|only if|before it can|if)\b",
    re.I,
)
_STANCE = re.compile(
    r"\b(?:is|are|was|were|be|remains?|been|am|appears?|seems?)\s+"
    r"(?:(?:\w{1,20}ly|also|not|more|less|never|far|still)\s+)*"
    r"(?:interested|willing|unwilling|ready|reluctant|eager|prepared|determined|resolved|keen|hesitant"
    r"|opposed|sensitive|aware|content|committed|in no (?:hurry|position|mood)|unable|able to deliver"
    r"|unacceptable|limited in|convinced|concerned|afraid|worried|hoping|seeking|aimed)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")
_REFUSAL = re.compile(
    r"\b(?:will not|won['’]t|cannot|can not|can['’]t|would not|need not|must|(?:have|has) to"
    r"|do not|does not)\b"
)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield one suggestion for each sentence in which an actor takes or has a position.

    `type` says which: `aim`, `need`, `view`, `stand`, `condition` or `refusal`. A condition is
    looked for in every sentence with a position, and marks its modality.
    """
    quoted = by_paragraph(q for q in quotations.suggest(reading) if q.actor)
    for passage, sentence in reading.sentences():
        found = (
            _by_words(passage, sentence)
            or _by_stance(passage, sentence)
            or _in_own_words(passage, sentence, quoted.get(passage.paragraph.number, ()))
        )
        if found:
            yield found


def _by_words(passage: Passage, sentence: Sentence) -> Suggestion | None:
    for trigger in triggers_in(sentence, "positions"):
        who = roles(sentence, trigger)
        if who.actor:
            said = " ".join(w.text for w in sentence.words[trigger.first : trigger.last + 1])
            denied = negated(sentence.words, trigger)
            how = modality(sentence.words, trigger)
            why = f"“{said}” tells of {'an' if trigger.type == 'aim' else 'a'} {trigger.type}"
            return _position(passage, sentence, trigger.type, why, who, how, denied)
    return None


def _by_stance(passage: Passage, sentence: Sentence) -> Suggestion | None:
    for kind, pattern in (("stand", _STANCE), ("refusal", _REFUSAL), ("condition", _CONDITION)):
        match = pattern.search(passage.text, sentence.start, sentence.end)
        before = [m for m in sentence.mentions if match and m.end <= match.start()]
        if match and before:
            who = Roles(before[0].codes, (), before[0].reason)
            why = f"“{match[0]}” tells of a {kind}"
            return _position(passage, sentence, kind, why, who, "actual", "not" in match[0])
    return None


def _in_own_words(
    passage: Passage, sentence: Sentence, quoted: Sequence[Suggestion]
) -> Suggestion | None:
    """Return what a sentence in the first person says inside a quotation with a known speaker."""
    start, end = passage.paragraph.origin(sentence.start, sentence.end)
    middle = (start + end) // 2
    quote = next((q for q in quoted if q.start <= middle < q.end), None)
    if quote and _FIRST_PERSON.search(passage.text, sentence.start, sentence.end):
        who = Roles(quote.actor, (), quote.reason)
        return _position(passage, sentence, "view", "the speaker's own words", who, "actual", False)
    return None


def _position(
    passage: Passage, sentence: Sentence, kind: str, why: str, who: Roles, how: Modality,
    denied: bool,
) -> Suggestion:  # fmt: skip
    condition = _CONDITION.search(passage.text, sentence.start, sentence.end)
    if condition:
        why, how = f"{why}; “{condition[0]}” makes it conditional", "conditional"
    return passage.suggestion(
        "position", sentence.start, sentence.end, f"{why}; {who.reason}", type=kind,
        actor=who.actor, recipient=who.recipient, modality=how, negated=denied,
    )  # fmt: skip


MEMBER = Suggester("positions", "positions, aims, needs and conditions of an actor", suggest)
