"""The dispute as modelled: one immutable object for a whole case."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from detente.case.dynamics import Calendar, Hindcast
from detente.case.fields import AtLeast, EstimateField
from detente.case.graph_model import GraphModel
from detente.case.ledgers import (
    Assumption,
    Disagreement,
    Domestic,
    Indicator,
    Inquiry,
    Issue,
    OwnConfidence,
    Position,
    Quantity,
    Question,
    Run,
    Shock,
)
from detente.case.model import Actor, Option, OptionModel
from detente.case.network import Influences
from detente.errors import UnknownName, UsageError
from detente.evidence import Claim, Source
from detente.evidence.derived import Derived
from detente.evidence.events import Happening
from detente.evidence.forecasts import SourceForecast
from detente.evidence.hypotheses import HypothesisSet
from detente.evidence.judgements import Judgement
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
    """A dispute: its sources, parties, models and questions.

    `models` are those made of options and `graphs` those given as states and moves; a file writes
    both under `models`. `folder` is where it was read from and `digest` the SHA-256 of its text;
    both are set by the reader and never written.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    format: Literal["dispute-case/1"]
    case: About
    sources: dict[str, Source] = Field(default_factory=dict)
    evidence: dict[str, Claim] = Field(default_factory=dict)
    actors: Annotated[dict[str, Actor], AtLeast(1)]
    options: dict[str, Option] = Field(default_factory=dict)
    graphs: dict[str, GraphModel] = Field(default_factory=dict, exclude=True)
    models: Annotated[dict[str, OptionModel], AtLeast(1, unless="graphs")]
    issues: dict[str, Issue] = Field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    domestic: dict[str, Domestic] = Field(default_factory=dict)
    influence: dict[str, EstimateField] = Field(default_factory=dict)
    influences: Influences = Influences()
    assumptions: dict[str, Assumption] = Field(default_factory=dict)
    hypotheses: dict[str, HypothesisSet] = Field(default_factory=dict)
    judgements: dict[str, Judgement] = Field(default_factory=dict)
    forecasts: dict[str, SourceForecast] = Field(default_factory=dict)
    disagreements: dict[str, Disagreement] = Field(default_factory=dict)
    timeline: tuple[Happening, ...] = ()
    quantities: dict[str, Quantity] = Field(default_factory=dict)
    derived: dict[str, Derived] = Field(default_factory=dict)
    shocks: dict[str, Shock] = Field(default_factory=dict)
    indicators: dict[str, Indicator] = Field(default_factory=dict)
    calendar: Calendar = Calendar()
    hindcasts: dict[str, Hindcast] = Field(default_factory=dict)
    questions: dict[str, Question] = Field(default_factory=dict)
    inquiries: dict[str, Inquiry] = Field(default_factory=dict)
    confidence: dict[str, OwnConfidence] = Field(default_factory=dict)
    run: Run = Run()
    folder: str = Field("", exclude=True)
    digest: str = Field("", exclude=True)

    def model(self, id: str) -> OptionModel:
        """Return one option model.

        Raises `UnknownName` with the nearest ids, `UsageError` where the model has no options.
        """
        if id in self.graphs:
            raise _not_in_option_form(id, "it has states and no options")
        if id not in self.models:
            raise UnknownName("model", id, self.every_model)
        return self.models[id]

    @property
    def every_model(self) -> tuple[str, ...]:
        """The ids of all models: those made of options first."""
        return (*self.models, *self.graphs)

    def option_form(self, id: str) -> OptionModel:
        """Return an option model whose states and moves are just those of its options.

        Raises `UnknownName`, and `UsageError` where the model is in graph form, or is read so.
        """
        model, why = self.model(id), self.graph_form(id)
        if why:
            raise _not_in_option_form(id, why)
        return model

    def graph_form(self, id: str) -> str:
        """Return why a model is in graph form, or is read so; empty where it is not."""
        if id in self.graphs:
            return "it has states and no options"
        model = self.model(id)
        if model.merge:
            return "it merges states"
        bound = next((o for o in model.options if self.option(id, o).bound), "")
        apart = f"the levels of `{bound.rpartition('.')[0]}` are not all one move apart"
        return apart if bound else ""

    def option(self, model: str, id: str) -> Option:
        """Return an option as a model uses it: the vocabulary entry, overridden by the model's."""
        use = self.model(model).options[id]
        base = self.options.get(id) or Option(label=use.label or id)
        given = {k: getattr(use, k) for k in use.model_fields_set if k in Option.model_fields}
        return base.model_copy(update=given)

    def actor_name(self, id: str) -> str:
        """Return the short name of an actor, or its id where it has no entry."""
        return self.actors[id].name if id in self.actors else id


def _not_in_option_form(id: str, why: str) -> UsageError:
    hint = "`stability`, `explain` and `evolve` read such models"
    return UsageError(f"this model is in graph form, for {why}", found=id, hint=hint)
