"""Hypergames: each party plays the game that it sees, and none may be the one that is there.

A party's view is the model with the readings that it believes the others to go by, and without the
options that it does not know of, which stay as they are today. A first-level hypergame is one such
view for each party. A state is an equilibrium of it if it is stable for every party in that
party's own view. What a party expects are the equilibria of its view; where it ascribes beliefs to
others, its view is a hypergame in turn, and so on to any depth.

Source: Bennett (1977); Wang, Hipel & Fraser (1988); in the graph model Aljefri, Bashar, Fang &
Hipel (2018), Aljefri, Hipel & Fang (2018). These sort equilibria into eight classes by
misperception and awareness; how each class is defined was not checked, so none is named here:
every equilibrium says instead who expects it, who does not see the whole of it, and whether it
would hold without misperception. That a party judges a state that it cannot see in full by what it
sees is the reading implemented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.case import Case
from detente.case.model import Perception
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, State, build_graph
from detente.stability.settings import Settings

__all__ = ["Hypergame", "HypergameEquilibrium", "HypergameFinding", "Misperception", "Surprise"]

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Misperception:
    """One thing that a party takes for other than it is, and what that changes.

    With `about`, it believes that this party goes by the reading `believed`, while it goes by
    `actual`; else it does not know of `option`. `held` are the equilibria that would not hold if
    this one thing were seen aright, `lost` those that would.
    """

    party: str
    about: str
    believed: str
    actual: str
    option: str
    held: tuple[State, ...]
    lost: tuple[State, ...]

    @property
    def matters(self) -> bool:
        """Whether seeing this one thing aright would change what holds."""
        return bool(self.held or self.lost)


@dataclass(frozen=True)
class HypergameEquilibrium:
    """A state that every party finds stable as it sees things.

    `expected_by` are the parties in whose view it is an equilibrium, `unseen_by` those that do
    not know of an option in which it differs from today. `real` says whether it would be an
    equilibrium without misperception.
    """

    state: State
    expected_by: tuple[str, ...]
    unseen_by: tuple[str, ...]
    real: bool


@dataclass(frozen=True)
class Surprise:
    """A state that holds by misperception only, or fails to hold by it; `parties` judge it amiss."""

    state: State
    holds: bool
    parties: tuple[str, ...]


@dataclass(frozen=True)
class HypergameFinding:
    """What holds in a hypergame under one concept, and what misperception has to do with it.

    `expected` gives, for each party, the states that it expects to hold, as it sees them.
    """

    model: str
    concept: str
    today: State
    equilibria: tuple[HypergameEquilibrium, ...]
    expected: Mapping[str, tuple[State, ...]]
    surprises: tuple[Surprise, ...]
    misperceptions: tuple[Misperception, ...]


class Hypergame:
    """A model and how each party perceives it; `perceptions` are the model's own if none are given.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> hopeful = {"jp": Perception(readings={"ru": "pull-back"})}
    >>> seen = Hypergame(open_case("japan-russia"), "2017-11", perceptions=hopeful)
    >>> wrong = seen.finding(CONCEPTS["seq"]).misperceptions[0]
    >>> wrong.about, wrong.actual, wrong.matters
    ('ru', 'excuse', False)
    """

    def __init__(
        self,
        case: Case,
        model: str,
        settings: Settings | None = None,
        perceptions: Mapping[str, Perception] | None = None,
    ) -> None:
        self.case, self.model, self.settings = case, model, settings or Settings()
        self.real = build_graph(case, model, self.settings)
        given = case.model(model).perceptions if perceptions is None else perceptions
        self.perceptions = dict(given)

    @cached_property
    def views(self) -> dict[str, Hypergame]:
        """What each party that misperceives something sees: a hypergame, if only of one level."""
        found = {}
        for party, perception in self.perceptions.items():
            settings = self._seen(perception).over(self.settings)
            found[party] = Hypergame(self.case, self.model, settings, perception.perceptions)
        return found

    def _seen(self, perception: Perception) -> Settings:
        today = self.real.status_quo.on
        fixed = {option: option in today for option in perception.unaware}
        return Settings(readings=perception.readings, fix=fixed)

    def stable(self, concept: Concept) -> Bools:
        """Return where each party is stable as it sees things; shape (decision makers, S)."""
        rows = Analysis(self.real).stable(concept).copy()
        for i, party in enumerate(self.real.deciders):
            if party in self.views:
                rows[i] = self._as_seen(party, Analysis(self.views[party].real).stable(concept)[i])
        return rows & self.real.feasible

    def holding(self, concept: Concept) -> Bools:
        """Return the equilibria of the hypergame; shape (S,)."""
        return _by_all(self.stable(concept))

    def _as_seen(self, party: str, row: Bools) -> Bools:
        """Return what a party says of each state, given what it says of each that it knows."""
        codes = np.arange(len(row))
        for option in self.perceptions[party].unaware if party in self.perceptions else ():
            bit = 1 << self.real.options.index(option)
            codes = codes | bit if option in self.real.status_quo.on else codes & ~bit
        return row[codes]

    def expected(self, concept: Concept) -> dict[str, Bools]:
        """Return the states that each party expects to hold, as it sees them; shape (S,) each."""
        own = _by_all(Analysis(self.real).stable(concept))
        return {
            party: self.views[party].holding(concept) if party in self.views else own
            for party in self.real.deciders
        }

    def finding(self, concept: Concept) -> HypergameFinding:
        """Return what holds under a concept, who expects it, and what misperception changes."""
        real = self.real
        stable, plain = self.stable(concept), Analysis(real).stable(concept)
        expected = self.expected(concept)
        held = _by_all(stable)
        return HypergameFinding(
            self.model,
            concept.key,
            real.status_quo,
            tuple(self._equilibrium(s, expected, plain) for s in _states(real, held)),
            {party: _states(real, where) for party, where in expected.items()},
            tuple(
                Surprise(s, bool(held[s.code]), self._differing(stable, plain, s))
                for s in _states(real, held != _by_all(plain))
            ),
            tuple(self._misperceptions(concept, held)),
        )

    def _differing(self, stable: Bools, plain: Bools, state: State) -> tuple[str, ...]:
        differ = np.flatnonzero(stable[:, state.code] != plain[:, state.code])
        return tuple(self.real.deciders[i] for i in differ)

    def _equilibrium(
        self, state: State, expected: Mapping[str, Bools], plain: Bools
    ) -> HypergameEquilibrium:
        sure = tuple(p for p, w in expected.items() if self._as_seen(p, w)[state.code])
        changed = set(state.on) ^ set(self.real.status_quo.on)
        unseen = tuple(p for p, b in self.perceptions.items() if changed & set(b.unaware))
        return HypergameEquilibrium(state, sure, unseen, bool(plain[:, state.code].all()))

    def _misperceptions(self, concept: Concept, held: Bools) -> Iterator[Misperception]:
        """Yield every difference between a party's view and the model, with what it changes."""
        actual = dict(zip(self.real.deciders, self.real.readings, strict=True))
        for party, belief in self.perceptions.items():
            for other, reading in belief.readings.items():
                if reading != actual.get(other):
                    rest = {o: r for o, r in belief.readings.items() if o != other}
                    sets = self._without(party, {"readings": rest}, concept, held)
                    yield Misperception(party, other, reading, actual[other], "", *sets)
            for option in belief.unaware:
                known = tuple(o for o in belief.unaware if o != option)
                sets = self._without(party, {"unaware": known}, concept, held)
                yield Misperception(party, "", "", "", option, *sets)

    def _without(
        self, party: str, aright: Mapping[str, object], concept: Concept, held: Bools
    ) -> tuple[tuple[State, ...], tuple[State, ...]]:
        """Return the equilibria that go, and that come, if a party saw one thing aright."""
        perceptions = dict(self.perceptions)
        perceptions[party] = perceptions[party].model_copy(update=dict(aright))
        other = Hypergame(self.case, self.model, self.settings, perceptions).holding(concept)
        return _states(self.real, held & ~other), _states(self.real, other & ~held)


def _by_all(stable: Bools) -> Bools:
    return np.asarray(stable.all(axis=0))


def _states(graph: ConflictGraph, where: Bools) -> tuple[State, ...]:
    return tuple(graph.state(int(c)) for c in np.flatnonzero(where))
