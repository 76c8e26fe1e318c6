"""The lists of a case beside its models: time, figures, assumptions, questions, disagreements."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from detente.case.fields import Because, EstimateField
from detente.evidence.part import Part, Text, WhenField

__all__ = [
    "Assumption",
    "Check",
    "Disagreement",
    "Happening",
    "Hypotheses",
    "Indicator",
    "Inquiry",
    "Issue",
    "Position",
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
    favours: dict[str, Text] = {}
    seen: bool = False
    because: Because = ()


class Shock(Part):
    """An event that would change the case."""

    title: Text
    date: WhenField | None = None
    likelihood: EstimateField | None = None
    changes: tuple[dict[str, Any], ...] = ()
    because: Because = ()


class Issue(Part):
    """A matter that can be split, with the meaning of points on its scale."""

    label: Text
    scale: dict[str, Text] = {}
    because: Because = ()


class Position(Part):
    """Where an actor stands on an issue, and how much it matters to it."""

    actor: str
    issue: str
    at: EstimateField
    salience: EstimateField | None = None
    because: Because = ()


class Hypotheses(Part):
    """Competing explanations and how the evidence bears on each."""

    model_config = ConfigDict(extra="allow", frozen=True)

    question: Text
    items: dict[str, Text]
    matrix: dict[str, dict[str, Literal["CC", "C", "N", "I", "II", "NA"]]] = {}


class Question(Part):
    """A dated, resolvable forecast question."""

    ask: Text
    outcome: str = ""
    resolves: Text = ""
    prior: dict[str, Text] = {}
    because: Because = ()


class View(Part):
    """One side of a disagreement between sources."""

    view: Text
    because: Because = ()


class Disagreement(Part):
    """A matter on which the sources differ, and where the models carry the difference."""

    matter: Text
    views: tuple[View, ...] = Field(min_length=2)
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
    seed: int = 0
