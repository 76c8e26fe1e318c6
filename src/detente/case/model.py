"""The option model: what each party can do, what cannot be, and what each wants, in order."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from detente.case.fields import AtLeast, Because, Condition, EstimateField
from detente.evidence.part import Part, Text, WhenField

__all__ = [
    "Actor",
    "Attitude",
    "Bit",
    "Dated",
    "Option",
    "OptionModel",
    "OptionUse",
    "Overlay",
    "Perception",
    "Preference",
    "Proposition",
    "Published",
    "Reading",
    "Rule",
    "Shift",
    "Statement",
    "Trait",
]


def _yes_or_no(value: Any) -> Any:
    spellings = {"true": "yes", "false": "no", True: "yes", False: "no"}
    return spellings.get(value, value) if isinstance(value, str | bool) else value


Reversible = Annotated[Literal["yes", "no", "only-off"], BeforeValidator(_yes_or_no)]
Attitude = Literal["devoted", "indifferent", "aggressive"]
Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e9, le=1e9)]
Steps = Literal["any", "adjacent"]
Levels = Annotated[dict[str, Text], AtLeast(2)]


class Trait(Part):
    """A goal, fear, constraint or resource of an actor."""

    text: Text
    because: Because = ()


class Actor(Part):
    """A party: one that decides, or one that matters without a move of its own."""

    name: Text
    long: Text = ""
    role: Literal["decides", "audience", "context"] = "decides"
    colour: str = ""
    goals: tuple[Trait, ...] = ()
    fears: tuple[Trait, ...] = ()
    constraints: tuple[Trait, ...] = ()
    resources: tuple[Trait, ...] = ()
    because: Because = ()


class Option(Part):
    """Something an actor can do or leave; its id is `actor.verb`.

    `reversible: no` means that it cannot be dropped once taken, `only-off` that it cannot be
    taken again once dropped. An option with `levels` is read as one option for each level but the
    first (`detente.case.levels`); each of them carries all levels, with their labels.
    """

    label: Text
    reversible: Reversible = "yes"
    levels: Levels = Field(default_factory=dict)
    steps: Steps = "any"
    note: Text = ""
    because: Because = ()

    @property
    def turn(self) -> Literal["yes", "no", "only-off"]:
        """How the option itself turns: a level is left for another one, whatever holds for all."""
        return "yes" if self.levels else self.reversible

    @property
    def bound(self) -> bool:
        """Whether it is a level from which not every other level can be reached in one move."""
        return bool(self.levels) and (self.steps == "adjacent" or self.reversible != "yes")


class OptionUse(Part):
    """An option as one model uses it; what is left out comes from the shared vocabulary."""

    label: Text = ""
    reversible: Reversible | None = None
    levels: Levels = Field(default_factory=dict)
    steps: Steps = "any"
    note: Text = ""
    because: Because = ()


class Rule(Part):
    """A condition that every feasible state meets."""

    require: Condition
    label: Text = ""
    because: Because = ()


class Proposition(Part):
    """A name for a joint condition, usable wherever an option is."""

    label: Text = ""
    when: Condition
    because: Because = ()


class Bit(Part):
    """A fact of the world that no party decides."""

    label: Text = ""
    value: bool = False
    because: Because = ()


class Statement(Part):
    """One preference statement; it outranks all below it together."""

    want: Condition
    label: Text = ""
    about_equal: bool = False
    unsure: bool = False
    because: Because = ()


class Reading(Part):
    """One account of what a party wants: statements in an order, weights, or a ranking of states.

    Of `order` (most important first), `weights` (of options and other names, added up) and
    `ranking` (conditions, best first; those on one place are alike) one is given. A state is
    strongly preferred to another if they differ on one of the first `strong` levels of the order,
    by `strong` in weight, or by `strong` places.
    """

    label: Text = ""
    weight: EstimateField | None = None
    because: Because = ()
    order: tuple[Statement, ...] = ()
    weights: dict[str, Number] = Field(default_factory=dict)
    ranking: tuple[tuple[Condition, ...], ...] = ()
    strong: Number | None = None


class Preference(Part):
    """The readings of one party; the first is used unless another is chosen.

    `threshold` says how clear an advantage must be before the party moves, where readings differ.
    """

    readings: Annotated[dict[str, Reading], AtLeast(1)]
    threshold: Number | None = None


class Perception(Part):
    """What a party believes: the readings of others, options it does not know of, their beliefs.

    An option of which it is unaware stays as it is today for that party.
    """

    readings: dict[str, str] = Field(default_factory=dict)
    unaware: tuple[str, ...] = ()
    perceptions: dict[str, Perception] = Field(default_factory=dict)
    because: Because = ()


class Shift(Part):
    """A change of priorities: one statement of a party moved to the top or to the bottom."""

    move: Condition
    to: Literal["top", "bottom"]


class Overlay(Part):
    """A named what-if: options held, bits set, readings chosen, moves made irreversible.

    A key `preferences.ACTOR` moves a statement of that actor: `{move: jp.invest, to: top}`.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Shift]

    label: Text = ""
    set: dict[str, bool] = Field(default_factory=dict)
    context: dict[str, bool] = Field(default_factory=dict)
    readings: dict[str, str] = Field(default_factory=dict)
    irreversible: tuple[str, ...] = ()
    because: Because = ()

    def shifts(self) -> dict[str, Shift]:
        """Return the statements that are moved, by actor.

        >>> dry = Overlay.model_validate({"preferences.ru": {"move": "jp.invest", "to": "top"}})
        >>> str(dry.shifts()["ru"].move)
        'jp.invest'
        """
        return shifts_in(self.__pydantic_extra__)


def shifts_in(extra: dict[str, Shift] | None) -> dict[str, Shift]:
    """Return the entries `preferences.ACTOR` by actor."""
    return {key.partition(".")[2]: shift for key, shift in (extra or {}).items()}


class Published(Part):
    """What a publication reports: the outcomes that are equilibria under one concept."""

    source: str
    concept: str
    outcomes: tuple[str, ...]
    note: Text = ""


class Dated(Part):
    """What a model of either form says of itself."""

    title: Text = ""
    as_of: WhenField | None = None
    note: Text = ""
    sources: tuple[str, ...] = ()


class OptionModel(Dated):
    """A dated option model of the dispute.

    States that meet one of the conditions of `merge` count as one state.
    """

    aim: str = Field("", description="the outcome that the case's question asks about")
    options: Annotated[dict[str, OptionUse], AtLeast(1)]
    rules: tuple[Rule, ...] = ()
    merge: tuple[Condition, ...] = ()
    context: dict[str, Bit] = Field(default_factory=dict)
    propositions: dict[str, Proposition] = Field(default_factory=dict)
    outcomes: dict[str, Proposition] = Field(default_factory=dict)
    status_quo: dict[str, bool] = Field(default_factory=dict)
    preferences: Annotated[dict[str, Preference], AtLeast(1)]
    attitudes: dict[str, dict[str, Attitude]] = Field(default_factory=dict)
    perceptions: dict[str, Perception] = Field(default_factory=dict)
    what_if: dict[str, Overlay] = Field(default_factory=dict)
    published: tuple[Published, ...] = ()

    def names(self) -> dict[str, str]:
        """Return every id that a condition of this model may use, with its kind.

        >>> order = {"readings": {"stated": {"order": [{"want": "jp.invest"}]}}}
        >>> flood = {"e.flood": {"value": True}}
        >>> m = OptionModel(options={"jp.invest": {}}, context=flood, preferences={"jp": order})
        >>> m.names()
        {'e.flood': 'context bit', 'jp.invest': 'option'}
        """
        found = dict.fromkeys(self.outcomes, "outcome")
        found |= dict.fromkeys(self.propositions, "proposition")
        found |= dict.fromkeys(self.context, "context bit")
        return found | dict.fromkeys(self.options, "option")

    def deciders(self) -> list[str]:
        """Return the decision makers: owners of options, in the order of the options.

        >>> order = {"readings": {"stated": {"order": [{"want": "jp.invest"}]}}}
        >>> OptionModel(
        ...     options={"ru.sell": {}, "jp.invest": {}, "ru.talk": {}}, preferences={"jp": order}
        ... ).deciders()
        ['ru', 'jp']
        """
        return list(dict.fromkeys(o.partition(".")[0] for o in self.options))
