"""Who blocks, in words: the parties without whose change nothing makes an outcome hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.judgement.finding import Blocked, KeyJudgement
from detente.report.inlines import Written
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, quoted

__all__ = ["blocks"]


def blocks(material: Material, judgement: KeyJudgement) -> Written:
    """Return claim and detail on who blocks."""
    found = [f for f in judgement.findings if isinstance(f, Blocked)]
    open_ = [f for f in found if not f.holds]
    tally = Counter(a for f in open_ for a in f.blockers)
    if not open_:
        return "Nobody stands in the way: every outcome asked about holds.", ""
    if not tally:
        return "No single party stands in the way.", _free(material, open_)
    top = [a for a, n in tally.items() if n == max(tally.values())]
    rest = [_rest(material, open_, a, tally[a]) for a in tally if a not in top]
    said = [_meaning(found), *rest, _free(material, open_)]
    claim = _claim(material, found, open_, top, tally[top[0]])
    return capital(claim), " ".join(s for s in said if s)


def _claim(
    material: Material,
    found: Sequence[Blocked],
    open_: Sequence[Blocked],
    top: Sequence[str],
    n: int,
) -> str:
    """Return who stands in the way of most: the leading outcome by name, the others by number."""
    words = material.words
    verb = words.verb(top[0], "stands", "stand") if len(top) == 1 else "each stand"
    who = f"{words.actors(top)} {verb} in the way of"
    first = quoted(found[0].label)
    if not found[0].asked:
        of = quoted(open_[0].label) if len(open_) == 1 else _share(n, len(open_), "outcome")
        return f"{who} {of}." if len(open_) == 1 else f"{who} {of} that do not hold."
    if not set(top) <= set(found[0].blockers):
        return f"{who} the outcome asked about in {_share(n, len(found), 'model')}."
    if n == 1:
        return f"{who} {first}."
    others = _share(n - 1, len(found) - 1, "other model")
    return f"{who} {first}, and of the outcome asked about in {others}."


def _share(n: int, of: int, unit: str) -> str:
    """Return how many of how many.

    >>> _share(2, 3, "model"), _share(2, 2, "model"), _share(1, 1, "other model")
    ('two of the three models', 'both models', 'the other model')
    """
    if n < of:
        return f"{number(n)} of the {count(of, unit)}"
    return {1: f"the {unit}", 2: f"both {unit}s"}.get(of, f"all {count(of, unit)}")


def _meaning(found: Sequence[Blocked]) -> str:
    most = count(max(f.at_most for f in found), "priority", "priorities")
    open_ = sum(not f.holds for f in found)
    if open_ == 1:
        return f"Nothing that the other parties change, up to {most}, makes it hold."
    them = "it hold there" if found[0].asked else "these hold"
    return f"Nothing that the other parties change, up to {most}, makes {them}."


def _rest(material: Material, open_: Sequence[Blocked], actor: str, n: int) -> str:
    words = material.words
    name = words.actor(actor)
    if open_[0].asked:
        where = listed([words.model(f.model) for f in open_ if actor in f.blockers])
        return f"In {where} it is {name}."
    stands = words.verb(actor, "stands", "stand")
    return f"{capital(name)} {stands} in the way of {number(n)}."


def _free(material: Material, open_: Sequence[Blocked]) -> str:
    """Return which outcomes no single party blocks."""
    free = [f for f in open_ if not f.blockers]
    if not free or len(open_) == 1:
        return ""
    if open_[0].asked:
        where = listed([material.words.model(f.model) for f in free])
        return f"In {where} no single party does."
    return f"For {number(len(free))} no one party in particular is needed."
