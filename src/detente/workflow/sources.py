"""The sources of a case, what they judge, what they cover, and their records: `sources`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from detente.case import Case, open_case
from detente.case.checks.references import references
from detente.evidence.judgements import compare
from detente.judgement.coverage import counts, coverage
from detente.judgement.handles import handle
from detente.report.citations import words_of
from detente.report.screen.sources import coverage_text, judgements_text, sources_text
from detente.workflow.outcome import Outcome

__all__ = ["covered", "judged", "sources"]


def sources(name: str) -> Outcome:
    """List the sources with their grades and how often they are cited."""
    case = open_case(name)
    cited = Counter(r.source for _, r in references(case) if r.at)
    shapes = {
        id: {
            "citation": s.citation(),
            "reliability": s.reliability,
            "issued": str(s.issued or ""),
            "stance": s.stance,
            "cited": cited[id],
        }
        for id, s in case.sources.items()
    }
    return Outcome({"case": case.case.id, "sources": shapes}, sources_text(case, cited))


def judged(name: str) -> Outcome:
    """Compare the judgements of the sources: the matrix, agreements and contradictions by pair."""
    case = open_case(name)
    found = compare(case.judgements, _answering(case))
    data: dict[str, Any] = {
        "case": case.case.id,
        "sources": list(found.sources),
        "judgements": {
            id: {"ask": j.ask, "answers": dict(j.answers)} for id, j in case.judgements.items()
        },
        "unanimous": list(found.unanimous),
        "pairs": [
            {"between": list(pair), "agree": list(found.agreements[pair]), "contradict": list(ids)}
            for pair, ids in found.conflicts.items()
        ],
    }
    return Outcome(data, judgements_text(case, found))


def _answering(case: Case) -> tuple[str, ...]:
    answering = {s for j in case.judgements.values() for s in j.answers}
    return tuple(s for s in case.sources if s in answering)


def covered(name: str) -> Outcome:
    """Say what the assertions of a case rest on: several sources, one, opinion, us, nothing."""
    case = open_case(name)
    found = coverage(case)
    data = {
        "case": case.case.id,
        "counts": dict(counts(found)),
        "assertions": [
            {
                "handle": handle(c.path),
                "kind": c.kind,
                "cover": c.cover,
                "sources": list(c.sources),
                "words": words_of(c.part),
            }
            for c in found
        ],
    }
    return Outcome(data, coverage_text(found))
