"""How well a case is covered: what rests on several sources, on one, on opinion, on us, on nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.case import Case
from detente.case.checks.references import references
from detente.case.places import Path
from detente.evidence.part import Part
from detente.judgement.handles import handle, parts_of
from detente.judgement.tracing import Rest, rests_on

__all__ = ["Cover", "Covered", "counts", "coverage", "doubts"]

Cover = Literal["several sources", "one source", "opinion", "outside", "ours", "nothing"]
"""From the firmest to the weakest; `opinion` is a claim of that basis and nothing else."""


@dataclass(frozen=True)
class Covered:
    """One assertion of a case: where it stands, its kind, and what it rests on."""

    path: Path
    part: Part
    kind: str
    cover: Cover
    sources: tuple[str, ...]


def coverage(case: Case) -> tuple[Covered, ...]:
    """Return every assertion of a case with its cover, in the order of the case.

    Assertions are priorities, pushes, rows of evidence, events, figures, traits, assumptions and
    rules. Sources that draw on one another are not known to do so: `several` bounds from above.

    >>> from detente.case import open_case
    >>> found = coverage(open_case("japan-russia"))
    >>> {c.cover for c in found if c.kind == "push"} >= {"several sources", "one source"}
    True
    """
    return tuple(
        Covered(path, part, kind, *_cover(case, rests_on(case, path, part)))
        for path, part in parts_of(case)
        if (kind := _kind(path))
    )


def _kind(path: Path) -> str:
    match path:
        case ("models", _, "preferences", _, "readings", _, "order", _):
            return "priority"
        case ("models", _, "rules", _):
            return "rule"
        case ("influences", "edges", _):
            return "push"
        case ("hypotheses", _, "evidence", _):
            return "row of evidence"
        case ("actors", _, "goals" | "fears" | "constraints" | "resources", _):
            return "trait"
    kinds: Mapping[str, str] = {
        "timeline": "event",
        "quantities": "figure",
        "assumptions": "assumption",
    }
    return kinds.get(str(path[0]), "") if len(path) == 2 else ""


def _cover(case: Case, rests: tuple[Rest, ...]) -> tuple[Cover, tuple[str, ...]]:
    sources = tuple(dict.fromkeys(r.reference.source for r in rests if r.reference.at))
    if sources:
        if all(_opinions(case, r) for r in rests if r.reference.at):
            return "opinion", sources
        return ("several sources" if len(sources) > 1 else "one source"), sources
    if any(r.reference.outside for r in rests):
        return "outside", ()
    return ("ours" if rests else "nothing"), ()


def _opinions(case: Case, rest: Rest) -> bool:
    claims = [case.evidence[id] for id in rest.through if id in case.evidence]
    return bool(claims) and all(claim.basis == "opinion" for claim in claims)


def counts(found: tuple[Covered, ...]) -> Iterator[tuple[str, dict[Cover, int]]]:
    """Yield for each kind of assertion how many have which cover."""
    for kind in dict.fromkeys(c.kind for c in found):
        mine = [c.cover for c in found if c.kind == kind]
        yield kind, {cover: mine.count(cover) for cover in mine}


def doubts(case: Case) -> Iterator[str]:
    """Yield what an editor would question in the grades of claims and in what is pointed at.

    A claim graded 1 (confirmed) needs another source that says so; of two claims that contradict
    each other not both are probable; page furniture is no evidence.
    """
    for id, claim in case.evidence.items():
        others = {case.evidence[o].source for o in claim.corroborated_by if o in case.evidence}
        if claim.credibility == 1 and not others - {claim.source}:
            yield f"{id} is graded 1 (confirmed), and no claim of another source corroborates it"
        for other in claim.contradicted_by:
            against = case.evidence.get(other)
            if against is not None and max(claim.credibility, against.credibility) <= 2:
                yield f"{id} and {other} contradict each other, and both are graded probable"
    seen = {r.at: path for path, r in references(case) if r.at}
    for at, path in seen.items():
        source, _, number = at.partition("¶")
        if source in case.sources and case.sources[source].is_furniture(int(number)):
            yield f"{handle(path[: path.index('because')])} rests on {at}, which is page furniture"
