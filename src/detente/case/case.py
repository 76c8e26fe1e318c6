"""The dispute as modelled: one immutable object for a whole case."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from detente.case.fields import EstimateField
from detente.case.ledgers import (
    Assumption,
    Disagreement,
    Happening,
    Hypotheses,
    Indicator,
    Inquiry,
    Issue,
    Position,
    Quantity,
    Question,
    Run,
    Shock,
)
from detente.case.model import Actor, Option, OptionModel
from detente.errors import UnknownName
from detente.evidence import Claim, Source
from detente.evidence.part import Part, Text, WhenField

__all__ = ["About", "Case"]


class About(Part):
    """What the case is about, for whom, and as of when."""

    id: str
    title: Text
    question: Text
    as_of: WhenField | None = None
    horizon: WhenField | None = None
    audience: Text = ""
    analysts: tuple[str, ...] = ()
    handling: str = "TLP:CLEAR"
    scale: Literal["icd203", "phia"] = "icd203"
    note: Text = ""


class Case(Part):
    """A dispute: its sources, parties, option models and questions.

    `folder` is where it was read from and `digest` the SHA-256 of its text; both are set by the
    reader and never written.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    format: Literal["dispute-case/1"]
    case: About
    sources: dict[str, Source] = {}
    evidence: dict[str, Claim] = {}
    actors: dict[str, Actor] = Field(min_length=1)
    options: dict[str, Option] = {}
    models: dict[str, OptionModel] = Field(min_length=1)
    issues: dict[str, Issue] = {}
    positions: tuple[Position, ...] = ()
    influence: dict[str, EstimateField] = {}
    assumptions: dict[str, Assumption] = {}
    hypotheses: Hypotheses | None = None
    disagreements: dict[str, Disagreement] = {}
    timeline: tuple[Happening, ...] = ()
    quantities: dict[str, Quantity] = {}
    shocks: dict[str, Shock] = {}
    indicators: dict[str, Indicator] = {}
    questions: dict[str, Question] = {}
    inquiries: dict[str, Inquiry] = {}
    run: Run = Run()
    folder: str = Field("", exclude=True)
    digest: str = Field("", exclude=True)

    def model(self, id: str) -> OptionModel:
        """Return one option model. Raises `UnknownName` with the nearest ids."""
        if id not in self.models:
            raise UnknownName("model", id, self.models)
        return self.models[id]

    def option(self, model: str, id: str) -> Option:
        """Return an option as a model uses it: the vocabulary entry, overridden by the model's."""
        use = self.model(model).options[id]
        base = self.options.get(id) or Option(label=use.label or id)
        given = {k: getattr(use, k) for k in use.model_fields_set if k in Option.model_fields}
        return base.model_copy(update=given)

    def actor_name(self, id: str) -> str:
        """Return the short name of an actor, or its id where it has no entry."""
        return self.actors[id].name if id in self.actors else id
