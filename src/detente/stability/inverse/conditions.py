"""What one decision maker would have to want for a state to be stable: conditions on its ranking.

The inverse question of the graph model (Kinsara 2014; Kinsara, Kilgour & Hipel 2015): each move away
from the target must lead to a state that ranks no higher, or meet an answer that leaves the mover no
better off. Every condition compares the target with some other state, so it is a formula in "ranks
no higher than the target" without any negation: lowering a state never breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.kernels.arcs import Arcs
from detente.kernels.monotone import Clause, simplified
from detente.stability.concept import Concept
from detente.stability.game import Game
from detente.stability.inverse.reach import (
    AnyConcept,
    reached,
    replies_by,
    replies_of,
    whole_reach,
)

__all__ = ["Conditions", "conditions_of"]


@dataclass(frozen=True, eq=False)
class Conditions:
    """What the ranking of one decision maker must meet for a state to be stable for its coalition.

    `moves` are the states (k,) that the coalition can bring about and that all its other members
    prefer; `answers` has shape (k, n): where others can take the conflict from each. `bound` marks
    the states that deter whatever this decision maker wants: the target, and what another member
    does not prefer to it. With `counter` an answer must deter after every move in it, too.

    `coupled` says that all this depends on what the others want, so that the conditions hold while
    they want it. For Nash, GMR and SMR of one decision maker it does not.
    """

    game: Game
    target: int
    actor: int
    group: tuple[int, ...]
    concept: AnyConcept
    moves: NDArray[np.int64]
    answers: NDArray[np.bool_]
    bound: NDArray[np.bool_]
    counter: Arcs | None

    @property
    def coupled(self) -> bool:
        """Whether the conditions depend on the preferences of others."""
        return len(self.group) > 1 or replies_of(self.concept) == "improvements"

    def holds(self, below: NDArray[np.bool_]) -> bool:
        """Return whether the target is stable if just these states (n,) rank no higher than it."""
        kept = below | self.bound
        binding = kept & ~self._escaped(kept)
        return bool((below[self.moves] | (self.answers & binding).any(axis=1)).all())

    def _escaped(self, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
        escaped = np.zeros_like(kept)
        if self.counter is not None:
            escaped[self.counter.sources()[~kept[self.counter.targets]]] = True
        return escaped

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The conditions in conjunctive normal form, without what follows from the rest.

        One clause for each move: one of its alternatives must be met, and an alternative is a set
        of states that must all rank no higher than the target. Without countermoves each is one
        comparison, so that this is a formula in conjunctive normal form.
        """
        return simplified(self._alternatives(k) for k in range(len(self.moves)))

    def _alternatives(self, k: int) -> Iterator[list[int]]:
        yield [int(self.moves[k])]
        for answer in np.flatnonzero(self.answers[k]).tolist():
            yield self._needed(answer)

    @cached_property
    def _needed(self) -> Callable[[int], list[int]]:
        """The states that must rank no higher than the target for an answer to deter."""

        @cache
        def needed(answer: int) -> list[int]:
            after = [] if self.counter is None else self.counter.of(answer).tolist()
            return [s for s in (answer, *after) if not self.bound[s]]

        return needed

    @property
    def mentioned(self) -> frozenset[int]:
        """The states that the simplified conditions compare with the target."""
        return frozenset(s for clause in self.clauses for a in clause for s in a)


def conditions_of(
    game: Game, target: int, actor: int, concept: AnyConcept, group: Sequence[int] = ()
) -> Conditions:
    """Return what a decision maker's ranking must meet for a state to be stable.

    With a concept of coalition stability, `group` are the members, `actor` among them; the wants of
    the other members are taken as they stand. Raises `UsageError` where the two do not fit.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.game import game_of
    >>> game = game_of(build_graph(open_case("syria-iraq-1975"), "main"))
    >>> found = conditions_of(game, 1, game.deciders.index("syria"), CONCEPTS["gmr"])
    >>> game.labels[1], [[game.labels[s] for a in c for s in sorted(a)] for c in found.clauses[:1]]
    ('{syria.release}', [['{iraq.attack}', '{}']])
    """
    members = _members(game, actor, concept, group)
    others = [j for j in range(len(game.deciders)) if j not in members]
    rest = [game.relations[j] for j in members if j != actor]
    size = len(game.labels)
    own = reached([game.arcs[j] for j in members], [target], size)[0]
    moves = np.flatnonzero(np.logical_and.reduce([own, *(r.tempts(target) for r in rest)]))
    moves = moves[moves != target]
    bound = np.zeros(size, dtype=bool)
    bound[target] = True
    return Conditions(
        game=game,
        target=target,
        actor=actor,
        group=members,
        concept=concept,
        moves=moves,
        answers=reached(replies_by(game, others, concept), moves.tolist(), size),
        bound=np.logical_or.reduce([bound, *(r.deters(target) for r in rest)]),
        counter=whole_reach(game, members) if concept.countermoves else None,
    )


def _members(game: Game, actor: int, concept: AnyConcept, group: Sequence[int]) -> tuple[int, ...]:
    members = tuple(sorted({*group})) or (actor,)
    if actor not in members:
        names = ", ".join(game.deciders[j] for j in members)
        raise UsageError(
            "not a member of the coalition", found=game.deciders[actor], expected=names
        )
    if len(members) > 1 and isinstance(concept, Concept):
        raise UsageError(
            "this is a concept for one decision maker",
            found=concept.key,
            expected="cnash, cgmr, csmr or cseq for a coalition",
        )
    return members
