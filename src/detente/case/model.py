"""The option model: what each party can do, what cannot be, and what each wants, in order."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from detente.case.fields import Because, Condition, EstimateField
from detente.evidence.part import Part, Text, WhenField

__all__ = [
    "Actor",
    "Bit",
    "Option",
    "OptionModel",
    "OptionUse",
    "Overlay",
    "Preference",
    "Proposition",
    "Published",
    "Reading",
    "Rule",
    "Statement",
    "Trait",
]

Reversible = Literal["yes", "no", "only-off"]


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
    taken again once dropped.
    """

    label: Text
    reversible: Reversible = "yes"
    note: Text = ""
    because: Because = ()


class OptionUse(Part):
    """An option as one model uses it; what is left out comes from the shared vocabulary."""

    label: Text = ""
    reversible: Reversible | None = None
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
    """One account of what a party wants, most important first."""

    label: Text = ""
    weight: EstimateField | None = None
    because: Because = ()
    order: tuple[Statement, ...] = Field(min_length=1)


class Preference(Part):
    """The readings of one party; the first is used unless another is chosen."""

    readings: dict[str, Reading] = Field(min_length=1)


class Overlay(Part):
    """A named what-if: options held, bits set, readings chosen, moves made irreversible."""

    model_config = ConfigDict(extra="allow", frozen=True)

    label: Text = ""
    set: dict[str, bool] = {}
    context: dict[str, bool] = {}
    readings: dict[str, str] = {}
    irreversible: tuple[str, ...] = ()
    because: Because = ()


class Published(Part):
    """What a publication reports: the outcomes that are equilibria under one concept."""

    source: str
    concept: str
    outcomes: tuple[str, ...]
    note: Text = ""


class OptionModel(Part):
    """A dated option model of the dispute."""

    title: Text = ""
    as_of: WhenField | None = None
    note: Text = ""
    sources: tuple[str, ...] = ()
    options: dict[str, OptionUse] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()
    context: dict[str, Bit] = {}
    propositions: dict[str, Proposition] = {}
    outcomes: dict[str, Proposition] = {}
    status_quo: dict[str, bool] = {}
    preferences: dict[str, Preference] = Field(min_length=1)
    what_if: dict[str, Overlay] = {}
    published: tuple[Published, ...] = ()

    def names(self) -> dict[str, str]:
        """Return every id that a condition of this model may use, with its kind."""
        kinds = {"outcome": self.outcomes, "proposition": self.propositions}
        found = {n: kind for kind, table in kinds.items() for n in table}
        return found | dict.fromkeys(self.context, "context bit") | dict.fromkeys(
            self.options, "option"
        )

    def deciders(self) -> list[str]:
        """Return the decision makers: owners of options, in the order of the options.

        >>> from detente.case import open_case
        >>> open_case("japan-russia").models["2014"].deciders()
        ['jp', 'jf', 'ru', 'us']
        """
        return list(dict.fromkeys(o.partition(".")[0] for o in self.options))
