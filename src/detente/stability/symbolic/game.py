"""A model under given settings as conditions: who moves, in which directions, wanting what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.case import Case, Formula, OptionModel, Statement
from detente.errors import UsageError
from detente.kernels import Moves
from detente.stability.graph import State, levels_of, moves_of
from detente.stability.settings import Settings, checked, order_of, resolve
from detente.stability.symbolic.encode import Circuit, Meanings

__all__ = ["Game", "Mover", "Score", "Value", "at_least", "better", "read_game"]

Score = list[list[int]]
"""For each level, the literals of "at least 1, 2, … statements of it are true"."""

Value = tuple[int, ...]
"""How many statements of each level are true, most important level first; compare as tuples."""


@dataclass(frozen=True)
class Mover:
    """A decision maker: its bits, and its statements by level, most important first."""

    name: str
    reading: str
    moves: Moves
    levels: tuple[tuple[Formula, ...], ...]

    def score(self, meanings: Meanings) -> Score:
        """Return how well a state serves the mover, level by level."""
        circuit = meanings.circuit
        return [circuit.counts([meanings.of(want) for want in level]) for level in self.levels]


def at_least(circuit: Circuit, ours: Score, theirs: Score) -> int:
    """Return the literal of "the first score is no worse than the second"."""
    return -better(circuit, theirs, ours)


def better(circuit: Circuit, ours: Score, theirs: Score) -> int:
    """Return the literal of "the first score is better": more on the first level that differs.

    >>> circuit = Circuit(2)
    >>> better(circuit, [[1]], [[2]]) == circuit.both(1, -2)
    True
    """
    found = -circuit.true
    for mine, yours in zip(reversed(ours), reversed(theirs), strict=True):
        for m, y in zip(mine, yours, strict=True):  # the first to differ in any order decides
            last = found == -circuit.true
            found = circuit.both(m, -y) if last else circuit.pick(circuit.differ(m, y), m, found)
    return found


@dataclass(frozen=True, eq=False)
class Game:
    """What the symbolic engine needs of a model; nothing in it grows with the number of states."""

    case: Case
    model: str
    settings: Settings
    option_model: OptionModel
    options: tuple[str, ...]
    movers: tuple[Mover, ...]

    @property
    def deciders(self) -> tuple[str, ...]:
        """The decision makers, in the order of their options."""
        return tuple(mover.name for mover in self.movers)

    def conditions(self) -> dict[str, object]:
        """Return how the model was read, as plain data: readings, what is held, what is set."""
        settings = self.settings
        return {
            "readings": {mover.name: mover.reading for mover in self.movers},
            "fix": dict(settings.fix),
            "context": dict(settings.context),
            "irreversible": list(settings.irreversible),
            "shifts": {a: f"{s.move} to the {s.to}" for a, s in settings.shifts.items()},
        }

    @cached_property
    def named(self) -> Mapping[str, Formula]:
        """The conditions that propositions and outcomes stand for."""
        model = self.option_model
        return {n: p.when for n, p in {**model.propositions, **model.outcomes}.items()}

    def meanings(self, circuit: Circuit, literals: Sequence[int]) -> Meanings:
        """Return what names mean where these literals are the options; held ones are facts."""
        bits = self.option_model.context
        facts = {b: bit.value for b, bit in bits.items()} | dict(self.settings.context)
        known = {name: circuit.constant(value) for name, value in facts.items()}
        return Meanings(circuit, known | dict(zip(self.options, literals, strict=True)), self.named)

    def free(self, circuit: Circuit) -> list[int]:
        """Return the input variables of a circuit, held options replaced by facts."""
        held = {o: circuit.constant(v) for o, v in self.settings.fix.items()}
        return [held.get(o, j + 1) for j, o in enumerate(self.options)]

    def feasible(self, meanings: Meanings) -> int:
        """Return the literal of "every rule is met"."""
        circuit = meanings.circuit
        met = circuit.true
        for rule in self.option_model.rules:
            met = circuit.both(met, meanings.of(rule.require))
        return met

    def state(self, code: int) -> State:
        """Return the state of a number."""
        return State(code, tuple(o for j, o in enumerate(self.options) if code >> j & 1))

    def value(self, i: int, code: int) -> Value:
        """Return how well a state serves mover i."""
        circuit = Circuit(0)
        options = [circuit.constant(bool(code >> j & 1)) for j in range(len(self.options))]
        score = self.movers[i].score(self.meanings(circuit, options))
        return tuple(row.count(circuit.true) for row in score)

    def moved(self, i: int, code: int, end: int) -> int:
        """Return the state that mover i makes of one by setting its bits as in another.

        >>> from detente.case import open_case
        >>> read_game(open_case("prisoners-dilemma"), "main").moved(0, 0b11, 0b00)
        2
        """
        own = sum(1 << bit for bit in self.movers[i].moves.bits)
        return code & ~own | end & own

    def find(self, on: Iterable[str]) -> State:
        """Return the state in which just these options are taken.

        Raises `UnknownName` for an unknown option, `UsageError` for an infeasible state.
        """
        taken = {resolve("option", o, self.options) for o in on}
        state = self.state(sum(1 << self.options.index(o) for o in taken))
        if why := self.why_not(state):
            raise UsageError("this state is not feasible", found=state, hint=why)
        return state

    def why_not(self, state: State) -> str:
        """Return which rule, or which option held, a state breaks; empty for a feasible one."""
        circuit = Circuit(0)
        meanings = self.meanings(circuit, [circuit.constant(o in state.on) for o in self.options])
        for rule in self.option_model.rules:
            if meanings.of(rule.require) != circuit.true:
                return f"it breaks the rule `{rule.require}`"
        held = [o for o, v in self.settings.fix.items() if (o in state.on) != v]
        return "held fixed: " + ", ".join(held) if held else ""

    @cached_property
    def status_quo(self) -> State:
        """The state as it stands, with the options held. Raises `UsageError` if infeasible."""
        today = {**self.option_model.status_quo, **self.settings.fix}
        state = self.state(sum(1 << j for j, o in enumerate(self.options) if today.get(o)))
        if why := self.why_not(state):
            held = ", ".join(f"{o}={'yes' if v else 'no'}" for o, v in self.settings.fix.items())
            raise UsageError(
                "with these options held, the status quo is not feasible",
                found=held,
                hint=f"{why}; hold the conflicting option as well",
            )
        return state


def read_game(case: Case, model: str, settings: Settings | None = None) -> Game:
    """Read a model of any number of options, as `build_graph` does one of up to 20.

    Raises `UnknownName` for an unknown model, reading, option or bit, `UsageError` where options
    held fixed forbid the status quo, a statement to be moved is not there, or the model is in graph
    form.

    >>> from detente.case import open_case
    >>> game = read_game(open_case("japan-russia"), "2016-12")
    >>> [(mover.name, len(mover.moves.bits), len(mover.levels)) for mover in game.movers]
    [('jp', 5, 11), ('ru', 5, 11), ('us', 2, 4)]
    """
    option_model = case.option_form(model)
    settings = checked(option_model, settings or Settings())
    movers = []
    for name in option_model.deciders():
        reading, order = order_of(option_model, name, settings)
        if not order:
            raise UsageError(
                "this engine reads preferences as statements in an order",
                found=f"the reading `{reading}` of {name}",
                hint="use `--engine explicit`, or write an `order`",
            )
        moves = moves_of(case, model, name, settings)
        movers.append(Mover(name, reading, moves, _by_level(order)))
    game = Game(case, model, settings, option_model, tuple(option_model.options), tuple(movers))
    _ = game.status_quo
    return game


def _by_level(order: Sequence[Statement]) -> tuple[tuple[Formula, ...], ...]:
    levels: dict[int, list[Formula]] = {}
    for statement, level in zip(order, levels_of(order), strict=True):
        levels.setdefault(level, []).append(statement.want)
    return tuple(tuple(wants) for wants in levels.values())
