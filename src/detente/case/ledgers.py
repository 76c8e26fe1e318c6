"""The lists of a case beside its models: time, figures, assumptions, questions, disagreements."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from detente.case.fields import AtLeast, Because, Condition, EstimateField
from detente.case.model import Number, Shift, shifts_in
from detente.evidence.part import Part, Text, WhenField

__all__ = [
    "Assumption",
    "Change",
    "Check",
    "Disagreement",
    "Domestic",
    "Faction",
    "Indicator",
    "Inquiry",
    "Issue",
    "Kind",
    "OwnConfidence",
    "Position",
    "Prior",
    "Quantity",
    "Question",
    "Run",
    "Shock",
    "View",
]


Kind = Literal["holds", "blocks", "unlocks", "turns", "lacks"]
"""The kinds of key judgement, in the order of a report."""


class OwnConfidence(Part):
    """The analysts' own confidence in a judgement, in place of the computed level, and why."""

    level: Literal["high", "moderate", "low"]
    reason: Text


class Quantity(Part):
    """A figure, with what it measures and when; `amounts` are its numbers, to compute with."""

    what: Text
    value: Text
    period: Text = ""
    amounts: dict[str, float] = Field(default_factory=dict)
    because: Because = ()


class Assumption(Part):
    """A linchpin: what follows if it is wrong, and what to watch."""

    text: Text
    status: Literal["solid", "caveated", "unsupported"] = "caveated"
    because: Because = ()
    if_wrong: Text = ""
    watch: tuple[str, ...] = ()


class Indicator(Part):
    """A signpost: seeing it would favour a reading or an outcome."""

    watch: Text
    by: WhenField | None = None
    favours: dict[str, Literal["up", "down"]] = Field(default_factory=dict)
    seen: bool = False
    because: Because = ()


class Change(Part):
    """One change of a shock: options or bits of today, or a statement moved.

    A key `preferences.ACTOR` moves a statement of that actor: `{move: jp.invest, to: bottom}`.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Shift]

    status_quo: dict[str, bool] = Field(default_factory=dict)
    context: dict[str, bool] = Field(default_factory=dict)

    def shifts(self) -> dict[str, Shift]:
        """Return the statements that are moved, by actor."""
        return shifts_in(self.__pydantic_extra__)


class Shock(Part):
    """An event that would change the case.

    `rate` is how often a year it is to be expected, `pushes` what it adds to the forces on nodes
    of the causal network from then on.
    """

    title: Text
    date: WhenField | None = None
    likelihood: EstimateField | None = None
    rate: EstimateField | None = None
    pushes: dict[str, float] = Field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    because: Because = ()


class Issue(Part):
    """A matter that can be split, with the meaning of points on its scale.

    `today` is the point that stays if nothing is agreed.
    """

    label: Text
    scale: dict[str, Text] = Field(default_factory=dict)
    today: Number | None = None
    because: Because = ()


class Position(Part):
    """Where an actor stands on an issue, how much it matters to it (0 to 1), and its clout there.

    Clout is that of `influence` where nothing is said. `veto` marks who can block any agreement on
    the issue; `reach` is how far from its position it would still agree, on the scale of the issue.
    """

    actor: str
    issue: str
    at: EstimateField
    salience: EstimateField | None = None
    clout: EstimateField | None = None
    veto: bool = False
    reach: EstimateField | None = None
    because: Because = ()


class Faction(Part):
    """A party inside a state that has a say in what is ratified.

    `positions` are its ideals by issue; `accepts` says, by model, when it lets an agreement pass.
    """

    label: Text
    weight: EstimateField
    positions: dict[str, EstimateField] = Field(default_factory=dict)
    accepts: dict[str, Condition] = Field(default_factory=dict)
    because: Because = ()


class Domestic(Part):
    """How a state ratifies: more than `quota` of the weight of its factions, and every veto."""

    factions: Annotated[dict[str, Faction], AtLeast(1)]
    quota: float = Field(0.5, ge=0, le=1)
    vetoes: tuple[str, ...] = ()
    because: Because = ()


class Prior(Part):
    """What was held likely before the case was looked at, and why."""

    likelihood: EstimateField
    strength: float = Field(10.0, gt=0, description="worth so many observed cases")
    because: Text = ""


class Question(Part):
    """A dated, resolvable forecast question.

    It is settled by the log of a run: yes, if `event` (something that the calendar watches) comes
    true before `by`. `outcome` names an outcome of the models instead. `resolved` is what came of
    it in fact, where that is known; no run may read it.
    """

    ask: Text
    outcome: str = ""
    event: str = ""
    by: WhenField | None = None
    resolves: Text = ""
    resolved: bool | None = None
    prior: Prior | None = None
    because: Because = ()


class View(Part):
    """One side of a disagreement between sources."""

    view: Text
    because: Because = ()


class Disagreement(Part):
    """A matter on which the sources differ, and where the models carry the difference."""

    matter: Text
    views: Annotated[tuple[View, ...], AtLeast(2)]
    switch: Text = ""


class Check(Part):
    """One computation of an inquiry; its arguments belong to the computation named."""

    model_config = ConfigDict(extra="allow", frozen=True)

    compute: str
    say: Text = ""
    expect: Any = None


class Inquiry(Part):
    """A question that the case answers by computation, and what the sources imply."""

    ask: Text
    implied: Text = ""
    because: Because = ()
    checks: tuple[Check, ...] = ()


class Run(Part):
    """Defaults for computations of this case."""

    concepts: tuple[str, ...] = ()
    samples: int = Field(400, ge=1)
    seed: int = Field(0, ge=0)
    worth: float = Field(20.0, gt=0, description="a share of runs is worth so many observed cases")
