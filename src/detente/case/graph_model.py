"""A model in graph form: states by name, the moves between them, and a ranking for each party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from detente.case.fields import AtLeast, Because
from detente.case.model import Dated, Published
from detente.errors import UsageError
from detente.evidence.part import Part, Text, misfit

__all__ = ["GraphModel", "LabelledState", "Step"]

_STEP = re.compile(r"\s*(\S+?)\s*(<->|->)\s*(\S+)\s*")
_STEPS = "write `s1 -> s2`, or `s1 <-> s2` for both ways"


@dataclass(frozen=True)
class Step:
    """A move from one state to another, or `both` ways; `at` is where each name stands in the text.

    >>> list(Step.read("s1 <-> s2").arcs())
    [('s1', 's2'), ('s2', 's1')]
    """

    start: str
    end: str
    both: bool = False
    at: tuple[int, int] = field(default=(0, 0), compare=False)

    @classmethod
    def read(cls, text: str) -> Step:
        """Read `s1 -> s2` or `s1 <-> s2`. Raises `UsageError` that says what was found.

        >>> Step.read("s1 to s2")
        Traceback (most recent call last):
        detente.errors.UsageError: `s1 to s2` is no move
        """
        found = _STEP.fullmatch(text)
        if found is None:
            raise UsageError(f"`{text}` is no move")
        return cls(found[1], found[3], found[2] == "<->", (found.start(1), found.start(3)))

    def arcs(self) -> Iterator[tuple[str, str]]:
        """Yield the moves, from and to."""
        yield self.start, self.end
        if self.both:
            yield self.end, self.start

    def __str__(self) -> str:
        return f"{self.start} {'<->' if self.both else '->'} {self.end}"


def _step(value: Any) -> Step:
    if isinstance(value, Step):
        return value
    if not isinstance(value, str):
        found = {dict: "a map", list: "a list", type(None): "nothing"}.get(type(value), "no text")
        raise misfit("step", f"found {found}, expected a move", _STEPS)
    try:
        return Step.read(value)
    except UsageError as error:
        raise misfit("step", error.message, _STEPS) from None


StepField = Annotated[
    Step,
    PlainValidator(_step),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^\s*\S+\s*<?->\s*\S+\s*$"}),
]
"""A `Step` that is written as text."""


class LabelledState(Part):
    """A state as people know it."""

    label: Text = ""
    note: Text = ""
    because: Because = ()


class GraphModel(Dated):
    """A dated model of the dispute in graph form.

    `ranking` holds the states of each decision maker, best first, those that it does not tell
    apart together; every state stands in it once. Nothing is assumed of the moves: several parties
    may have the same one, and they need be neither transitive nor reversible.
    """

    states: Annotated[dict[str, LabelledState], AtLeast(1)]
    moves: Annotated[dict[str, tuple[StepField, ...]], AtLeast(1)]
    ranking: Annotated[dict[str, tuple[tuple[str, ...], ...]], AtLeast(1)]
    status_quo: str
    published: tuple[Published, ...] = ()

    def deciders(self) -> list[str]:
        """Return the decision makers: those with a ranking, in its order.

        >>> ranking = {"ru": (("s2",), ("s1",)), "jp": (("s1", "s2"),)}
        >>> states, moves = {"s1": {}, "s2": {}}, {"ru": ("s1 -> s2",)}
        >>> GraphModel(states=states, moves=moves, ranking=ranking, status_quo="s1").deciders()
        ['ru', 'jp']
        """
        return list(self.ranking)
