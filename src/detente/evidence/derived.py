"""Figures that follow from others by arithmetic, so that a reader sees whether they fit together."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping

from pydantic import Field

from detente.errors import UsageError
from detente.evidence.part import Part, Text

__all__ = ["Derived", "computed", "named_in"]

LONGEST = 200
"""The longest computation, in characters."""

_HINT = "write numbers, `ID.AMOUNT` of a quantity, + - * / and brackets"

_ACTIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Derived(Part):
    """A figure computed from the amounts of quantities, such as `n1.usd / n1.share`.

    `within` is the range in which the result lies if the figures fit together, both ends included.
    """

    what: Text
    compute: Text
    unit: Text = ""
    within: tuple[float, float] | None = Field(None, description="lowest and highest that fit")
    note: Text = ""

    def fits(self, value: float) -> bool | None:
        """Return whether a result lies within the range; None where there is no range.

        >>> Derived(what="Share", compute="a.x / a.y", within=(0.025, 0.035)).fits(0.0313)
        True
        """
        return None if self.within is None else self.within[0] <= value <= self.within[1]


def computed(computation: str, amounts: Mapping[str, Mapping[str, float]]) -> float:
    """Return the result of a computation with the amounts of quantities, by their ids.

    Raises `UsageError` where it is no computation, where it names what is not there, and where it
    has no finite result.

    >>> computed("(n1.usd - 3) / n2.usd", {"n1": {"usd": 18.0}, "n2": {"usd": 5.0}})
    3.0
    """
    for quantity, amount in named_in(computation):
        if amount not in amounts.get(quantity, {}):
            raise UsageError("there is no such amount", found=f"{quantity}.{amount}")
    try:
        value = _value(_tree(computation), amounts)
    except ZeroDivisionError:
        raise UsageError("it divides by nothing", found=computation) from None
    if not math.isfinite(value):
        raise UsageError("the result is too large", found=computation)
    return value


def named_in(computation: str) -> tuple[tuple[str, str], ...]:
    """Return the amounts that a computation names: quantity and amount, each once.

    Raises `UsageError` where it is no computation.

    >>> named_in("n1.usd / n1.share")
    (('n1', 'usd'), ('n1', 'share'))
    """
    return tuple(dict.fromkeys(_names(_tree(computation))))


def _tree(computation: str) -> ast.expr:
    try:
        if len(computation) > LONGEST:
            raise UsageError(f"the computation has more than {LONGEST} characters", hint=_HINT)
        return ast.parse(computation.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise UsageError("this is no computation", found=computation, hint=_HINT) from None


def _names(node: ast.expr) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Attribute(ast.Name(quantity), amount):
            yield quantity, amount
        case ast.BinOp(left, action, right) if type(action) in _ACTIONS:
            yield from _names(left)
            yield from _names(right)
        case ast.UnaryOp(ast.USub(), operand):
            yield from _names(operand)
        case ast.Constant(value) if type(value) in (int, float):
            pass
        case _:
            raise UsageError("this is no computation", found=ast.unparse(node), hint=_HINT)


def _value(node: ast.expr, amounts: Mapping[str, Mapping[str, float]]) -> float:
    match node:
        case ast.Attribute(ast.Name(quantity), amount):
            return amounts[quantity][amount]
        case ast.BinOp(left, action, right):
            return _ACTIONS[type(action)](_value(left, amounts), _value(right, amounts))
        case ast.UnaryOp(_, operand):
            return -_value(operand, amounts)
        case ast.Constant(value):
            return float(value)  # type: ignore[arg-type]
    raise AssertionError(node)  # `_names` has let nothing else through
