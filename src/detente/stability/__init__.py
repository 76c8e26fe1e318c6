"""The graph model: what holds, for whom, why, how it is reached, and what would unlock it."""

from detente.registry import Shelf
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, Settings, build_graph

CONCEPTS: Shelf[Concept] = Shelf("detente.stability.concepts", "stability concept")
"""The stability concepts, by key."""

__all__ = ["CONCEPTS", "Concept", "ConflictGraph", "Settings", "build_graph"]
