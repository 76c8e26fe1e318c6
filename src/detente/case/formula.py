"""Conditions in words: what a statement, a rule or a proposition says about a state.

Grammar, from loosest to tightest::

    condition := disjunction [("if" | "only if" | "iff") disjunction]
    disjunction := conjunction {"or" conjunction}
    conjunction := negation {"and" negation}
    negation := "not" negation | id | "true" | "false" | "(" condition ")"

`A if B` is true unless B holds and A does not; `A only if B` unless A holds and B does not.
Statements of this shape are those of option prioritisation (Peng, Hipel & Kilgour 1997).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

__all__ = ["Binary", "Constant", "Formula", "FormulaError", "Name", "Not", "evaluate", "names", "negate", "parse"]

Truth = TypeVar("Truth")
Operator = Literal["and", "or", "if", "only if", "iff"]
_TOKEN = re.compile(r"\s*(?:(?P<word>[^\W\d][\w.\-]*|\d[\w.\-]*)|(?P<mark>[()]))")
_BINDING = {"and": 3, "or": 2, "if": 1, "only if": 1, "iff": 1}
_RESERVED = {"not", "and", "or", "if", "only", "iff", "true", "false"}
_FOREIGN = {"&": "and", "|": "or", "!": "not", "~": "not", "-": "not", "<": "if", "=": "iff"}


class FormulaError(ValueError):
    """A condition that cannot be read; `at` is the offset of the trouble in the text."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message, self.at = message, at


@dataclass(frozen=True)
class Name:
    """An option, context bit, proposition or outcome, by id; `at` is where the text names it."""

    id: str
    at: int = -1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Name) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True)
class Constant:
    """`true` or `false`."""

    value: bool

    def __str__(self) -> str:
        return "true" if self.value else "false"


@dataclass(frozen=True)
class Not:
    """The denial of a condition."""

    body: Formula

    def __str__(self) -> str:
        return f"not {_wrapped(self.body, 4)}"


@dataclass(frozen=True)
class Binary:
    """Two conditions joined by an operator."""

    operator: Operator
    left: Formula
    right: Formula

    def __str__(self) -> str:
        own = _BINDING[self.operator]
        # `if` and its kin do not chain; `and`/`or` read the same however they are grouped
        sides = own + 1 if own == 1 else own
        return f"{_wrapped(self.left, sides)} {self.operator} {_wrapped(self.right, sides)}"


Formula = Name | Constant | Not | Binary


def _wrapped(part: Formula, least: int) -> str:
    loose = isinstance(part, Binary) and _BINDING[part.operator] < least
    return f"({part})" if loose else str(part)


def parse(text: str) -> Formula:
    """Read a condition. Raises `FormulaError` with the offset of the first trouble.

    >>> str(parse("ru.transfer  only if (jp.exempt and jp.invest)"))
    'ru.transfer only if jp.exempt and jp.invest'
    >>> parse("a and")
    Traceback (most recent call last):
    detente.case.formula.FormulaError: the condition ends where an id was expected
    """
    return _Reader(text).read()


def negate(formula: Formula) -> Formula:
    """Return the reverse of a condition, without piling up `not not`.

    >>> str(negate(parse("not ru.transfer")))
    'ru.transfer'
    """
    if isinstance(formula, Not):
        return formula.body
    if isinstance(formula, Constant):
        return Constant(not formula.value)
    return Not(formula)


def names(formula: Formula) -> Iterator[Name]:
    """Yield every name in a condition, left to right.

    >>> [n.id for n in names(parse("a if not (b or a)"))]
    ['a', 'b', 'a']
    """
    if isinstance(formula, Name):
        yield formula
    elif isinstance(formula, Not):
        yield from names(formula.body)
    elif isinstance(formula, Binary):
        yield from names(formula.left)
        yield from names(formula.right)


_OPERATIONS: dict[str, Callable[..., object]] = {
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "if": lambda a, b: a | ~b,
    "only if": lambda a, b: ~a | b,
    "iff": lambda a, b: ~(a ^ b),
}


def evaluate(formula: Formula, truth: Mapping[str, Truth], constant: Callable[[bool], Truth]) -> Truth:
    """Evaluate over values that know `& | ^ ~`: NumPy Boolean arrays, in practice.

    `truth` maps ids to values; `constant` makes a value of a fact. Raises KeyError for an
    unknown id.

    >>> import numpy as np
    >>> world = {"a": np.array([False, True]), "b": np.array([True, True])}
    >>> evaluate(parse("a if b"), world, lambda value: np.full(2, value)).tolist()
    [False, True]
    """
    if isinstance(formula, Name):
        return truth[formula.id]
    if isinstance(formula, Constant):
        return constant(formula.value)
    if isinstance(formula, Not):
        return ~evaluate(formula.body, truth, constant)  # type: ignore[operator, no-any-return]
    left = evaluate(formula.left, truth, constant)
    right = evaluate(formula.right, truth, constant)
    return _OPERATIONS[formula.operator](left, right)  # type: ignore[return-value]


@dataclass(frozen=True)
class _Token:
    text: str
    at: int


class _Reader:
    """A recursive-descent reader over the tokens of one condition."""

    DEEPEST, LONGEST = 60, 600

    def __init__(self, text: str) -> None:
        self.text, self.position, self.depth = text, 0, 0
        self.tokens = list(self._split(text))
        if len(self.tokens) > self.LONGEST:
            raise FormulaError(f"a condition may hold {self.LONGEST} words at most", 0)

    @staticmethod
    def _split(text: str) -> Iterator[_Token]:
        at = 0
        while at < len(text.rstrip()):
            match = _TOKEN.match(text, at)
            if match is None:
                at += len(text[at:]) - len(text[at:].lstrip())
                sign = text[at]
                hint = f"; write `{_FOREIGN[sign]}`" if sign in _FOREIGN else ""
                raise FormulaError(f"`{sign}` has no meaning in a condition{hint}", at)
            at = match.end()
            yield _Token(match.group().strip(), match.start(match.lastgroup or 0))

    def read(self) -> Formula:
        formula = self._condition()
        if (token := self._peek()) is not None:
            raise FormulaError(self._surprise(token), token.at)
        return formula

    def _surprise(self, token: _Token) -> str:
        if token.text in ("if", "iff", "only"):
            return f"a second `{token.text}` needs parentheses to say what belongs together"
        if token.text == ")":
            return "`)` closes nothing"
        return f"`{token.text}` stands where `and`, `or`, `if`, `only if` or `iff` was expected"

    def _peek(self) -> _Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def _take(self, *words: str) -> bool:
        ahead = [t.text for t in self.tokens[self.position : self.position + len(words)]]
        if ahead != list(words):
            return False
        self.position += len(words)
        return True

    def _condition(self) -> Formula:
        self.depth += 1
        if self.depth > self.DEEPEST:
            raise FormulaError(f"nested more than {self.DEEPEST} deep", len(self.text))
        left = self._chain("or")
        operator = self._implication()
        if operator is not None:
            left = Binary(operator, left, self._chain("or"))
        self.depth -= 1
        return left

    def _implication(self) -> Operator | None:
        if self._take("only", "if"):
            return "only if"
        token = self._peek()
        if token is not None and token.text == "only":
            raise FormulaError("`only` must be followed by `if`", token.at)
        return "iff" if self._take("iff") else "if" if self._take("if") else None

    def _chain(self, operator: Literal["or", "and"]) -> Formula:
        part = self._negation if operator == "and" else lambda: self._chain("and")
        left = part()
        while self._take(operator):
            left = Binary(operator, left, part())
        return left

    def _negation(self) -> Formula:
        denials = 0
        while self._take("not"):
            denials += 1
        body = self._atom()
        for _ in range(denials):
            body = Not(body)
        return body

    def _atom(self) -> Formula:
        token = self._peek()
        if token is None:
            what = "is empty" if not self.tokens else "ends where an id was expected"
            raise FormulaError(f"the condition {what}", len(self.text))
        if self._take("("):
            inner = self._condition()
            if not self._take(")"):
                raise FormulaError("`(` is never closed", token.at)
            return inner
        if token.text in _RESERVED - {"true", "false"} or token.text == ")":
            raise FormulaError(f"`{token.text}` stands where an id was expected", token.at)
        self.position += 1
        if token.text in ("true", "false"):
            return Constant(token.text == "true")
        return Name(token.text, token.at)
