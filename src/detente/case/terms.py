"""What a condition is made of: names, facts, denials, and two conditions joined by an operator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from detente.errors import UsageError

__all__ = [
    "Binary",
    "Constant",
    "Formula",
    "Name",
    "Not",
    "Operator",
    "evaluate",
    "learn",
    "names",
    "negate",
]

Truth = TypeVar("Truth")
Operator = Literal["and", "or", "if", "only if", "iff"]
_BINDING = {"and": 3, "or": 2, "if": 1, "only if": 1, "iff": 1}
_DENIAL = 4


@dataclass(frozen=True)
class Name:
    """An option, context bit, proposition or outcome, by id; `at` is where the text names it.

    >>> Name("ru.transfer", 3) == Name("ru.transfer", 40)
    True
    """

    id: str
    at: int = field(default=-1, compare=False)

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
        return f"not {_wrapped(self.body, _DENIAL)}"


@dataclass(frozen=True)
class Binary:
    """Two conditions joined by an operator.

    As text it has the fewest parentheses that still read back as the same tree.

    >>> a, b, c = Name("a"), Name("b"), Name("c")
    >>> str(Binary("and", a, Binary("or", b, c)))
    'a and (b or c)'
    """

    operator: Operator
    left: Formula
    right: Formula

    def __str__(self) -> str:
        own, tail, node = _BINDING[self.operator], "", self
        while True:
            tail = f" {node.operator} {_wrapped(node.right, own + 1)}{tail}"
            # `and` and `or` chain to the left; `if` and its kin do not chain at all
            if own == 1 or not isinstance(node.left, Binary) or node.left.operator != node.operator:
                return _wrapped(node.left, own + 1 if own == 1 else own) + tail
            node = node.left


Formula = Name | Constant | Not | Binary


def _wrapped(part: Formula, least: int) -> str:
    loose = isinstance(part, Binary) and _BINDING[part.operator] < least
    return f"({part})" if loose else str(part)


def negate(formula: Formula) -> Formula:
    """Return the reverse of a condition, without piling up `not not`.

    >>> str(negate(Not(Name("ru.transfer"))))
    'ru.transfer'
    """
    if isinstance(formula, Not):
        return formula.body
    if isinstance(formula, Constant):
        return Constant(not formula.value)
    return Not(formula)


def names(formula: Formula) -> Iterator[Name]:
    """Yield every name in a condition, left to right, as often as it stands there.

    >>> from detente.case.formula import parse
    >>> [n.id for n in names(parse("a if not (b or a)"))]
    ['a', 'b', 'a']
    """
    pending = [formula]
    while pending:
        part = pending.pop()
        if isinstance(part, Name):
            yield part
        elif isinstance(part, Not):
            pending.append(part.body)
        elif isinstance(part, Binary):
            pending += [part.right, part.left]


_OPERATIONS: dict[Operator, Callable[..., object]] = {
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "if": lambda a, b: a | ~b,
    "only if": lambda a, b: ~a | b,
    "iff": lambda a, b: ~(a ^ b),
}


def evaluate(
    formula: Formula, truth: Mapping[str, Truth], constant: Callable[[bool], Truth]
) -> Truth:
    """Evaluate over values that know `& | ^ ~`: NumPy Boolean arrays, in practice.

    `truth` maps ids to values; `constant` makes a value of a fact. Raises KeyError for an
    unknown id.

    >>> import numpy as np
    >>> from detente.case.formula import parse
    >>> world = {"a": np.array([False, True]), "b": np.array([True, True])}
    >>> evaluate(parse("a if b"), world, lambda value: np.full(2, value)).tolist()
    [False, True]
    """
    joined: list[Binary] = []
    while isinstance(formula, Binary):  # long chains lean left: walk them without recursion
        joined.append(formula)
        formula = formula.left
    value: object
    if isinstance(formula, Name):
        value = truth[formula.id]
    elif isinstance(formula, Constant):
        value = constant(formula.value)
    else:
        value = ~evaluate(formula.body, truth, constant)  # type: ignore[operator]
    for node in reversed(joined):
        right = evaluate(node.right, truth, constant)
        value = _OPERATIONS[node.operator](value, right)
    return value  # type: ignore[return-value]


def learn(
    id: str,
    known: dict[str, Truth],
    named: Mapping[str, Formula],
    constant: Callable[[bool], Truth],
) -> Truth:
    """Return the value of a name; what it stands for (`named`) is evaluated once, into `known`.

    Raises KeyError for an unknown name, `UsageError` for one that is defined by itself.

    >>> import numpy as np
    >>> known = {"a": np.array([False, True])}
    >>> learn("b", known, {"b": Not(Name("c")), "c": Name("a")}, lambda v: np.full(2, v)).tolist()
    [True, False]
    >>> sorted(known)
    ['a', 'b', 'c']
    """
    waiting = [id]  # each waits for the one after it; no recursion, however long
    while waiting:
        top = waiting[-1]
        if top not in known:
            when = named[top]
            needed = next((n.id for n in names(when) if n.id not in known), None)
            if needed in waiting:
                raise UsageError("a name is defined by itself", found=needed)
            if needed is not None:
                waiting.append(needed)
                continue
            known[top] = evaluate(when, known, constant)
        waiting.pop()
    return known[id]
