"""From an option model to a graph of feasible states: labels become arrays here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.case import Case, Formula, OptionModel, Statement
from detente.case.checks.states import rule_broken
from detente.case.formula import FormulaError, Name, names, parse
from detente.case.states import Truths
from detente.errors import TooLarge, UnknownName, UsageError
from detente.kernels import Moves
from detente.stability.amounts import columns, levels_of, ranks_of
from detente.stability.memory import needed, refuse_beyond
from detente.stability.settings import Settings, checked, order_of, resolve

__all__ = [
    "ConflictGraph",
    "Settings",
    "State",
    "build_graph",
    "checked",
    "known_formula",
    "levels_of",
    "moves_of",
    "options_graph",
    "resolve",
]


MOST_STATES = 1 << 20
"""So many states are listed; of more, only numbers are kept."""


@dataclass(frozen=True, order=True)
class State:
    """A feasible state: its number and the options taken in it, in the order of the model."""

    code: int
    on: tuple[str, ...]

    def __str__(self) -> str:
        return "{" + ", ".join(self.on) + "}"


@dataclass(frozen=True, eq=False)
class ConflictGraph:
    """An option model under given settings, as arrays.

    `feasible` has shape (S,), S = 2**options; `ranks` shape (decision makers, S), higher is better,
    -1 where infeasible. Who weighs options or ranks states has no statements: its order is empty.
    """

    case: str
    model: str
    settings: Settings
    option_model: OptionModel
    deciders: tuple[str, ...]
    options: tuple[str, ...]
    feasible: NDArray[np.bool_]
    orders: tuple[tuple[Statement, ...], ...]
    readings: tuple[str, ...]
    ranks: NDArray[np.int32]
    moves: tuple[Moves, ...]
    status_quo: State
    truths: Truths

    @cached_property
    def count(self) -> int:
        """The number of feasible states."""
        return int(np.count_nonzero(self.feasible))

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Every feasible state, by number. Raises `TooLarge` above 2**20 of them."""
        if self.count > MOST_STATES:
            raise TooLarge(
                "too many feasible states to list them",
                found=self.count,
                expected=f"at most {MOST_STATES:,}",
                hint="ask for their `count`, or hold options fixed",
            )
        return tuple(self.state(int(c)) for c in np.flatnonzero(self.feasible))

    @cached_property
    def truth(self) -> tuple[NDArray[np.bool_], ...]:
        """Where each statement of each decision maker is true; `truth[i]` has shape (statements, S).

        Worked out when first asked for; `met` asks about one state only.
        """
        return tuple(columns(order, self.truths) for order in self.orders)

    def met(self, i: int, code: int) -> tuple[bool, ...]:
        """Return which statements of decision maker i one state meets."""
        return tuple(self.truths.at(s.want, code) for s in self.orders[i])

    def state(self, code: int) -> State:
        """Return the state of a number."""
        return _state(self.options, code)

    def find(self, on: Iterable[str]) -> State:
        """Return the state in which just these options are taken.

        Raises `UnknownName` for an unknown option, `UsageError` for an infeasible state.
        """
        on = [self.option_id(o) for o in on]
        state = self.state(sum(1 << self.options.index(o) for o in set(on)))
        if not self.feasible[state.code]:
            raise UsageError("this state is not feasible", found=state, hint=self.why_not(state))
        return state

    def why_not(self, state: State) -> str:
        """Return which rule, or which option held fixed, an infeasible state breaks."""
        broken = rule_broken(self.truths, state.code)
        if broken:
            return f"it breaks the rule `{broken}`"
        held = [o for o, v in self.settings.fix.items() if (o in state.on) != v]
        return "held fixed: " + ", ".join(held) if held else ""

    def option_id(self, name: str) -> str:
        """Return the id of an option, whatever its case. Raises `UnknownName`."""
        return resolve("option", name, self.options)

    def decider(self, name: str) -> int:
        """Return the place of a decision maker. Raises `UnknownName`."""
        return self.deciders.index(resolve("decision maker", name, self.deciders))

    def where(self, condition: str | Formula) -> NDArray[np.bool_]:
        """Return the feasible states in which a condition is true; shape (S,)."""
        return self.truths.of(self.formula(condition)) & self.feasible

    def formula(self, condition: str | Formula) -> Formula:
        """Read a condition and make sure that the model knows its names."""
        return (
            known_formula(self.option_model, condition) if isinstance(condition, str) else condition
        )


def known_formula(model: OptionModel, condition: str) -> Formula:
    """Read a condition in the words of a model.

    Raises `UsageError` where it cannot be read, `UnknownName` for a name the model does not have.
    """
    try:
        formula = parse(condition)
    except FormulaError as error:
        raise UsageError(error.message, found=condition, hint=error.hint) from None
    known = model.names()
    for name in names(formula):
        if name.id not in known:
            raise UnknownName("id in the condition", name.id, known)
    return formula


def build_graph(
    case: Case,
    model: str,
    settings: Settings | None = None,
    *,
    most_bytes: int | None = None,
) -> ConflictGraph:
    """Build the graph of a model; its analysis may take up to `most_bytes` of memory.

    Without that limit: 5 GB, or what is free if that is less.

    Raises `UnknownName` for an unknown model, reading, option or bit, `UsageError` where options
    held fixed leave no feasible state or forbid the status quo, or where the model is in graph form
    (`graph_form`), `TooLarge` where the memory does not suffice, before any is taken.

    >>> from detente.case import open_case
    >>> graph = build_graph(open_case("japan-russia"), "2016-12")
    >>> len(graph.states), graph.deciders
    (2304, ('jp', 'ru', 'us'))
    """
    case.option_form(model)
    return options_graph(case, model, settings, most_bytes=most_bytes)


def options_graph(
    case: Case,
    model: str,
    settings: Settings | None = None,
    *,
    most_bytes: int | None = None,
) -> ConflictGraph:
    """Build the graph of a model's options, whatever is then merged or not one move apart.

    Raises as `build_graph`; of models in graph form only those without options.
    """
    option_model = case.model(model)
    settings = checked(option_model, settings or Settings())
    truths = Truths(option_model, settings.context)
    options = tuple(option_model.options)
    deciders = tuple(option_model.deciders())
    refuse_beyond(needed(len(options), len(deciders)), most_bytes, options=len(options))
    feasible = truths.allowed()
    for option, value in settings.fix.items():
        feasible = feasible & (truths.compact(Name(option)) == value)
    if not feasible.any():
        raise UsageError("no feasible state is left", hint="free one of the options held fixed")
    readings, orders = zip(*(order_of(option_model, d, settings) for d in deciders), strict=True)
    ranks = np.empty((len(deciders), truths.size), dtype=np.int32)
    for own, decider, reading, order in zip(ranks, deciders, readings, orders, strict=True):
        account = option_model.preferences[decider].readings[reading]
        own[:] = ranks_of(account, order, truths, feasible)
    start = truths.code({**option_model.status_quo, **settings.fix})
    graph = ConflictGraph(
        case=case.case.id,
        model=model,
        settings=settings,
        option_model=option_model,
        deciders=deciders,
        options=options,
        feasible=truths.listed(feasible),
        orders=orders,
        readings=readings,
        ranks=ranks,
        moves=tuple(moves_of(case, model, d, settings) for d in deciders),
        status_quo=_state(options, start),
        truths=truths,
    )
    _refuse_impossible(graph)
    return graph


def _state(options: Sequence[str], code: int) -> State:
    return State(code, tuple(o for j, o in enumerate(options) if code >> j & 1))


def _refuse_impossible(graph: ConflictGraph) -> None:
    """Raise `UsageError` where the options held fixed forbid the status quo."""
    today = graph.status_quo
    if not graph.feasible[today.code]:
        held = ", ".join(f"{o}={'yes' if v else 'no'}" for o, v in graph.settings.fix.items())
        raise UsageError(
            "with these options held, the status quo is not feasible",
            found=held,
            hint=f"{graph.why_not(today)}; hold the conflicting option as well",
        )


def moves_of(case: Case, model: str, decider: str, settings: Settings) -> Moves:
    """Return the bits that a decision maker can change, and in which direction."""
    free: list[int] = []
    up: list[int] = []
    down: list[int] = []
    for bit, option in enumerate(case.model(model).options):
        if option.partition(".")[0] != decider or option in settings.fix:
            continue
        kind = "no" if option in settings.irreversible else case.option(model, option).turn
        {"no": up, "only-off": down}.get(kind, free).append(bit)
    return Moves(tuple(free), tuple(up), tuple(down))
