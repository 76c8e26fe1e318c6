"""Why two states cannot agree, what would have to change, and what is likely to happen next.

The front door: every public name of detente, each with one import path. Names are loaded when
they are first used, so that importing the package stays light.

>>> import detente
>>> case = detente.open_case("japan-russia")
>>> graph = detente.build_graph(case, "2016-12")
>>> analysis = detente.Analysis(graph)
>>> [e.state == graph.status_quo for e in analysis.equilibria("nash")]
[True]
>>> found = detente.unlock(graph, "two_islands", detente.CONCEPTS["nash"])
>>> found.edits, {s.actors for s in found.solutions}
(1, {('ru',)})
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente.version import __version__

if TYPE_CHECKING:
    from detente.case import Case, Examined, OptionModel, Statement, examine, open_case, read_case
    from detente.case import parse as parse_condition
    from detente.errors import (
        DetenteError,
        DocumentError,
        FileProblem,
        InvalidCase,
        MissingExtra,
        Problem,
        TooLarge,
        UnknownName,
        UsageError,
    )
    from detente.evidence import Claim, Reference, Source
    from detente.judgement import InquiryAnswer, answer_inquiries
    from detente.stability import (
        CONCEPTS,
        Concept,
        ConflictGraph,
        Settings,
        build_graph,
        concept_named,
    )
    from detente.stability.analysis import Analysis
    from detente.stability.assessment import ModelAssessment, assess_model
    from detente.stability.definition import Conflict
    from detente.stability.findings import Equilibrium, Verdict
    from detente.stability.graph import State
    from detente.stability.joint import joint_improvements
    from detente.stability.support import support
    from detente.stability.unlock import Unlocking, unlock

_HOMES = {
    "detente.case": "Case Examined OptionModel Statement examine open_case read_case",
    "detente.errors": (
        "DetenteError DocumentError FileProblem InvalidCase MissingExtra Problem TooLarge "
        "UnknownName UsageError"
    ),
    "detente.evidence": "Claim Reference Source",
    "detente.judgement": "InquiryAnswer answer_inquiries",
    "detente.stability": ("CONCEPTS Concept ConflictGraph Settings build_graph concept_named"),
    "detente.stability.analysis": "Analysis",
    "detente.stability.assessment": "ModelAssessment assess_model",
    "detente.stability.definition": "Conflict",
    "detente.stability.findings": "Equilibrium Verdict",
    "detente.stability.graph": "State",
    "detente.stability.joint": "joint_improvements",
    "detente.stability.support": "support",
    "detente.stability.unlock": "Unlocking unlock",
}
_WHERE = {name: home for home, names in _HOMES.items() for name in names.split()}
_RENAMED = {"parse_condition": ("detente.case", "parse")}

__all__ = [
    "CONCEPTS",
    "Analysis",
    "Case",
    "Claim",
    "Concept",
    "Conflict",
    "ConflictGraph",
    "DetenteError",
    "DocumentError",
    "Equilibrium",
    "Examined",
    "FileProblem",
    "InquiryAnswer",
    "InvalidCase",
    "MissingExtra",
    "ModelAssessment",
    "OptionModel",
    "Problem",
    "Reference",
    "Settings",
    "Source",
    "State",
    "Statement",
    "TooLarge",
    "UnknownName",
    "Unlocking",
    "UsageError",
    "Verdict",
    "__version__",
    "answer_inquiries",
    "assess_model",
    "build_graph",
    "concept_named",
    "examine",
    "joint_improvements",
    "open_case",
    "parse_condition",
    "read_case",
    "support",
    "unlock",
]


def __getattr__(name: str) -> Any:
    """Load a public name from the room it lives in."""
    if name in _RENAMED:
        home, inner = _RENAMED[name]
        return getattr(import_module(home), inner)
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"detente has no public name {name!r}")


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
