"""Whether one state is left, and by whom: a proof with its witness, or how far it was looked for."""

from __future__ import annotations

from collections.abc import Iterable

from detente.stability.findings import Answer, Move
from detente.stability.graph import State
from detente.stability.settings import resolve
from detente.stability.symbolic.answers import Membership, Stays
from detente.stability.symbolic.equilibria import EquilibriumSet
from detente.stability.symbolic.lemmas import Examined
from detente.stability.symbolic.pursuit import Sanction
from detente.stability.symbolic.respond import Responder
from detente.stability.symbolic.sanctions import Sanctions
from detente.stability.symbolic.solver import Clock, OutOfTime

__all__ = ["holds", "stays"]


def stays(
    equilibria: EquilibriumSet,
    actor: str,
    state: State | Iterable[str] | None = None,
    longest: int | None = None,
) -> Stays:
    """Say whether a decision maker stays in a state, today's if none is given, and why.

    Answers of any number of moves are looked for; with `longest`, a move for which there is none of
    up to so many leaves the verdict open unless it is proven that there is no longer one either.
    Raises `UnknownName` for an unknown decision maker or option, `UsageError` for an infeasible
    state.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> today = stays(build_set(open_case("elmira-1991"), "main", "seq"), "lg")
    >>> str(today), today.leaves.on
    ('not stable, by proof', ('uniroyal.delay', 'lg.insist'))
    """
    game, clock = equilibria.game, equilibria.clock()
    i = game.deciders.index(resolve("decision maker", actor, game.deciders))
    if state is None:
        state = game.status_quo
    state = game.find(state.on if isinstance(state, State) else state)
    answered = None
    try:
        examined = equilibria.critics[i].examine(state.code, clock, longest)
        if examined.stable:
            answered = _answered(equilibria, i, state, clock)
    except OutOfTime:
        examined = Examined(None)
    return Stays(
        actor=game.deciders[i],
        state=state,
        concept=equilibria.concepts[i].key,
        stable=examined.stable,
        leaves=None if examined.code is None else game.state(examined.code),
        within=examined.within,
        answered=answered,
        obtained=equilibria.obtained(clock, complete=examined.stable is not None),
    )


def holds(equilibria: EquilibriumSet, state: State | Iterable[str]) -> Membership:
    """Say whether a state is an equilibrium, with a way out of those who would leave.

    Raises `UnknownName` for an unknown option, `UsageError` for an infeasible state.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> holds(build_set(open_case("prisoners-dilemma"), "main", "gmr"), []).holds
    True
    """
    game, clock = equilibria.game, equilibria.clock()
    state = game.find(state.on if isinstance(state, State) else state)
    moves, complete = [], True
    try:
        for actor, critic in zip(game.deciders, equilibria.critics, strict=True):
            examined = critic.examine(state.code, clock)
            complete = complete and examined.stable is not None
            if examined.stable is False and examined.code is not None:
                moves.append(Move(actor, game.state(examined.code)))
    except OutOfTime:
        complete = False
    obtained = equilibria.obtained(clock, complete=complete)
    return Membership(state, False if moves else True if complete else None, tuple(moves), obtained)


def _answered(equilibria: EquilibriumSet, i: int, state: State, clock: Clock) -> Answer | None:
    """Return the best improvement of a mover who stays, with an answer to it; None if it has none."""
    game = equilibria.game
    best = Responder(game, game.movers[i]).best(state.code, clock)
    if best == state.code:
        return None
    sanctions = Sanctions(game, i, equilibria.concepts[i])
    sanction = sanctions.search(best, game.value(i, state.code), clock)
    assert isinstance(sanction, Sanction), "a state is stable though a move from it is not answered"
    moves = tuple(Move(game.deciders[j], game.state(code)) for j, code in sanction.moves)
    return Answer(game.state(best), moves)
