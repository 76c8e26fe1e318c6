"""Lines of text: wrapping, indents, tables, and options grouped by who takes them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Protocol

from detente.case import Case
from detente.stability.graph import State

__all__ = ["WIDTH", "Modelled", "by_actor", "plural", "rows", "wrap"]

WIDTH = 88


def wrap(text: str, indent: str = "", hang: str | None = None) -> str:
    """Wrap a text at 88 columns, with an indent for the first line and one for the rest.

    >>> print(wrap("Japan: keep the sanctions line", indent="- "))
    - Japan: keep the sanctions line
    """
    rest = indent if hang is None else hang
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=rest)


def plural(count: int, word: str, words: str = "") -> str:
    """Return a count with its noun.

    >>> plural(1, "equilibrium", "equilibria"), plural(2304, "state")
    ('1 equilibrium', '2,304 states')
    """
    return f"{count:,} {word if count == 1 else words or word + 's'}"


def rows(table: Sequence[Sequence[str]], indent: str = "") -> str:
    """Return rows with columns lined up.

    >>> print(rows([["a", "1"], ["bcd", "2"]]))
    a    1
    bcd  2
    """
    widths = [max(len(r[i]) for r in table) for i in range(len(table[0]))] if table else []
    lines = ("  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in table)
    return "\n".join((indent + line).rstrip() for line in lines)


class Modelled(Protocol):
    """A model under analysis, by whichever engine."""

    @property
    def model(self) -> str:
        """The id of the model."""

    @property
    def deciders(self) -> tuple[str, ...]:
        """The decision makers."""


def by_actor(case: Case, graph: Modelled, state: State, indent: str = "  ") -> str:
    """Return the options taken in a state, one line for each party."""
    lines = []
    for decider in graph.deciders:
        own = [o for o in state.on if o.partition(".")[0] == decider]
        taken = "; ".join(f"{case.option(graph.model, o).label} [{o}]" for o in own)
        lines.append(
            wrap(f"{case.actor_name(decider)}: {taken or 'nothing'}", indent, indent + "  ")
        )
    return "\n".join(lines)
