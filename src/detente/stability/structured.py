"""What holds under a structure of preference, and what is different from ranks alone, for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.stability.concept import Concept
from detente.stability.graph_form import GraphForm, NamedState
from detente.stability.stated import form_with, stated
from detente.stability.structure import Structure

__all__ = ["Change", "Structured", "found_under"]


@dataclass(frozen=True)
class Change:
    """A state that holds under a structure but not by ranks alone, or the other way round.

    `parties` are those for whom the state is stable in one way and not in the other.
    """

    state: NamedState
    holds: bool
    parties: tuple[str, ...]


@dataclass(frozen=True)
class Structured:
    """What holds in a model under one variant of a structure of preference, by concept.

    `stating` are the parties of which the model says something that the structure reads beyond
    ranks; without any, `changes` from what holds by ranks alone come from the structure itself.
    """

    model: str
    structure: str
    variant: str
    stating: tuple[str, ...]
    equilibria: Mapping[str, tuple[NamedState, ...]]
    changes: Mapping[str, tuple[Change, ...]]


def found_under(
    form: GraphForm, picked: Sequence[tuple[Structure, str]], concepts: Sequence[Concept]
) -> tuple[Structured, ...]:
    """Return what holds in a model under each structure and variant.

    Raises what `form_with` raises, and `UsageError` for a concept that needs ranks.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, STRUCTURES
    >>> from detente.stability.graph_form import graph_form
    >>> form = graph_form(open_case("japan-russia"), "2017-11")
    >>> found = found_under(form, [(STRUCTURES["probabilistic"], "")], [CONCEPTS["nash"]])
    >>> found[0].stating
    ('ru', 'cn')
    """
    plain = {c.key: c.stable(form.game) for c in concepts}
    given = stated(form)
    found = []
    for structure, variant in picked:
        game = form_with(form, structure, variant).game
        stable = {c.key: c.stable(game) for c in concepts}
        found.append(
            Structured(
                form.model,
                structure.key,
                variant,
                tuple(d for d, s in zip(form.deciders, given, strict=True) if structure.given(s)),
                {k: _states(form, np.asarray(held.all(axis=0))) for k, held in stable.items()},
                {k: tuple(_changes(form, plain[k], held)) for k, held in stable.items()},
            )
        )
    return tuple(found)


def _states(form: GraphForm, where: NDArray[np.bool_]) -> tuple[NamedState, ...]:
    return tuple(form.states[s] for s in np.flatnonzero(where))


def _changes(
    form: GraphForm, before: NDArray[np.bool_], after: NDArray[np.bool_]
) -> Iterator[Change]:
    """Yield the states that hold in one way only; arrays have shape (decision makers, states)."""
    for s in np.flatnonzero(before.all(axis=0) != after.all(axis=0)):
        differ = np.flatnonzero(before[:, s] != after[:, s])
        parties = tuple(form.deciders[i] for i in differ)
        yield Change(form.states[s], bool(after[:, s].all()), parties)
