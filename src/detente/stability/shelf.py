"""The shelf of stability concepts, and how a concept is named: `seq`, `lh:3`, `jp=nash,ru=seq`."""

from __future__ import annotations

from collections.abc import Mapping

from detente.errors import UsageError
from detente.registry import Shelf
from detente.stability.concept import Concept
from detente.stability.families import Family, mixed
from detente.stability.settings import resolve

__all__ = ["CLASSICAL", "CONCEPTS", "concept_named"]

CONCEPTS: Shelf[Concept] = Shelf("detente.stability.concepts", "stability concept")
"""Every published concept of individual stability, by key."""

CLASSICAL: Mapping[str, Concept] = {k: c for k, c in CONCEPTS.items() if c.replies is not None}
"""The five that are thresholds; what is computed where no concept is asked for."""


def concept_named(text: str) -> Concept:
    """Return the concept of a name: a key, `key:parameter`, or one for each decision maker.

    In `jp=nash,ru=lh:3` each decision maker has its own; one name without `=` serves the rest.
    Raises `UnknownName` for an unknown concept, `UsageError` where a parameter or a decision
    maker's concept is missing, given twice, or does not fit.

    >>> concept_named("SEQ").name, concept_named("lh:3").name
    ('Sequential stability', 'Limited-move stability, 3 moves')
    >>> [c.key for c in concept_named("jp=nash,seq").of(["jp", "ru"])]
    ['nash', 'seq']
    >>> concept_named("lh")
    Traceback (most recent call last):
    detente.errors.UsageError: this concept needs a parameter: found `lh`; expected a number of ...
    """
    if "=" not in text and "," not in text:
        return _single(text)
    parts: dict[str, Concept] = {}
    for part in text.split(","):
        actor, equals, name = part.rpartition("=")
        actor = actor.strip()
        if equals and not actor:
            raise UsageError("a decision maker is missing before `=`", found=text)
        if actor.casefold() in map(str.casefold, parts):
            raise UsageError(
                "two concepts for the same decision makers",
                found=text,
                expected="ACTOR=CONCEPT, and at most one CONCEPT for the rest",
            )
        parts[actor] = _single(name)
    return mixed({a: c for a, c in parts.items() if a}, parts.get(""))


def _single(text: str) -> Concept:
    key, colon, parameter = text.strip().partition(":")
    member = CONCEPTS[resolve("stability concept", key.strip(), CONCEPTS)]
    if isinstance(member, Family):
        if not colon:
            raise member.incomplete()
        return member.at(parameter)
    if colon:
        raise UsageError("this concept takes no parameter", found=text, expected=member.key)
    return member
