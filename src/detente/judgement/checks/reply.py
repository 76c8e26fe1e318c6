"""What a party gains by changing its own conduct, once another has replied as suits it best."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.errors import UsageError
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.kernels import lexicographic
from detente.stability.graph import ConflictGraph, levels_of
from detente.stability.paths import targets

__all__ = ["MEMBER"]


class Arguments(Conditions):
    """`actor` sets its options as in `change`; `replier` answers; `ask` lists conditions.

    `swap` exchanges two of the actor's statements, by number, before its ranks are compared.
    """

    actor: str
    change: dict[str, bool]
    replier: str
    ask: tuple[str, ...] = ()
    swap: tuple[int, ...] = ()


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield what is true after the reply, and the actor's rank before and after (1 is best)."""
    for model, analysis in arguments.analyses(case):
        graph = analysis.graph
        after = _best_reply(graph, graph.decider(arguments.replier), _changed(graph, arguments))
        positions = _positions(graph, graph.decider(arguments.actor), arguments.swap)
        before_rank, after_rank = (int(positions[c]) for c in (graph.status_quo.code, after))
        better = "better" if after_rank < before_rank else "worse"
        yield {
            "model": model,
            "state": list(graph.state(after).on),
            **{c: bool(graph.where(c)[after]) for c in arguments.ask},
            "before": before_rank,
            "after": after_rank,
            "of": int(graph.feasible.sum()),
            "outcome": "same" if after_rank == before_rank else better,
        }


def _changed(graph: ConflictGraph, arguments: Arguments) -> int:
    on, actor = set(graph.status_quo.on), graph.deciders[graph.decider(arguments.actor)]
    for name, value in arguments.change.items():
        option = graph.option_id(name)
        if option.partition(".")[0] != actor:
            raise UsageError("a party can change its own options only", found=option)
        on = on | {option} if value else on - {option}
    return graph.find(on).code


def _best_reply(graph: ConflictGraph, j: int, code: int) -> int:
    choices = [code, *map(int, targets(graph, j, code))]
    return max(choices, key=lambda c: (int(graph.ranks[j, c]), c == code))


def _positions(graph: ConflictGraph, i: int, swap: tuple[int, ...]) -> list[int]:
    """Return the place of every state in an order, 1 for the best, ties sharing the best place."""
    ranks = graph.ranks[i]
    if swap:
        truth = graph.truth[i].copy()
        if len(swap) != 2 or not all(1 <= k <= len(truth) for k in swap):
            expected = f"two numbers from 1 to {len(truth)}"
            raise UsageError("no such statements to exchange", found=list(swap), expected=expected)
        first, second = (k - 1 for k in swap)
        truth[[first, second]] = truth[[second, first]]
        ranks = lexicographic(truth, graph.feasible, levels_of(graph.orders[i]))
    return [int((ranks > r).sum()) + 1 for r in ranks]


MEMBER = CheckKind("reply", "What a change of conduct earns after the best reply", Arguments, run)
