"""What a case draws on, in numbers: its sources by grade and date, its claims by what speaks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.evidence.claim import Claim
from detente.evidence.part import When
from detente.evidence.source import Source

__all__ = ["DOUBTFUL", "SourceSummary", "bases_of", "summarise"]

DOUBTFUL = (4, 5)
"""Grades of a claim that a reader is warned of where it is used: doubtful, improbable."""


@dataclass(frozen=True)
class SourceSummary:
    """The count behind a source summary statement (ICD 206).

    `originators` are the publishers, or authors where none is named; `grades` and `bases` count
    sources by their letter and claims by their basis. A claim is `borne_out` by a claim of another
    source. Whether sources draw on one another is not known, so that both bound from above.
    """

    sources: int
    originators: int
    oldest: When | None
    newest: When | None
    grades: Mapping[str, int]
    claims: int
    bases: Mapping[str, int]
    borne_out: int
    disputed: int
    doubtful: int


def summarise(sources: Mapping[str, Source], claims: Mapping[str, Claim]) -> SourceSummary:
    """Count the sources and the claims of a case.

    >>> made = Source(title="A", reliability="B"), Source(title="B", reliability="D")
    >>> claims = {"c": Claim(claim="It is so", source="s", corroborated_by=("d",)),
    ...           "d": Claim(claim="So it is", source="t", credibility=4, basis="opinion")}
    >>> found = summarise(dict(zip("st", made)), claims)
    >>> (found.claims, found.borne_out, found.doubtful, found.grades)
    (2, 1, 1, {'B': 1, 'D': 1})
    """
    dated = sorted((s.issued for s in sources.values() if s.issued), key=lambda w: w.start)
    return SourceSummary(
        sources=len(sources),
        originators=len({_originator(s) for s in sources.values()}),
        oldest=dated[0] if dated else None,
        newest=max(dated, key=lambda w: w.end) if dated else None,
        grades=dict(Counter(sorted(s.reliability for s in sources.values()))),
        claims=len(claims),
        bases=bases_of(claims.values()),
        borne_out=sum(_borne_out(c, claims) for c in claims.values()),
        disputed=sum(bool(c.contradicted_by) for c in claims.values()),
        doubtful=sum(c.credibility in DOUBTFUL for c in claims.values()),
    )


def bases_of(claims: Iterable[Claim]) -> dict[str, int]:
    """Return how many claims there are of each basis, the most first.

    >>> bases_of([Claim(claim="It is so", source="s"), Claim(claim="So it is", source="t")])
    {'reported': 2}
    """
    return dict(Counter(c.basis for c in claims).most_common())


def _originator(source: Source) -> str:
    names = " and ".join(str(p) for p in source.author)
    return source.publisher or source.container_title or names or source.title


def _borne_out(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    others = (claims[id] for id in claim.corroborated_by if id in claims)
    return any(other.source != claim.source for other in others)
