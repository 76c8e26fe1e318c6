"""From a part of a case down to the paragraphs it rests on, and from a paragraph up to what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.case import Case
from detente.case.checks.references import references
from detente.case.places import Path
from detente.errors import UnknownName
from detente.evidence import Reference
from detente.evidence.part import Part
from detente.judgement.footing import canonical
from detente.judgement.handles import parts_of

__all__ = ["Rest", "ends_of", "resting_on", "rests_on"]


@dataclass(frozen=True)
class Rest:
    """One end that something rests on, and the claims and assumptions that the way led through.

    `of` is the path of the part whose `because` names it: the thing asked about, or a part of it.
    """

    of: Path
    through: tuple[str, ...]
    reference: Reference


def rests_on(case: Case, path: Path, part: Part) -> tuple[Rest, ...]:
    """Return everything that a part, or a part of it, rests on; claims are followed to paragraphs.

    >>> from detente.case import open_case
    >>> from detente.judgement.handles import find
    >>> case = open_case("japan-russia")
    >>> [str(r.reference) for path, part in find(case, "M63") for r in rests_on(case, path, part)]
    ['001¶16']
    """
    found: list[Rest] = []
    for at, reference in references(part, path):
        holder = at[: at.index("because")] if "because" in at else path
        found += [Rest(holder, *end) for end in ends_of(case, reference)]
    if path[:1] == ("evidence",) and len(path) == 2:
        found += [Rest(path, *end) for end in ends_of(case, Reference(id=str(path[1])))]
    return tuple(dict.fromkeys(found))


def ends_of(
    case: Case, reference: Reference, through: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Reference]]:
    """Yield what a reference leads to in the end, with the claims and assumptions on the way.

    >>> from detente.case import open_case
    >>> found = ends_of(open_case("japan-russia"), Reference(id="firms-evicted"))
    >>> [(through, str(end)) for through, end in found]
    [(('firms-evicted',), '000¶8')]
    """
    id = reference.id
    if not id:
        yield through, reference
    if not id or id in through:
        return
    claim, assumption = case.evidence.get(id), case.assumptions.get(id)
    if claim is not None:
        at = claim.at or f"{claim.source}¶1"
        yield (*through, id), Reference(at=at, anchor=claim.anchor)
    for deeper in assumption.because if assumption is not None else ():
        yield from ends_of(case, deeper, (*through, id))


def resting_on(case: Case, name: str) -> dict[Path, Part]:
    """Return every part that names a source, a paragraph, a claim or an assumption as its backing.

    A paragraph and those that repeat it count as one; what rests on a claim rests on its paragraph.
    Raises `UnknownName` for a source that the case does not have.

    >>> from detente.case import open_case
    >>> found = resting_on(open_case("japan-russia"), "000¶24")
    >>> next(path for path in found if path[0] == "actors")
    ('actors', 'ru', 'goals', 4)
    """
    source = name.partition("¶")[0]
    if source not in (*case.sources, *case.evidence, *case.assumptions):
        raise UnknownName("source, claim or assumption", source, case.sources)
    at = canonical(case, Reference.model_validate(name).at) if "¶" in name else ""
    return {
        path: part
        for path, part in parts_of(case)
        if any(_meets(case, r, name, at) for r in _own(case, path, part))
    }


def _own(case: Case, path: Path, part: Part) -> Iterator[Reference]:
    """Yield what a part names itself, and what the claims that it names rest on."""
    because = getattr(part, "because", ())
    named = because if isinstance(because, tuple) else ()
    if path[:1] == ("evidence",) and len(path) == 2:
        named = (Reference(id=str(path[1])),)
    for reference in named:
        yield reference
        for through, end in ends_of(case, reference):
            yield end
            yield from (Reference(id=id) for id in through)


def _meets(case: Case, reference: Reference, name: str, at: str) -> bool:
    if at:
        return bool(reference.at) and canonical(case, reference.at) == at
    return name in (reference.source, reference.id)
