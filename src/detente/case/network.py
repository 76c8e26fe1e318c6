"""The signed causal network of a case: what pushes what, which way, and who says so."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from detente.case.fields import AtLeast, Because, EstimateField
from detente.evidence.part import Part, Text

__all__ = ["Contest", "Influence", "Influences", "NetworkNode"]

_SIGNS = {"raises": "+", "lowers": "-", "−": "-", "–": "-", "does nothing": "0", "open": "?"}


def _sign(value: Any) -> Any:
    return _SIGNS.get(value, value) if isinstance(value, str) else value


class NetworkNode(Part):
    """Something that can rise or fall: a force from outside, a state of affairs, or an outcome."""

    name: Text
    kind: Literal["force", "state", "outcome"] = "state"
    note: Text = ""


class Influence(Part):
    """One mechanism: the cause raises (`+`) or lowers (`-`) the effect.

    `0` says that the cause is held not to work on the effect, `?` that the two are held to go
    separate ways; neither carries a push. `status` tells what was observed from what was intended,
    from the view of an actor (`view_of`), from a hypothesis, and from a bridge of the modeller.
    `strength` lies between 0 and 1; where none is given it is unknown.
    """

    cause: str
    effect: str
    sign: Annotated[Literal["+", "-", "0", "?"], BeforeValidator(_sign)]
    status: Literal["observed", "intended", "view", "hypothesis", "bridge"] = "observed"
    view_of: str = ""
    text: Text = ""
    condition: Text = ""
    implied: bool = Field(False, description="implied by the sources, not stated")
    strength: EstimateField | None = None
    because: Because = ()


class Contest(Part):
    """Mechanisms on which the sources contradict or qualify one another."""

    edges: Annotated[tuple[str, ...], AtLeast(2)]
    matter: Text


class Influences(Part):
    """The nodes and edges of the network."""

    nodes: dict[str, NetworkNode] = Field(default_factory=dict)
    edges: dict[str, Influence] = Field(default_factory=dict)
    contested: tuple[Contest, ...] = ()
