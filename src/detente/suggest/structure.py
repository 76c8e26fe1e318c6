"""Who does what to whom, read from the structure of a sentence that a parser gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.suggest.mentions import Mention
from detente.suggest.sentences import Word
from detente.suggest.syntax import Parse
from detente.suggest.triggers import Trigger

__all__ = ["actor_of", "fits", "recipient_of"]

_ASIDE = ("relcl", "acl", "advcl", "punct")
_TAKERS = ("dobj", "dative", "obj", "prep", "ccomp", "xcomp", "oprd", "attr", "agent", "advcl")


def fits(parse: Parse, trigger: Trigger) -> bool:
    """Whether the parser takes the first word of a trigger for what the pattern means.

    >>> from detente.suggest.sentences import words
    >>> from detente.suggest.triggers import find_triggers
    >>> (found,) = find_triggers(words("They visit", 0, 10), "events")
    >>> fits(Parse(("PRON", "NOUN"), ("nsubj", "ROOT"), (1, 1)), found)
    False
    """
    verb = parse.pos[trigger.first] in ("VERB", "AUX")
    return verb != (trigger.form == "noun")


def actor_of(
    parse: Parse, words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger
) -> list[Mention]:
    """Return who acts: the actors in the subject of a verb, or behind `by` in a passive."""
    k = trigger.first
    if _passive(parse, k):
        agents = parse.children(k, "agent")
        return _in(words, mentions, (j for a in agents for j in parse.below(a, *_ASIDE)))[:1]
    subject = parse.subject(k)
    return _with_joined(parse, words, mentions, subject) if subject is not None else []


def recipient_of(
    parse: Parse, words: Sequence[Word], mentions: Sequence[Mention], trigger: Trigger
) -> list[Mention]:
    """Return whom an act concerns: the actors in what the verb takes; the subject of a passive."""
    k = trigger.first
    if _passive(parse, k):
        subject = parse.subject(k)
        return _with_joined(parse, words, mentions, subject) if subject is not None else []
    last = range(trigger.first, trigger.last + 1)
    taken = [c for t in last for c in parse.children(t, *_TAKERS)]
    return _in(words, mentions, (j for c in sorted(taken) for j in parse.below(c)))


def _passive(parse: Parse, k: int) -> bool:
    return bool(parse.children(k, "nsubjpass", "auxpass", "agent"))


def _with_joined(
    parse: Parse, words: Sequence[Word], mentions: Sequence[Mention], k: int
) -> list[Mention]:
    """Return the actor nearest to the head of a phrase, and those joined to that head."""
    heads = [k, *(j for j in parse.below(k, *_ASIDE, "prep", "poss") if parse.role[j] == "conj")]
    found = [m for h in heads for m in _in(words, mentions, parse.below(h, *_ASIDE, "conj"))[:1]]
    return list(dict.fromkeys(found))


def _in(
    words: Sequence[Word], mentions: Sequence[Mention], numbers: Iterable[int]
) -> list[Mention]:
    """Return the actors that some words belong to, in the order of the words."""
    found = (m for j in numbers for m in mentions if m.start <= words[j].start < m.end)
    return list(dict.fromkeys(found))
