"""A model as a file of the tool GMCR+ (`.gmcr`); `detente.case.gmcr.content` tells what it holds.

Propositions, outcomes and facts of the world are written out: a condition becomes the cases of
options in which it is true. Preferences are written as statements where all parties have an order
without ties, of 62 statements at most (the tool adds up powers of two in 64 bits); otherwise as
rankings of states for everybody, because a file says one or the other for all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.case import Case
from detente.case.gmcr.content import MOST_OPTIONS
from detente.case.model import Perception
from detente.errors import TooLarge
from detente.exchange.format import Export, ExportFormat
from detente.kernels.cover import Case as Literals
from detente.kernels.cover import cover
from detente.stability import ConflictGraph, Settings, build_graph
from detente.stability.graph import levels_of
from detente.version import __version__

__all__ = ["MEMBER"]

MOST_CASES = 500
"""A condition of more cases is refused: nobody could read it in the other tool."""
MOST_STATEMENTS = 62
Bools = NDArray[np.bool_]


def _write(case: Case, model: str, settings: Settings, force: bool) -> Export:
    graph = build_graph(case, model, settings)
    if len(graph.options) > MOST_OPTIONS:
        raise TooLarge(
            "too many options for a file of GMCR+",
            found=len(graph.options),
            expected=f"{MOST_OPTIONS} at most",
            hint="leave options out, or export the model to `storm`",
        )
    pen = _Pen(case, graph)
    text = json.dumps(pen.content(), ensure_ascii=True, indent=1) + "\n"
    return Export({".gmcr": text}, tuple(pen.notes()))


class _Pen:
    def __init__(self, case: Case, graph: ConflictGraph) -> None:
        self.case, self.graph = case, graph
        owners = [o.partition(".")[0] for o in graph.options]
        bits = range(len(owners))
        self.order = sorted(bits, key=lambda b: graph.deciders.index(owners[b]))
        self.own = [[k for k, b in enumerate(self.order) if owners[b] == d] for d in graph.deciders]
        self.numbers = {o: self.order.index(b) for b, o in enumerate(graph.options)}
        self.ranked = not all(map(self.plain, range(len(graph.deciders))))

    def plain(self, i: int) -> bool:
        """Tell whether decision maker i's account is an order that the tool can take as it is."""
        order = self.graph.orders[i]
        return 0 < len(order) <= MOST_STATEMENTS and len(set(levels_of(order))) == len(order)

    def content(self) -> dict[str, Any]:
        """Return what the file holds."""
        return {
            "program": "detente",
            "version": __version__,
            "options": [self.option(b) for b in self.order],
            "decisionMakers": [self.decider(i) for i in range(len(self.graph.deciders))],
            "infeasibles": list(self.infeasible()),
            "useManualPreferenceRanking": self.ranked,
            "coalitions": list(range(len(self.graph.deciders))),
        }

    def option(self, bit: int) -> dict[str, str]:
        turn = "both"
        for moves in self.graph.moves:
            turn = "fwd" if bit in moves.up else "back" if bit in moves.down else turn
        label = self.case.option(self.graph.model, self.graph.options[bit]).label
        return {"name": label, "permittedDirection": turn}

    def decider(self, i: int) -> dict[str, Any]:
        actor = self.graph.deciders[i]
        content: dict[str, Any] = {
            "name": self.case.actor_name(actor),
            "options": self.own[i],
            "preferences": [] if self.ranked else list(self.statements(i)),
            "misperceptions": [[[self.numbers[o], value]] for o, value in self.unaware(actor)],
        }
        return content | ({"preferenceRanking": self.ranking(i)} if self.ranked else {})

    def unaware(self, actor: str) -> Iterator[tuple[str, str]]:
        """Yield the options that a party does not know of, and the value that it never sees."""
        perception = self.graph.option_model.perceptions.get(actor, Perception())
        today = self.graph.status_quo.on
        return ((o, "N" if o in today else "Y") for o in perception.unaware)

    def statements(self, i: int) -> Iterator[Any]:
        """Yield the statements that tell states apart at all."""
        for statement in self.graph.orders[i]:
            cases = self.cases(self.graph.truths.of(statement.want), str(statement.want))
            if cases and [] not in cases:
                many = {"compound": True, "members": cases}
                yield cases[0] if len(cases) == 1 else many

    def infeasible(self) -> Iterator[Any]:
        for rule in self.graph.option_model.rules:
            broken = ~self.graph.truths.of(rule.require)
            yield from self.cases(broken, str(rule.require))
        for option, value in self.graph.settings.fix.items():
            yield [[self.numbers[option], "N" if value else "Y"]]

    def cases(self, truth: Bools, said: str) -> list[list[list[Any]]]:
        """Return where a condition is true as lists of options and `Y` or `N`."""
        found = cover(self.by_owner(truth))
        if len(found) > MOST_CASES:
            raise TooLarge(
                "this condition has too many cases for a file of GMCR+",
                found=said[:80],
                expected=f"{MOST_CASES} cases at most",
                hint="say it with fewer options, or rank the states",
            )
        return [self.literals(case) for case in found]

    def literals(self, case: Literals) -> list[list[Any]]:
        return [[axis, "Y" if taken else "N"] for axis, taken in case]

    def by_owner(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return an array over states with an axis an option, in the order of the file."""
        count = len(self.order)
        return values.reshape((2,) * count).transpose([count - 1 - b for b in self.order])

    def ranking(self, i: int) -> list[int | list[int]]:
        """Return the states by number, best first, those that are alike together."""
        reverse = tuple(reversed(range(len(self.order))))
        ranks = self.by_owner(self.graph.ranks[i]).transpose(reverse).ravel()
        ranks = ranks[ranks >= 0]
        tiers = [np.flatnonzero(ranks == r) + 1 for r in np.unique(ranks)[::-1]]
        return [int(t[0]) if len(t) == 1 else t.tolist() for t in tiers]

    def today(self) -> int:
        """Return the number that the status quo has in the file."""
        code = sum(1 << k for k, b in enumerate(self.order) if self.graph.status_quo.code >> b & 1)
        reverse = tuple(reversed(range(len(self.order))))
        feasible = self.by_owner(self.graph.feasible).transpose(reverse).ravel()
        return int(np.count_nonzero(feasible[: code + 1]))

    def notes(self) -> Iterator[str]:
        """Yield what the file does not say."""
        model = self.graph.option_model
        yield f"The format names no status quo: today is its state {self.today()}."
        if self.ranked:
            yield "Written as rankings of states: not every party has an order without ties."
        for actor, reading in zip(self.graph.deciders, self.graph.readings, strict=True):
            if len(model.preferences[actor].readings) > 1:
                yield f"Of {self.case.actor_name(actor)}'s readings only `{reading}` is written."
        if model.propositions or model.context:
            yield "Propositions and facts of the world are written out in terms of options."
        if any(p.readings or p.perceptions for p in model.perceptions.values()):
            yield "Not written: what parties believe of each other's wants."


MEMBER = ExportFormat(
    key="gmcr",
    meaning="the tool GMCR+: options, infeasible conditions, statements or rankings",
    order=10,
    write=_write,
)
