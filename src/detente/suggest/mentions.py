"""Where a text names an actor, and which actor its pronouns most likely stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.suggest.gazetteer import Gazetteer
from detente.suggest.persons import TITLE, whole_name

__all__ = ["Mention", "named", "with_pronouns"]

_NOT_ACTORS = re.compile(
    r"-(?:led|controlled|backed|held|occupied|brokered|based|sponsored)\b"
    r"|\s+(?:Peninsula|Sea|Ocean|Post|Times|Strait|Examiner|Daily|Review)\b"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|at|near|outside|around|city of|town of)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|centr|occupi|neighbo)\w+\s+)*$"
)
_BETWEEN = re.compile(rf"(?:['’]s)?\s+(?i:{TITLE})(?:\s+[A-ZÀ-Þ][\w.’'-]+)?\s+|['’]s\s+|\s+\(?")
_TITLE_BEFORE = re.compile(rf"(?i:\b(?:the\s+)?{TITLE})\s+(?:[A-ZÀ-Þ][\w.-]+\s+)?$")
_NEAREST = re.compile(r"\b(?:after|because|when|since|before|once|that)\s+$")
_OWN = re.compile(r"(?:['’]s\s+(?:\S+\s+)?|National\s+)$")
_HE = re.compile(r"\b(?:he|she|him|her|his|He|She|His|Her)\b")
_IT = re.compile(r"\b(?:it|its|It|Its)\b")
_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two)\s+(?:sides|countries|nations|leaders|men|states|governments|powers)\b"
    r"|\b[Ee]ach other\b|\b(?:[Bb]oth|[Tt]hey)"
    r"(?=\s+(?:\w+ly\s+)?(?:[a-z]+(?:ed|ve|d)|spoke|met|want|see|seek|know|took|held|came|went)\b)"
)


@dataclass(frozen=True)
class Mention:
    """A stretch of a paragraph that stands for an actor (several for "both sides").

    `start` and `end` are offsets into the paragraph. `how` says by which way: a name, an adjective
    (`Russian`), a capital (`place` where it follows `in`), an organisation, a person, a pronoun or
    a name of the case. `reason` is that in words.
    """

    codes: tuple[str, ...]
    start: int
    end: int
    text: str
    how: str
    reason: str
    possessive: bool = False


def named(text: str, known: Gazetteer) -> list[Mention]:
    """Return the actors that a paragraph names, from left to right; a title joins its name.

    >>> from detente.suggest.gazetteer import standard
    >>> [(m.text, m.codes[0], m.how) for m in named("Tokyo and U.S.-led forces met in Moscow", standard())]
    [('Tokyo', 'JPN', 'capital'), ('Moscow', 'RUS', 'place')]
    """
    found: list[Mention] = []
    matches = known.find(text)
    for k, (match, entry) in enumerate(matches):
        if _NOT_ACTORS.match(text, match.end()) or _of_its_own(match):
            continue
        how: str = entry.how
        if how in ("capital", "name") and _PLACE.search(
            text, max(0, match.start() - 20), match.start()
        ):
            how = "place"
        start, end = match.span()
        if how == "person":
            start, end = whole_name(text, start, end, found[-1].end if found else 0)
            others = (m.start() for m, e in matches[k + 1 : k + 2] if e.code != entry.code)
            end = max(min([end, *others]), match.end())
            end -= len(text[start:end]) - len(text[start:end].rstrip())
            title = _TITLE_BEFORE.search(text, max(0, start - 60), start)
            start = title.start() if title else start
        said = f"“{match[0]}” stands for {entry.code} ({how})"
        owns = text[end : end + 2] in ("'s", "’s")
        found.append(Mention((entry.code,), start, end, text[start:end], how, said, owns))
    return _joined(text, found)


def _of_its_own(match: re.Match[str]) -> bool:
    """Whether "Security Council" is that of one state, as in `Japan's National Security Council`."""
    start = max(0, match.start() - 40)
    return match[0] == "Security Council" and bool(_OWN.search(match.string, start, match.start()))


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """Join what names one actor twice in a row: `Japanese Prime Minister Shinzo Abe`."""
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last and mention.start < last.end:
            continue
        gap = text[last.end : mention.start] if last else ""
        if last and gap == " " and last.how == "adjective" == mention.how:
            kept[-1] = replace(last, end=mention.end, text=text[last.start : mention.end])
            continue
        if last and last.codes == mention.codes and (not gap.strip() or _BETWEEN.fullmatch(gap)):
            whole = text[last.start : mention.end]
            kept[-1] = replace(mention, start=last.start, text=whole)
        else:
            kept.append(mention)
    return kept


def with_pronouns(
    text: str, spans: Iterable[tuple[int, int]], found: Sequence[Mention], before: Sequence[Mention]
) -> list[Mention]:
    """Return the actors of a paragraph with its pronouns, each read as an actor named before it.

    `spans` are its sentences, `before` the mentions of the paragraph above. `he` and `she` stand
    for the first person named earlier in the sentence, or in the one before; `it` likewise for a
    state or organisation; `both sides` for the last two actors, or those that it stood for before.
    What finds none is left out.
    """
    every = sorted(found, key=lambda m: m.start)
    earlier, both = list(before), list[Mention]()
    for start, end in spans:
        own = [m for m in every if start <= m.start < end]
        extra = [
            m
            for pattern, people in ((_HE, True), (_IT, False))
            for p in pattern.finditer(text, start, end)
            if (m := _single(p, own, earlier, people))
        ]
        pairs = [
            m
            for p in _BOTH.finditer(text, start, end)
            if (m := _pair(p, own, earlier) or _pair(p, (), both))
        ]
        extra, both = extra + pairs, pairs[-1:] or both
        every += [e for e in extra if not any(m.start <= e.start < m.end for m in own)]
        earlier = own or earlier
    return sorted(every, key=lambda m: m.start)


def _single(
    pronoun: re.Match[str], own: Sequence[Mention], earlier: Sequence[Mention], people: bool
) -> Mention | None:
    here = [m for m in own if m.end <= pronoun.start()]
    fits = [m for m in (*here, *earlier) if (m.how == "person") == people and len(m.codes) == 1]
    if not fits:
        return None
    if _NEAREST.search(pronoun.string, max(0, pronoun.start() - 20), pronoun.start()):
        fits = (
            [*reversed(here_fits), *fits] if (here_fits := [m for m in fits if m in here]) else fits
        )
    best = next((m for m in fits if not m.possessive), fits[0])
    why = f"“{pronoun[0]}” is read as “{best.text}”, named before it"
    return Mention(best.codes, pronoun.start(), pronoun.end(), pronoun[0], "pronoun", why)


def _pair(
    words: re.Match[str], own: Sequence[Mention], earlier: Sequence[Mention]
) -> Mention | None:
    near = [m for m in own if m.end <= words.start()] or list(earlier)
    codes = tuple(dict.fromkeys(c for m in near for c in m.codes))[:2]
    if len(codes) < 2:
        return None
    why = f"“{words[0]}” is read as {codes[0]} and {codes[1]}, named before"
    return Mention(codes, words.start(), words.end(), words[0], "pronoun", why)
