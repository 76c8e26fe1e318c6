"""The lists of a case beside its models: time, figures, assumptions, questions, disagreements."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from detente.case.fields import AtLeast, Because, EstimateField
from detente.case.model import Shift, shifts_in
from detente.evidence.part import Part, Text, WhenField

__all__ = [
    "Assumption",
    "Change",
    "Check",
    "Disagreement",
    "Happening",
    "Hypotheses",
    "Indicator",
    "Inquiry",
    "Issue",
    "Position",
    "Prior",
    "Quantity",
    "Question",
    "Run",
    "Shock",
    "View",
]


class Happening(Part):
    """A dated event. `later` marks hindsight that no run as of the case's date may read."""

    date: WhenField
    title: Text
    actor: str = ""
    by: str = ""
    on: str = ""
    between: tuple[str, ...] = ()
    score: float | None = Field(None, ge=-10, le=10)
    status: Literal["past", "expected", "later"] = "past"
    because: Because = ()


class Quantity(Part):
    """A figure, with what it measures and when."""

    what: Text
    value: Text
    period: Text = ""
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
    """An event that would change the case."""

    title: Text
    date: WhenField | None = None
    likelihood: EstimateField | None = None
    changes: tuple[Change, ...] = ()
    because: Because = ()


class Issue(Part):
    """A matter that can be split, with the meaning of points on its scale."""

    label: Text
    scale: dict[str, Text] = Field(default_factory=dict)
    because: Because = ()


class Position(Part):
    """Where an actor stands on an issue, and how much it matters to it."""

    actor: str
    issue: str
    at: EstimateField
    salience: EstimateField | None = None
    because: Because = ()


class Hypotheses(Part):
    """Competing explanations and how the evidence bears on each.

    Rows of `matrix` are evidence, columns hypotheses: CC very consistent, C consistent, N
    neutral, I inconsistent, II very inconsistent, NA not applicable; Heuer (1999).
    """

    question: Text
    items: Annotated[dict[str, Text], AtLeast(1)]
    matrix: dict[str, dict[str, Literal["CC", "C", "N", "I", "II", "NA"]]] = Field(
        default_factory=dict
    )
    weights: dict[str, EstimateField] = Field(default_factory=dict)
    note: Text = ""


class Prior(Part):
    """What was held likely before the case was looked at, and why."""

    likelihood: EstimateField
    because: Text = ""


class Question(Part):
    """A dated, resolvable forecast question."""

    ask: Text
    outcome: str = ""
    resolves: Text = ""
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
