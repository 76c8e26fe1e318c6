"""Find the words that a pattern of the word lists stands for: verbs in every form, and nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.suggest.mentions import Mention
from detente.suggest.sentences import Word
from detente.suggest.words import choices, group, table
from detente.suggest.words.inflection import forms

__all__ = ["Trigger", "find_triggers", "patterns"]

Form = Literal["base", "third", "past", "participle", "ing", "noun"]

_GAP = 4
_DETERMINED = group("before nouns")
_AUXILIARIES = group("auxiliaries")
_NOT_VERBS = group("nouns only")
_BEFORE_BASE = group("before verbs")


@dataclass(frozen=True)
class Pattern:
    """One line of a word list: what it stands for, the items behind its first word, its flags."""

    type: str
    items: tuple[frozenset[str] | None, ...]
    text: str
    flags: frozenset[str]
    noun: bool


@dataclass(frozen=True)
class Trigger:
    """Words of a sentence that fit a pattern: word numbers `first` to `last`, and the verb's form."""

    pattern: Pattern
    first: int
    last: int
    form: Form

    @property
    def type(self) -> str:
        """What the pattern stands for."""
        return self.pattern.type


@cache
def patterns(name: str) -> Mapping[str, tuple[tuple[Form, Pattern], ...]]:
    """Return the patterns of a word list by every form of their first word.

    >>> sorted({p.type for form, p in patterns("events")["imposed"]})
    ['COERCE', 'REQUEST', 'SANCTION']
    """
    found: dict[str, list[tuple[Form, Pattern]]] = {}
    for row in table(name):
        head, *rest = row[1].split()
        flags = frozenset(choices(row[2])) if len(row) > 2 else frozenset[str]()
        items = tuple(None if w == "*" else frozenset(w.split("/")) for w in rest)
        pattern = Pattern(row[0], items, row[1], flags, head.startswith("="))
        for form, word in _heads(head):
            found.setdefault(word, []).append((form, pattern))
    return {word: tuple(entries) for word, entries in found.items()}


def _heads(head: str) -> list[tuple[Form, str]]:
    """Return the forms that a pattern's first word takes, each with its kind."""
    if head.startswith("="):
        nouns = [n.replace("_", " ") for n in head[1:].split("/")]
        return [
            ("noun", n) for noun in nouns for n in {noun, noun if noun[-1] == "s" else noun + "s"}
        ]
    f = forms(head)
    pairs: list[tuple[Form, str]] = [
        ("base", f.base), ("third", f.third), ("past", f.past), ("participle", f.participle), ("ing", f.ing),
    ]  # fmt: skip
    return [pair for k, pair in enumerate(pairs) if pair[1] not in [w for _, w in pairs[:k]]]


def find_triggers(words: Sequence[Word], name: str, names: Sequence[Mention] = ()) -> list[Trigger]:
    """Return what a word list finds in a sentence, at most one pattern at a word.

    A word that may be a noun (`visit`, `demands`) counts as a verb only where its neighbour on the
    left allows it; the longest pattern wins, and one inside another is left out. No word of an
    actor's name (`names`) counts.

    >>> from detente.suggest.sentences import words
    >>> found = find_triggers(words("Japan imposed new sanctions on Russia", 0, 37), "events")
    >>> [(t.type, t.first, t.last) for t in found]
    [('SANCTION', 1, 3)]
    """
    known, found, behind = patterns(name), list[Trigger](), -1
    for k, word in enumerate(words):
        entries = known.get(word.low)
        if not entries or any(m.start <= word.start < m.end for m in names):
            continue
        fits = [
            Trigger(pattern, k, last, form)
            for form, pattern in entries
            if (last := _last(words, k, pattern.items)) is not None
            and _may_be(words, k, form)
            and not (form in ("base", "third") and _described(word, names))
            and ("past" not in pattern.flags or form in ("past", "participle"))
        ]
        best = max(fits, key=lambda t: (len(t.pattern.items), t.last - t.first), default=None)
        if best and k > behind:
            found.append(best)
            behind = best.last
    return found


def _described(word: Word, names: Sequence[Mention]) -> bool:
    """Whether an adjective such as `Serb` stands right before a word, which is then a noun."""
    return any(m.how == "adjective" and 0 < word.start - m.end <= 1 for m in names)


def _last(words: Sequence[Word], first: int, items: Sequence[frozenset[str] | None]) -> int | None:
    """Return the number of the last word that a pattern takes, or None where it does not fit."""
    at, room = first, 0
    for item in items:
        if item is None:
            room = _GAP
            continue
        reach = range(at + 1, min(at + 2 + room, len(words)))
        hit = next((k for k in reach if words[k].low in item), None)
        if hit is None or any(re.fullmatch(r"[.;:!?]", words[k].text) for k in range(at + 1, hit)):
            return None
        at, room = hit, 0
    return at


def _may_be(words: Sequence[Word], k: int, form: Form) -> bool:
    """Whether the word on the left lets a word be of this form."""
    before = words[k - 1].low if k else ""
    if form == "noun":
        return True
    if words[k].low in _NOT_VERBS:
        return False
    if form == "base":
        return (
            before in _BEFORE_BASE
            or (before.endswith("s") and before not in _DETERMINED)
            or before.endswith("ly")
        )
    if form == "third":
        if k > 1 and words[k - 2].low == "to":  # `to halt attacks`
            return False
        return before in {"that", "who"} or (
            before not in _DETERMINED and before[:1].isalpha() and before != "to"
        )
    if form == "ing":
        return before not in {"the", "a", "an", "its", "his", "their", "'s"}
    if form == "participle":  # only irregular ones differ from the past: they need a helping verb
        return any(w.low in _AUXILIARIES for w in words[max(0, k - 4) : k])
    return before not in _DETERMINED - {"that", "who"} or before == ""
