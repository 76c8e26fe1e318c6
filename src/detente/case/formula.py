"""Conditions in words: what a statement, a rule or a proposition says about a state.

Grammar, from loosest to tightest::

    condition := disjunction [("if" | "only if" | "iff") disjunction]
    disjunction := conjunction {"or" conjunction}
    conjunction := negation {"and" negation}
    negation := "not" negation | id | "true" | "false" | "(" condition ")"

`A if B` is true unless B holds and A does not; `A only if B` unless A holds and B does not.
Statements of this shape are those of option prioritisation: Peng, Hipel & Kilgour (1997).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.case.terms import (
    Binary,
    Constant,
    Formula,
    Name,
    Not,
    Operator,
    evaluate,
    names,
    negate,
)
from detente.errors import UsageError

__all__ = [
    "Binary",
    "Constant",
    "Formula",
    "FormulaError",
    "Name",
    "Not",
    "evaluate",
    "is_id",
    "names",
    "negate",
    "parse",
]

DEEPEST, LONGEST, MOST_CHARACTERS = 60, 400, 20_000
_WORD = re.compile(r"\w[\w.\-]*")
_RESERVED = {"not", "and", "or", "if", "only", "iff", "true", "false"}
_FOREIGN = {
    **{"<->": "iff", "<=>": "iff", "==": "iff", "=": "iff", "↔": "iff", "⇔": "iff"},
    **{"->": "only if", "=>": "only if", "→": "only if", "⇒": "only if"},
    **{"<-": "if", "<=": "if", "←": "if", "⇐": "if"},
    **{"&&": "and", "&": "and", ",": "and", "∧": "and", "+": "and"},
    **{"||": "or", "|": "or", "/": "or", "∨": "or"},
    **{"!": "not", "~": "not", "-": "not", "¬": "not"},
}
_WORDS = {
    "but": "write `and`",
    "implies": "write `A only if B`",
    "then": "write `B if A` for if A then B",
    "unless": "write `A if not B`",
    "xor": "write `not (A iff B)`",
}
_MADE_OF = "use ids with `not`, `and`, `or`, `if`, `only if`, `iff` and parentheses"


class FormulaError(UsageError):
    """A condition that cannot be read; `at` is the offset of the trouble, `hint` what to do."""

    def __init__(self, message: str, at: int, hint: str = _MADE_OF) -> None:
        super().__init__(message, hint=hint)
        self.at = at


def parse(text: str) -> Formula:
    """Read a condition of at most 400 words and 20,000 characters, nested at most 60 deep.

    Raises `FormulaError` with the offset of the first trouble.

    >>> str(parse("ru.transfer  only if (jp.exempt and jp.invest)"))
    'ru.transfer only if jp.exempt and jp.invest'
    >>> parse("a and")
    Traceback (most recent call last):
    detente.case.formula.FormulaError: the condition ends where an id was expected: use ids ...
    """
    return _Reader(text).read()


def is_id(text: str) -> bool:
    """Tell whether a text can stand as a name in a condition.

    An id is made of letters of any script, digits, `_`, `-` and `.`, begins with a letter, a
    digit or `_`, and is none of the words of the grammar.

    >>> is_id("ru.transfer_2"), is_id("two words"), is_id("Not")
    (True, False, False)
    """
    end = _end_of_word(text, 0)
    return 0 < end == len(text) and text.casefold() not in _RESERVED


def _end_of_word(text: str, at: int) -> int:
    """Return where the word that begins at an offset ends; the same offset where none does."""
    while match := _WORD.match(text, at):
        at = match.end()
        while at < len(text) and unicodedata.category(text[at])[0] == "M":  # vowel signs, accents
            at += 1
    return at


@dataclass(frozen=True)
class _Token:
    text: str
    at: int


def _tokens(text: str) -> Iterator[_Token]:
    at, end = 0, len(text.rstrip())
    while at < end:
        if text[at].isspace():
            at += 1
        elif text[at] in "()":
            yield _Token(text[at], at)
            at += 1
        elif (stop := _end_of_word(text, at)) > at:
            word = text[at:stop]
            if word.casefold() in _RESERVED and word not in _RESERVED:
                small = word.casefold()
                raise FormulaError(f"`{word}` is no word of a condition", at, f"write `{small}`")
            yield _Token(word, at)
            at = stop
        else:
            raise _no_meaning(text, at)


def _no_meaning(text: str, at: int) -> FormulaError:
    signs = (text[at : at + length] for length in (3, 2, 1))
    sign = next((s for s in signs if s in _FOREIGN), text[at])
    hint = f"write `{_FOREIGN[sign]}`" if sign in _FOREIGN else _MADE_OF
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return FormulaError(f"`{shown}` has no meaning in a condition", at, hint)


class _Reader:
    """A recursive-descent reader over the tokens of one condition."""

    def __init__(self, text: str) -> None:
        self.text, self.position, self.depth = text, 0, 0
        if len(text) > MOST_CHARACTERS:
            found = f"the condition has {len(text):,} characters, {MOST_CHARACTERS:,} is the limit"
            raise FormulaError(found, 0, "give parts of it a name under `propositions`")
        self.tokens = list(_tokens(text))
        if len(self.tokens) > LONGEST:
            found = f"the condition has {len(self.tokens)} words, {LONGEST} is the limit"
            raise FormulaError(found, 0, "give parts of it a name under `propositions`")

    def read(self) -> Formula:
        """Return the condition that all the tokens make."""
        formula = self._condition()
        if (token := self._peek()) is not None:
            raise self._surprise(token)
        return formula

    def _surprise(self, token: _Token) -> FormulaError:
        word = token.text
        if word in ("if", "iff", "only"):
            said = f"a second `{word}` does not say what belongs together"
            return FormulaError(said, token.at, "put one of the two in parentheses")
        if word == ")":
            return FormulaError("`)` closes nothing", token.at, "remove it, or open it before")
        said = f"`{word}` stands where `and`, `or`, `if`, `only if` or `iff` was expected"
        return FormulaError(said, token.at, _WORDS.get(word.casefold(), _MADE_OF))

    def _peek(self) -> _Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def _take(self, *words: str) -> bool:
        ahead = [t.text for t in self.tokens[self.position : self.position + len(words)]]
        if ahead != list(words):
            return False
        self.position += len(words)
        return True

    def _deeper(self, by: int, at: int) -> None:
        self.depth += by
        if self.depth > DEEPEST:
            hint = "give parts of it a name under `propositions`"
            raise FormulaError(f"the condition is nested more than {DEEPEST} deep", at, hint)

    def _condition(self) -> Formula:
        left = self._chain("or")
        operator = self._implication()
        return left if operator is None else Binary(operator, left, self._chain("or"))

    def _implication(self) -> Operator | None:
        if self._take("only", "if"):
            return "only if"
        token = self._peek()
        if token is not None and token.text == "only":
            raise FormulaError("`only` stands without its `if`", token.at, "write `only if`")
        return "iff" if self._take("iff") else "if" if self._take("if") else None

    def _chain(self, operator: Literal["or", "and"]) -> Formula:
        left = self._part(operator)
        while self._take(operator):
            left = Binary(operator, left, self._part(operator))
        return left

    def _part(self, operator: Literal["or", "and"]) -> Formula:
        return self._negation() if operator == "and" else self._chain("and")

    def _negation(self) -> Formula:
        denials = 0
        while self._take("not"):
            denials += 1
            self._deeper(1, self.tokens[self.position - 1].at)
        body = self._atom()
        self.depth -= denials
        for _ in range(denials):
            body = Not(body)
        return body

    def _atom(self) -> Formula:
        token = self._peek()
        if token is None:
            what = "is empty" if not self.tokens else "ends where an id was expected"
            raise FormulaError(f"the condition {what}", len(self.text))
        if self._take("("):
            self._deeper(1, token.at)
            inner = self._condition()
            if not self._take(")"):
                other = self._peek()
                raise (
                    self._surprise(other)
                    if other
                    else FormulaError(
                        "`(` is never closed", token.at, "add `)` where the group ends"
                    )
                )
            self.depth -= 1
            return inner
        if token.text in _RESERVED - {"true", "false"} or token.text == ")":
            hint = _WORDS["then"] if token.text == "if" else _MADE_OF
            raise FormulaError(f"`{token.text}` stands where an id was expected", token.at, hint)
        self.position += 1
        if token.text in ("true", "false"):
            return Constant(token.text == "true")
        return Name(token.text, token.at)
