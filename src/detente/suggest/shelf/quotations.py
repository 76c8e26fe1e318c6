"""Quotations with their speakers: in quotation marks, over several paragraphs, and set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.suggest.mentions import Mention
from detente.suggest.reading import Passage, Reading
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Suggestion

__all__ = ["MEMBER", "suggest"]

_MARKED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|‘((?:[^‘’]|’(?=\w))+)’(?!\w)")
_SAYS = re.compile(
    r"\b(?:said|says|say|stated|added|adds|told|asked|declared|wrote|argued|insisted|remarked"
    r"|(?<!so-)(?<!being )called|noted|claimed|warned|announced|replied|explained"
    r"|regarded|spoke|talked|floating|condition|clear|needed|referring)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our|us|me|[Ll]et us)\b")
_WHOLE = 3
_FAR = 120


@dataclass(frozen=True)
class _Stretch:
    """Words in quotation marks within one paragraph, and whether they are a mere term."""

    passage: Passage
    start: int
    end: int
    type: str


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield the quotations of a text; one over several paragraphs gives one suggestion for each.

    Less than three words in quotation marks far from any verb of saying are a term (`type`), which
    nobody is said to have used. A paragraph set apart counts where the one before announces it and
    it speaks in the first person. The speaker is the actor named nearest to the verb of saying, or
    the last person whom the paragraph before names.
    """
    block: tuple[str, str] | None = None  # speaker and reason of a quotation that is still open
    for k, passage in enumerate(reading.passages):
        before = reading.passages[k - 1] if k else None
        stretches = list(_in_marks(passage))
        yield from (_said(s) for s in stretches)
        opened, closed = _open_end(passage), _open_start(passage)
        if block and not closed and not opened and not stretches:
            yield _set_apart(passage, 0, len(passage.text), *block)
        elif block and closed:
            yield _set_apart(passage, 0, closed, *block)
            block = None
        elif opened is not None:
            block = (_speaker_of(before), "an open quotation mark; it runs over paragraphs")
            yield _set_apart(passage, opened, len(passage.text), *block)
        elif not stretches and before and _is_apart(before, passage, closed):
            why = "set apart, announced by the paragraph before, in the first person"
            yield _set_apart(passage, 0, closed or len(passage.text), _speaker_of(before), why)


def _in_marks(passage: Passage) -> Iterator[_Stretch]:
    for match in _MARKED.finditer(passage.text):
        inner = next(g for g in match.groups() if g)
        near = passage.text[max(0, match.start() - 60) : match.end() + 60]
        term = len(inner.split()) < _WHOLE and not _SAYS.search(near)
        yield _Stretch(passage, *match.span(), "term" if term else "")


def _said(stretch: _Stretch) -> Suggestion:
    if stretch.type:
        why = "a term in quotation marks; nobody near it is said to have used it"
        return stretch.passage.suggestion(
            "quotation", stretch.start, stretch.end, why, type=stretch.type
        )
    speaker = _speaker(stretch)
    said = f"words in quotation marks; speaker: {speaker.reason if speaker else 'not found'}"
    codes = speaker.codes if speaker else ()
    return stretch.passage.suggestion(
        "quotation", stretch.start, stretch.end, said, actor=codes, asserted_by=",".join(codes)
    )


def _speaker(stretch: _Stretch) -> Mention | None:
    """Return the actor nearest to a verb of saying around a quotation; None where there is none."""
    text, mentions = stretch.passage.text, stretch.passage.mentions
    outside = [m for m in mentions if m.end <= stretch.start or m.start >= stretch.end]
    verbs = [v for v in _SAYS.finditer(text) if not stretch.start <= v.start() < stretch.end]
    verb = min(verbs, key=lambda v: _apart(v.start(), stretch), default=None)
    if verb is None or _apart(verb.start(), stretch) > _FAR:
        return None
    return min(outside, key=lambda m: abs(m.end - verb.start()), default=None)


def _apart(place: int, stretch: _Stretch) -> int:
    return max(stretch.start - place, place - stretch.end, 0)


def _open_end(passage: Passage) -> int | None:
    """Return where a quotation mark opens that is not closed in the paragraph, or None."""
    last = passage.text.rfind("“")
    return last if last >= 0 and "”" not in passage.text[last:] else None


def _open_start(passage: Passage) -> int:
    """Return where a mark closes that is not opened in the paragraph (behind it), or 0."""
    first, opening = passage.text.find("”"), passage.text.find("“")
    return first + 1 if first >= 0 and not 0 <= opening < first else 0


def _is_apart(before: Passage, passage: Passage, closed: int) -> bool:
    """Whether the paragraph before announces one that speaks, or one that closes a quotation."""
    announcing = before.text.rstrip()
    if closed:
        return not announcing.endswith((".", "?", "!", "”"))
    return announcing.endswith(":") and bool(_FIRST_PERSON.search(passage.text))


def _speaker_of(before: Passage | None) -> str:
    """Return who speaks in a paragraph set apart: the last person or first actor announced."""
    named = list(before.mentions) if before else []
    people = [m for m in named if m.how == "person"]
    return (people or named)[-1].codes[0] if named else ""


def _set_apart(passage: Passage, start: int, end: int, speaker: str, why: str) -> Suggestion:
    said = f"{why}; speaker: {speaker or 'not found'}"
    actor = (speaker,) if speaker else ()
    return passage.suggestion(
        "quotation", start, end, said, actor=actor, asserted_by=speaker, type="block"
    )


MEMBER = Suggester("quotations", "quotations with their speakers", suggest)
