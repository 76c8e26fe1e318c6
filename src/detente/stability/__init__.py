"""The graph model: what holds, for whom, why, how it is reached, and what would unlock it."""

from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, Settings, build_graph
from detente.stability.shelf import CLASSICAL, CONCEPTS, concept_named
from detente.stability.structure import STRUCTURES, Structure

__all__ = [
    "CLASSICAL",
    "CONCEPTS",
    "STRUCTURES",
    "Concept",
    "ConflictGraph",
    "Settings",
    "Structure",
    "build_graph",
    "concept_named",
]
