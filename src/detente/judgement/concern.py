"""What a case is concerned with: the outcomes asked about, the latest model, the priorities at stake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.case import OptionModel, Statement
from detente.evidence import Reference
from detente.stability.assessment import ModelAssessment, Prospect
from detente.stability.findings import Unmet
from detente.stability.graph import State
from detente.stability.paths import targets
from detente.stability.unlock import Solution

__all__ = [
    "Basis",
    "Concern",
    "aim_of",
    "bases_of",
    "concerns",
    "gained",
    "in_order",
    "lead",
    "plainest",
    "pulls",
    "references_of",
    "yardstick",
]


@dataclass(frozen=True)
class Basis:
    """One priority that a judgement rests on; `position` counts from 1."""

    model: str
    actor: str
    reading: str
    position: int
    statement: Statement


@dataclass(frozen=True)
class Concern:
    """An outcome that matters: the one the question asks about, or one that does not hold."""

    assessment: ModelAssessment
    prospect: Prospect
    asked: bool

    @property
    def holds(self) -> bool:
        """Whether some state with this outcome is an equilibrium under the yardstick."""
        return self.prospect.holds[yardstick(self.assessment)]


def aim_of(model: OptionModel) -> str:
    """Return the id of the outcome that the case's question asks about, or an empty text."""
    aim = getattr(model, "aim", "")
    return aim if aim in model.outcomes else ""


def yardstick(assessment: ModelAssessment) -> str:
    """Return the concept by which outcomes are searched for: Nash, or the first there is."""
    return "nash" if "nash" in assessment.concepts else assessment.concepts[0]


def in_order(models: Iterable[ModelAssessment]) -> tuple[ModelAssessment, ...]:
    """Return models by date, undated ones first, in their given order where dates agree."""
    return tuple(sorted(models, key=_end))


def _end(assessment: ModelAssessment) -> date:
    return assessment.model.as_of.end if assessment.model.as_of else date.min


def lead(models: Sequence[ModelAssessment]) -> ModelAssessment:
    """Return the model that speaks for the present: the latest, those with an aim first."""
    asked = [m for m in models if aim_of(m.model)]
    return in_order(asked or models)[-1]


def concerns(models: Sequence[ModelAssessment]) -> tuple[Concern, ...]:
    """Return the outcomes that matter, latest model first.

    In a model with an aim, that outcome; if no model has one, every outcome but today's that does
    not hold, those that take the fewest changes first.
    """
    found = []
    for m in reversed(in_order(models)):
        aim = aim_of(m.model)
        found += [Concern(m, p, True) for p in m.prospects if p.outcome == aim]
    if found:
        return tuple(found)
    every = [Concern(m, p, False) for m in reversed(in_order(models)) for p in _cheapest(m)]
    return tuple(c for c in every if not c.holds and not c.prospect.today)


def _cheapest(assessment: ModelAssessment) -> list[Prospect]:
    def edits(p: Prospect) -> int:
        found = p.unlocking.edits if p.unlocking else 0
        return 99 if found is None else found

    return sorted(assessment.prospects, key=edits)


def plainest(solutions: Sequence[Solution]) -> Solution | None:
    """Return the solution that is easiest to tell, or None where there is none.

    Fewest parties first; then reversals before deletions before additions, which name a priority
    that the party has already; then the shortest.
    """
    ease = {"reverse": 0, "delete": 1, "add": 2}

    def telling(solution: Solution) -> tuple[int, list[int], int]:
        operations = sorted((ease[e.operation] for e in solution.edits), reverse=True)
        words = sum(len(e.statement) for e in solution.edits)
        return len(solution.actors), operations, words

    return min(solutions, key=telling, default=None)


def pulls(assessment: ModelAssessment, actor: str, state: State) -> tuple[Basis, ...]:
    """Return the priorities that pull a party away from a state: what its best move would win.

    Highest first; none where no move of its own would leave it better off.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> from detente.stability.assessment import assess_model
    >>> m = assess_model(open_case("japan-russia"), "treaty-menu", [CONCEPTS["nash"]])
    >>> [b.position for b in pulls(m, "ru", m.graph.find(["jp.t2", "ru.t2"]))]
    [2, 3, 5]
    """
    graph = assessment.graph
    i = graph.decider(actor)
    ranks, reached = graph.ranks[i], targets(graph, i, state.code)
    if not len(reached) or ranks[reached].max() <= ranks[state.code]:
        return ()
    best = reached[ranks[reached].argmax()]
    return _won(assessment, actor, state.code, int(best))


def gained(assessment: ModelAssessment, actor: str, state: State) -> tuple[Basis, ...]:
    """Return the priorities of a party that are unmet today and would be met in another state."""
    return _won(assessment, actor, assessment.graph.status_quo.code, state.code)


def _won(assessment: ModelAssessment, actor: str, before: int, after: int) -> tuple[Basis, ...]:
    truth = assessment.graph.truth[assessment.graph.decider(actor)]
    won = ~truth[:, before] & truth[:, after]
    return bases_of(assessment, [(actor, k + 1) for k in range(len(won)) if won[k]])


def bases_of(
    assessment: ModelAssessment, wanted: Iterable[tuple[str, int] | Unmet]
) -> tuple[Basis, ...]:
    """Return the priorities at these places, once each; places are actor and position from 1."""
    graph, found = assessment.graph, []
    for place in wanted:
        actor, position = (
            (place.actor, place.position) if isinstance(place, Unmet) else (place[0], place[1])
        )
        i = graph.decider(actor)
        statement = graph.orders[i][position - 1]
        found.append(Basis(assessment.id, actor, graph.readings[i], position, statement))
    return tuple({(b.actor, b.position): b for b in found}.values())


def references_of(bases: Iterable[Basis]) -> tuple[Reference, ...]:
    """Return every reference of these priorities, once."""
    return tuple(dict.fromkeys(r for b in bases for r in b.statement.because))
