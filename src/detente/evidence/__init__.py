"""Sources, graded claims and references: what a judgement rests on."""

from detente.evidence.claim import Claim
from detente.evidence.reference import Reference
from detente.evidence.source import Source

__all__ = ["Claim", "Reference", "Source"]
