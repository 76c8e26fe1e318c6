"""How a clause presents an act: as done, denied, possible or required, and on whose word."""

from __future__ import annotations

from collections.abc import Sequence

from detente.suggest.mentions import Mention
from detente.suggest.sentences import Word
from detente.suggest.suggestion import Modality
from detente.suggest.triggers import Trigger
from detente.suggest.words import group

__all__ = ["asserted_by", "clause", "is_passive", "modality", "negated"]

_BOUNDS = group("bounds")
_BE = group("be")
_POSSIBLE = {"may", "might", "could", "can", "perhaps", "possibly"}
_REQUIRED = {"must", "should", "shall", "ought", "need"}
_NOT = group("denials")
_SAYING = group("saying")


def clause(words: Sequence[Word], first: int) -> tuple[int, int]:
    """Return the span of word numbers of the clause around a word: up to the next link word.

    >>> from detente.suggest.sentences import words
    >>> clause(words("He left because Japan objected loudly", 0, 37), 4)
    (3, 6)
    """
    left = next((k for k in range(first - 1, -1, -1) if words[k].low in _BOUNDS), -1)
    right = next((k for k in range(first + 1, len(words)) if words[k].low in _BOUNDS), len(words))
    return left + 1, right


def is_passive(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a past form stands behind a form of `be`, adverbs and `not` set aside.

    >>> from detente.suggest.sentences import words
    >>> from detente.suggest.triggers import find_triggers
    >>> said = words("Firms were recently evicted by Russia", 0, 37)
    >>> is_passive(said, find_triggers(said, "events")[0])
    True
    """
    if trigger.form not in ("past", "participle"):
        return False
    if trigger.last + 1 < len(words) and words[trigger.last + 1].low == "by":
        return True
    k = trigger.first - 1
    while k >= 0 and (
        words[k].low.endswith("ly")
        or words[k].low in {"not", "also", "been", "now", "never", "being"}
    ):
        if words[k].low in {"been", "being"}:
            return True
        k -= 1
    return k >= 0 and words[k].low in _BE


def modality(words: Sequence[Word], trigger: Trigger) -> Modality:
    """Return how a clause presents its act, by the helping words before the verb."""
    start, _ = clause(words, trigger.first)
    near = {w.low for w in words[max(start, trigger.first - 6) : trigger.first]}
    before = words[start - 1].low if start else ""
    if before in {"if", "unless"} or words[start].low in {"if", "unless"}:
        return "conditional"
    if near & {"would"}:
        return "conditional"
    if near & _POSSIBLE:
        return "possible"
    if near & {"will", "'ll"}:
        return "future"
    if near & _REQUIRED:
        return "required"
    if trigger.form == "base" and words[trigger.first - 1].low == "to":
        return "intended"
    return "actual"


def negated(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a word of denial stands in the four words before the verb, in its clause."""
    start, _ = clause(words, trigger.first)
    near = words[max(start, trigger.first - 4) : trigger.first]
    return any(w.low in _NOT or w.low.endswith("n't") for w in near)


def asserted_by(words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger) -> str:
    """Return the code of whom the sentence names as saying it, or an empty text.

    The actor named nearest before a verb of saying that stands before the clause, or after it
    (`…, officials said`), counts; `according to X` too.
    """
    for k, word in enumerate(words):
        if word.low in _SAYING and not trigger.first <= k <= trigger.last:
            before = [m for m in mentions if m.end <= word.start]
            if before and (k < trigger.first or before[-1].start > words[trigger.last].end):
                return before[-1].codes[0]
        if word.low == "according":
            after = [m for m in mentions if m.start >= word.end]
            if after:
                return after[0].codes[0]
    return ""
