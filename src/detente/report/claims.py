"""A claim in words: what it says, who says so on which basis, its grade, and what speaks against it."""

from __future__ import annotations

from detente.case import Case
from detente.evidence import Claim
from detente.report.names import listed

__all__ = ["claim_text", "graded"]


def graded(case: Case, claim: Claim) -> str:
    """Return the grade of a claim: the letter of its source, then the number of the claim itself.

    >>> from detente.case import open_case
    >>> case = open_case("japan-russia")
    >>> graded(case, case.evidence["condition-unprecedented"])
    'B5'
    """
    source = case.sources.get(claim.source)
    return f"{source.reliability if source else 'F'}{claim.credibility}"


def claim_text(case: Case, claim: Claim) -> str:
    """Return a claim with basis, speaker and grade, the places that dispute it, and its weak point."""
    by = f" by {claim.speaker}" if claim.speaker else ""
    said = f"{claim.claim.rstrip('.')} ({claim.basis}{by}, {graded(case, claim)}"
    others = (case.evidence[id] for id in claim.contradicted_by)
    against = dict.fromkeys(other.at or other.source for other in others)
    said += f"; disputed by {listed(list(against))})." if against else ")."
    return f"{said} {claim.note}".strip()
