"""Who does what to whom in a clause: by the place of names around a verb, without a parser.

The reading is a rule of thumb on word order: English puts the actor before the verb and whom it
concerns behind it, a passive turns them round, and a name behind a preposition or before `'s` is
taken only where there is no better one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.suggest.manner import clause, is_passive
from detente.suggest.mentions import Mention
from detente.suggest.reading import Sentence
from detente.suggest.sentences import Word
from detente.suggest.structure import actor_of, fits, recipient_of
from detente.suggest.syntax import Parse
from detente.suggest.triggers import Trigger, find_triggers
from detente.suggest.words import group

__all__ = ["Roles", "roles", "triggers_in"]

_PREPOSITIONS = group("prepositions")
_SAYING = group("saying")
_OPENING = group("opening links")
_JOINING = group("joining")
_ASIDE = group("aside")
_CLAUSES = group("clause openers")
_NEAR = 4
"""The most words between a noun and the name that owns it."""
_DOMESTIC = {"PROTEST", "COERCE", "ASSAULT", "CONCEDE", "REQUEST"}


@dataclass(frozen=True)
class Roles:
    """Who acts and whom it concerns, as codes, with the words that they were read from."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    reason: str = ""


def triggers_in(sentence: Sentence, name: str) -> list[Trigger]:
    """Return what a word list finds in a sentence; a parser may say that a word is no verb."""
    found = find_triggers(sentence.words, name, sentence.mentions)
    return [t for t in found if sentence.parse is None or fits(sentence.parse, t)]


def roles(sentence: Sentence, trigger: Trigger) -> Roles:
    """Return who acts and whom it concerns.

    >>> from detente.documents import Document, split_paragraphs
    >>> from detente.suggest.reading import read_closely
    >>> from detente.suggest.triggers import find_triggers
    >>> text = "Japanese firms were evicted by Russia."
    >>> reading = read_closely(Document("d", "", text, split_paragraphs(text)))
    >>> sentence = reading.passages[0].sentences[0]
    >>> found = roles(sentence, find_triggers(sentence.words, "events")[0])
    >>> found.actor, found.recipient
    (('RUS',), ('JPN',))
    """
    words, mentions = sentence.words, sentence.mentions
    if trigger.form == "noun":
        actor, recipient = _of_noun(words, mentions, trigger)
    elif is_passive(words, trigger):
        by = [m for m in _behind(words, mentions, trigger) if _word_before(words, m) == "by"]
        taken = _codes(by[:1])
        subject = _subject(words, mentions, trigger)
        actor, recipient = by[:1], [m for m in subject if not set(m.codes) <= set(taken)]
    else:
        actor = _subject(words, mentions, trigger)
        recipient = _object(words, mentions, trigger, actor)
    if sentence.parse and trigger.form != "noun":
        actor, recipient = _parsed(sentence, sentence.parse, trigger, actor, recipient)
    if not recipient and trigger.type in _DOMESTIC and not is_passive(words, trigger):
        near = [m for m in _behind(words, mentions, trigger) if m.how != "pronoun"]
        recipient = [m for m in near if _word_before(words, m) not in _CLAUSES][:1]
    if not recipient and len(_codes(actor)) > 1:
        return Roles(_codes(actor), _codes(actor), _words(actor))
    if "joint" in trigger.pattern.flags and actor and recipient:
        both = tuple(dict.fromkeys(_codes(actor) + _codes(recipient)))
        return Roles(both, both, _words([*actor, *recipient]))
    return Roles(_codes(actor), _codes(recipient), _words([*actor, *recipient]))


def _parsed(
    sentence: Sentence, parse: Parse, trigger: Trigger,
    actor: list[Mention], recipient: list[Mention],
) -> tuple[list[Mention], list[Mention]]:  # fmt: skip
    """Roles by the structure of the sentence; by the order of words where it shows none."""
    words, mentions = sentence.words, sentence.mentions
    actor = actor_of(parse, words, mentions, trigger)
    taken = set(_codes(actor))
    others = recipient_of(parse, words, mentions, trigger)
    others = [m for m in others if not set(m.codes) <= taken]
    if others:
        return actor, _with_partners(words, others, others[0])
    return actor, [m for m in recipient if not set(m.codes) <= taken]


def _of_noun(
    words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger
) -> tuple[list[Mention], list[Mention]]:
    """Roles around a noun: `Russia's annexation of Crimea`, `talks between A and B`."""
    close = [m for m in mentions if _owns(words, m, trigger)]
    after = _behind(words, mentions, trigger)
    actor = close[-1:] or [m for m in after if _word_before(words, m) == "by"][:1]
    if not actor and len(after) > 1 and "joint" in trigger.pattern.flags:
        return after[:2], []
    if not actor and trigger.first and words[trigger.first - 1].low == ",":
        actor = _subject(words, mentions, trigger)
    taken = _codes(actor)
    return actor, [m for m in after if not set(m.codes) & set(taken)][:1]


def _owns(words: Sequence[Word], mention: Mention, trigger: Trigger) -> bool:
    """Whether a name stands before a noun as its owner: `Russia's armed attack`, `Chinese incursion`."""
    limit = words[trigger.first].start
    between = [w.low for w in words if mention.end <= w.start < limit]
    if mention.end > limit or len(between) > _NEAR:
        return False
    return not any(
        w in _JOINING or w in _PREPOSITIONS or not w[0].isalpha() for w in between if w != "'s"
    )


def _subject(words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger) -> list[Mention]:
    """Return the actor before a verb, with those joined to it by `and`.

    The clause is looked at first, then what stands before it: a relative clause leans on the
    name next to it, any other on the first name of the sentence.
    """
    start, _ = clause(words, trigger.first)
    limit = words[trigger.first].start
    before = [m for m in mentions if m.end <= limit]
    own = [m for m in before if m.start >= max(words[start].start, _told(words, before, trigger))]
    link = words[start - 1].low if start else ""
    plain = [m for m in own if _plain(words, m)]
    if plain or own:
        return _with_partners(words, own, (plain or own)[0])
    if link in {"which", "who", "that", "whose"} and before:
        return _with_partners(words, before, before[-1])
    leading = [m for m in before if _plain(words, m)] or before
    return _with_partners(words, before, leading[0]) if leading else []


def _told(words: Sequence[Word], before: Sequence[Mention], trigger: Trigger) -> int:
    """Return where what somebody says begins without `that`: `Abe revealed Putin was reneging`."""
    starts = {m.start for m in before}
    return max(
        (
            words[k + 1].start
            for k in range(trigger.first - 1)
            if words[k].low in _SAYING and words[k + 1].start in starts
        ),
        default=0,
    )


def _object(
    words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger, actor: Sequence[Mention]
) -> list[Mention]:
    """Return whom a verb concerns: the first other actor behind it, in its clause or after."""
    taken = set(_codes(actor))
    behind = [
        m
        for m in _behind(words, mentions, trigger)
        if not set(m.codes) <= taken and _word_before(words, m) not in _ASIDE
    ]
    _, end = clause(words, trigger.last)
    limit = words[end - 1].end if end else 0
    open_end = end < len(words) and words[end].low in _OPENING
    here = [m for m in behind if m.start < limit] or (behind[:1] if open_end else [])
    best = [m for m in here if m.how != "place"]
    if "joint" not in trigger.pattern.flags:
        best = best or here
    return _with_partners(words, here, best[0]) if best else []


def _behind(words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger) -> list[Mention]:
    return [m for m in mentions if m.end > words[trigger.first].end]


def _with_partners(words: Sequence[Word], near: Sequence[Mention], first: Mention) -> list[Mention]:
    """Return an actor with those that `and` or a comma joins to it directly."""
    joined = [first]
    for mention in near:
        if mention.start < joined[-1].end or not set(mention.codes).isdisjoint(_codes(joined)):
            continue
        between = [w.low for w in words if joined[-1].end <= w.start < mention.start]
        if between in (["and"], [","], [",", "and"], ["-"], ["–"]) or between[-2:] == [
            "and",
            "the",
        ]:
            joined.append(mention)
    return joined


def _plain(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a name stands neither behind a preposition nor before a possessive `'s`."""
    if mention.how == "place" or _word_before(words, mention) in _PREPOSITIONS:
        return False
    after = next((w.low for w in words if w.start >= mention.end), "")
    return after != "'s" and mention.text.lower() not in {"his", "its", "her"}


def _word_before(words: Sequence[Word], mention: Mention) -> str:
    """Return the word before a name, articles and adjectives in front of it set aside."""
    before = [w.low for w in words if w.end <= mention.start]
    while before and before[-1] in {"the", "a", "an"}:
        before.pop()
    return before[-1] if before else ""


def _codes(found: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for m in found for code in m.codes))


def _words(found: Sequence[Mention]) -> str:
    return "; ".join(m.reason for m in found)
