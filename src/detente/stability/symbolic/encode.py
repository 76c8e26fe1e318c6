"""Conditions as circuits: gates with shared parts, written as clauses (Tseitin 1968)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.case import Formula
from detente.case.formula import evaluate, names
from detente.case.terms import learn

__all__ = ["Circuit", "Meanings"]


class Circuit:
    """Gates over numbered variables; `clauses` define every gate both ways.

    Variables 1 to `inputs` are free. A literal is a variable or its negative number; `true` is the
    literal of what always holds. Equal gates are built once, and gates of known inputs not at all,
    so every setting of the inputs extends to exactly one setting of the gates.

    >>> circuit = Circuit(2)
    >>> circuit.both(1, 2) == circuit.both(2, 1), circuit.both(1, circuit.true), circuit.both(1, -1)
    (True, 1, -3)
    """

    def __init__(self, inputs: int) -> None:
        self.inputs = inputs
        self.true = self.top = inputs + 1
        self.clauses: list[list[int]] = [[self.true]]
        self._gates: dict[tuple[int, ...], int] = {}

    def fresh(self) -> int:
        """Return a new free variable."""
        self.top += 1
        return self.top

    def constant(self, value: bool) -> int:
        """Return the literal of a fact."""
        return self.true if value else -self.true

    def both(self, a: int, b: int) -> int:
        """Return the literal of `a and b`."""
        if a == b or b == self.true:
            return a
        if a == self.true:
            return b
        if a == -b or -self.true in (a, b):
            return -self.true
        gate, new = self._gate((a, b) if a < b else (b, a))
        if new:
            self.clauses += ([-gate, a], [-gate, b], [gate, -a, -b])
        return gate

    def every(self, literals: Iterable[int]) -> int:
        """Return the literal of "all of these are true"."""
        found = self.true
        for literal in literals:
            found = self.both(found, literal)
        return found

    def either(self, a: int, b: int) -> int:
        """Return the literal of `a or b`."""
        return -self.both(-a, -b)

    def differ(self, a: int, b: int) -> int:
        """Return the literal of `not (a iff b)`.

        >>> circuit = Circuit(2)
        >>> circuit.differ(1, -2) == -circuit.differ(1, 2)
        True
        """
        return self.pick(a, -b, b)

    def pick(self, which: int, yes: int, no: int) -> int:
        """Return the literal of `yes if which else no`.

        >>> circuit = Circuit(3)
        >>> circuit.pick(-1, 2, 3) == circuit.pick(1, 3, 2)
        True
        >>> circuit.pick(1, 2, 1) == circuit.both(1, 2)
        True
        """
        if yes == no or which == self.true:
            return yes
        if which == -self.true:
            return no
        if which < 0:
            which, yes, no = -which, no, yes
        if abs(yes) in (which, self.true):
            return self.either(which, no) if yes in (which, self.true) else self.both(-which, no)
        if abs(no) in (which, self.true):
            return self.both(which, yes) if no in (which, -self.true) else self.either(-which, yes)
        sign = 1 if no > 0 else -1
        yes, no = sign * yes, sign * no
        if yes == -no and which > no:
            which, yes, no = no, -which, which
        gate, new = self._gate((which, yes, no))
        if new:
            given = ([-gate, -which, yes], [gate, -which, -yes])
            self.clauses += (*given, [-gate, which, no], [gate, which, -no])
        return sign * gate

    def _gate(self, parts: tuple[int, ...]) -> tuple[int, bool]:
        """Return the variable of a gate (two parts are joined, of three one is picked); is it new?"""
        found = self._gates.get(parts)
        if found is not None:
            return found, False
        self._gates[parts] = self.fresh()
        return self.top, True

    def counts(self, literals: Sequence[int], most: int | None = None) -> list[int]:
        """Return the literals of "at least 1, 2, … of these are true", up to `most`.

        >>> circuit = Circuit(2)
        >>> circuit.counts([1, 2]) == [circuit.either(1, 2), circuit.both(1, 2)]
        True
        """
        most = len(literals) if most is None else min(most, len(literals))
        row: list[int] = []
        for literal in literals:
            carried = [self.true, *row]
            longer = [*row, -self.true]
            row = [
                self.either(at_least, self.both(one_less, literal))
                for at_least, one_less in zip(longer, carried, strict=True)
            ][:most]
        return row


class _Wire:
    """A literal that knows the operators that `evaluate` applies."""

    __slots__ = ("circuit", "literal")

    def __init__(self, circuit: Circuit, literal: int) -> None:
        self.circuit, self.literal = circuit, literal

    def __and__(self, other: _Wire) -> _Wire:
        return _Wire(self.circuit, self.circuit.both(self.literal, other.literal))

    def __or__(self, other: _Wire) -> _Wire:
        return _Wire(self.circuit, self.circuit.either(self.literal, other.literal))

    def __xor__(self, other: _Wire) -> _Wire:
        return _Wire(self.circuit, self.circuit.differ(self.literal, other.literal))

    def __invert__(self) -> _Wire:
        return _Wire(self.circuit, -self.literal)


class Meanings:
    """What every name stands for, as literals of a circuit: `Truths` without arrays.

    `known` gives the literals of options and context bits, `named` the conditions that
    propositions and outcomes stand for; those are built when first needed.

    >>> from detente.case.formula import parse
    >>> circuit = Circuit(2)
    >>> known = {"a.x": 1, "b.y": 2, "e.bit": circuit.true}
    >>> meanings = Meanings(circuit, known, {"deal": parse("a.x and e.bit")})
    >>> meanings.of(parse("deal")), meanings.of(parse("deal and b.y")) == circuit.both(1, 2)
    (1, True)
    """

    def __init__(
        self, circuit: Circuit, known: Mapping[str, int], named: Mapping[str, Formula]
    ) -> None:
        self.circuit, self.named = circuit, named
        self._known = {name: _Wire(circuit, literal) for name, literal in known.items()}

    def of(self, formula: Formula) -> int:
        """Return the literal of a condition.

        Raises KeyError for an unknown name, `UsageError` for one that is defined by itself.
        """
        try:
            return evaluate(formula, self._known, self._constant).literal
        except KeyError:  # a name that was not needed before
            for name in names(formula):
                self.name(name.id)
            return evaluate(formula, self._known, self._constant).literal

    def _constant(self, value: bool) -> _Wire:
        return _Wire(self.circuit, self.circuit.constant(value))

    def name(self, id: str) -> int:
        """Return the literal of an option, bit, proposition or outcome; errors as for `of`."""
        return learn(id, self._known, self.named, self._constant).literal
