"""How sure a judgement can be: sources, concepts, readings and assumptions, weighed one by one.

The levels are those of analytic products (ICD 203 D.6.e; UK Analytical Confidence Rating): high,
moderate, low, under three headings. Confidence says how well a judgement is founded; it is no
likelihood, and none is computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from detente.case import Case
from detente.case.ledgers import OwnConfidence
from detente.evidence import Reference
from detente.evidence.part import When
from detente.evidence.summary import DOUBTFUL
from detente.judgement.tracing import ends_of

__all__ = [
    "Confidence",
    "Ground",
    "Level",
    "Sourcing",
    "agreement",
    "assumptions",
    "information_base",
    "sourcing",
    "spread",
    "weigh",
]

Level = Literal["high", "moderate", "low"]
Heading = Literal["information base", "analytical rigour", "complexity and volatility"]
Value = str | int | tuple[str, ...]
_ORDER: tuple[Level, ...] = ("low", "moderate", "high")
_TRUSTED = ("A", "B")


@dataclass(frozen=True)
class Ground:
    """One ground of confidence: the level it allows, and why as a key with its values."""

    heading: Heading
    level: Level
    reason: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Confidence:
    """A level with its driver: the first ground that allows no more than that level.

    `own` is what the analysts set in place of the computed level, which `grounds` still tell.

    >>> grounds = [Ground("information base", "high", "several documents"),
    ...            Ground("analytical rigour", "low", "concepts differ")]
    >>> weigh(grounds).driver.reason
    'concepts differ'
    """

    level: Level
    driver: Ground
    grounds: tuple[Ground, ...]
    own: OwnConfidence | None = None


@dataclass(frozen=True)
class Sourcing:
    """What references lead to: documents, additions of our own, knowledge from outside.

    `newest` is the latest date of a document, `weakest` the lowest letter of reliability, where
    F (cannot be judged) counts only if nothing else is graded. Of the `claims` that the references
    name or lead through, `inferred` are inference or opinion and `doubtful` graded 4 or 5.
    """

    documents: tuple[str, ...]
    paragraphs: tuple[str, ...]
    references: int
    own: int
    outside: int
    newest: When | None
    weakest: str
    claims: int = 0
    inferred: int = 0
    doubtful: int = 0


def sourcing(case: Case, references: Sequence[Reference]) -> Sourcing:
    """Return what references rest on in the end; claims and assumptions are followed.

    >>> from detente.case import open_case
    >>> two = [Reference.model_validate(r) for r in ("002¶23", {"modeller": "a guess"})]
    >>> found = sourcing(open_case("japan-russia"), two)
    >>> found.documents, found.own, found.weakest
    (('002',), 1, 'B')
    """
    ways = [way for r in dict.fromkeys(references) for way in ends_of(case, r)]
    ends = [end for _, end in ways]
    passed = dict.fromkeys(id for through, _ in ways for id in through)
    claims = [case.evidence[id] for id in passed if id in case.evidence]
    places = tuple(dict.fromkeys(e.at for e in ends if e.at))
    documents = tuple(sorted({p.partition("¶")[0] for p in places}))
    known = [case.sources[d] for d in documents if d in case.sources]
    dates = [s.issued for s in known if s.issued is not None]
    letters = sorted(s.reliability for s in known)
    graded = [x for x in letters if x != "F"]
    return Sourcing(
        documents,
        places,
        len(ends),
        sum(bool(e.modeller) for e in ends),
        sum(bool(e.outside) for e in ends),
        max(dates, key=lambda d: d.end, default=None),
        (graded or letters or [""])[-1],
        len(claims),
        sum(c.basis != "reported" for c in claims),
        sum(c.credibility in DOUBTFUL for c in claims),
    )


def information_base(case: Case, references: Sequence[Reference]) -> Ground:
    """Rate the information base: three or more documents, two of them graded A or B, are high.

    More than a tenth of additions of our own (or knowledge from outside) allows moderate only,
    more than a third low; so does a single document. Claims of which more than two thirds are
    inference or opinion, and that stand behind half of the references, allow moderate. Whether
    documents draw on one another is not known, so their number bounds the number of independent
    sources from above.
    """
    found = sourcing(case, references)
    count, own = len(found.documents), found.own + found.outside
    good = sum(_reliability(case, d) in _TRUSTED for d in found.documents)
    values: dict[str, Value] = {"documents": found.documents, "own": own, "of": found.references}
    values |= {"good": good, "claims": found.claims, "inferred": found.inferred}
    if not found.references:
        return Ground("information base", "low", "no sources")
    if own * 3 > found.references:
        return Ground("information base", "low", "own additions", values)
    if count == 1:
        return Ground("information base", "low", "one document", values)
    if own * 10 > found.references:
        return Ground("information base", "moderate", "own additions", values)
    if count == 2:
        return Ground("information base", "moderate", "few documents", values)
    if found.inferred * 3 > found.claims * 2 and found.claims * 2 >= found.references:
        return Ground("information base", "moderate", "mostly inferred", values)
    if good < 2:
        return Ground("information base", "moderate", "weak sources", values)
    return Ground("information base", "high", "several documents", values)


def _reliability(case: Case, source: str) -> str:
    return case.sources[source].reliability if source in case.sources else "F"


def agreement(concepts: Sequence[str], agreeing: Iterable[str], complete: bool = True) -> Ground:
    """Rate the agreement of stability concepts on a claim, and whether a search was finished.

    >>> agreement(["nash", "gmr", "seq"], ["nash", "seq"]).level
    'moderate'
    """
    agree = tuple(c for c in concepts if c in set(agreeing))
    differ = tuple(c for c in concepts if c not in agree)
    values: dict[str, Value] = {"agree": agree, "differ": differ}
    if not complete:
        return Ground("analytical rigour", "low", "search stopped", values)
    if not differ:
        return Ground("analytical rigour", "high", "concepts agree", values)
    leading = [c for c in ("nash", "seq") if c in concepts]
    level: Level = "moderate" if leading and all(c in agree for c in leading) else "low"
    return Ground("analytical rigour", level, "concepts differ", values)


def spread(models: int, tried: Sequence[str], changed: Sequence[str]) -> Ground:
    """Rate how far other readings of the parties change a claim that covers some models.

    `tried` are the models in which other readings exist, `changed` those in which one of them
    turns the claim. No other reading anywhere allows moderate only: nothing was put to the test.

    >>> spread(9, ["2017-11", "2018-05"], ["2017-11"]).level
    'moderate'
    """
    values: dict[str, Value] = {"of": models, "tried": tuple(tried), "changed": tuple(changed)}
    if not tried:
        return Ground("complexity and volatility", "moderate", "one reading", values)
    if changed:
        level: Level = "low" if 2 * len(changed) > models else "moderate"
        return Ground("complexity and volatility", level, "readings change it", values)
    if len(tried) < models:
        return Ground("complexity and volatility", "moderate", "few readings", values)
    return Ground("complexity and volatility", "high", "readings agree", values)


def assumptions(case: Case, references: Sequence[Reference]) -> Ground | None:
    """Return the ground that an unsupported assumption gives, or None where none bears on this.

    An assumption bears on a judgement if a reference names it or it rests on the same paragraph.
    """
    places, ids = {r.at for r in references if r.at}, {r.id for r in references if r.id}
    for id, assumption in case.assumptions.items():
        shared = places & {r.at for r in assumption.because if r.at}
        if assumption.status == "unsupported" and (id in ids or shared):
            values: dict[str, Value] = {"assumption": id}
            return Ground("complexity and volatility", "low", "unsupported assumption", values)
    return None


def weigh(grounds: Iterable[Ground | None], own: OwnConfidence | None = None) -> Confidence:
    """Return the lowest level that the grounds allow; the first ground at that level drives it.

    What the analysts set themselves (`own`) takes the place of the level and not of the driver.
    """
    given = tuple(g for g in grounds if g is not None)
    driver = min(given, key=lambda g: _ORDER.index(g.level))
    return Confidence(own.level if own else driver.level, driver, given, own)
