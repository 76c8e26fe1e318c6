"""What would unlock, in words: the smallest change, whose it is, and who cannot do it instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.judgement.finding import Change, KeyJudgement
from detente.report.inlines import Written, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, quoted

__all__ = ["unlocks"]


def unlocks(material: Material, judgement: KeyJudgement) -> Written:
    """Return claim and detail on what would unlock."""
    found = [f for f in judgement.findings if isinstance(f, Change)]
    first, detail = found[0], ""
    if first.holds:
        claim = line(f"Nothing has to change for {quoted(first.label)}: it holds already.")
    elif first.plainest is None:
        claim = line(_nothing_found(first))
    else:
        changes = material.changes(material.by_id[first.model], first.plainest, form=2)
        n = first.edits or 0
        many = f"{capital(count(n, 'change'))}{' together' if n > 1 else ''}"
        claim = line(f"{many} would unlock {quoted(first.label)}: ", changes, ".")
        detail = _who_else(material, first)
    return claim, " ".join(s for s in (detail, _elsewhere(found)) if s)


def _nothing_found(change: Change) -> str:
    label = quoted(change.label)
    if change.complete:
        return f"No set of up to {count(change.at_most, 'change')} of priorities unlocks {label}."
    below = count(change.proven_below, "change")
    return f"No set of fewer than {below} of priorities unlocks {label}; larger ones were not all tried."


def _who_else(material: Material, change: Change) -> str:
    """Return who else could unlock it, and how many other changes are as small."""
    words, m = material.words, material.by_id[change.model]
    assert change.plainest is not None
    said = []
    able = [
        a for a, n in change.alone.items() if n == change.edits and a not in change.plainest.actors
    ]
    if able:
        it = "one of its own" if change.edits == 1 else "as few of its own"
        said.append(
            f"{words.actor(able[0], start=True)} could do so by {it} as well."
            if len(able) == 1
            else f"{capital(words.actors(able))} could each do so by {it} as well."
        )
    blockers = next(p.blockers for p in m.prospects if p.outcome == change.outcome)
    others = [d for d in m.graph.deciders if d not in blockers]
    if len(blockers) == 1 and others:
        together = " together" if len(others) > 1 else ""
        most = count(change.at_most, "change of priorities", "changes of priorities")
        said.append(f"No set of up to {most} by {words.actors(others)}{together} does it instead.")
    spare = change.solutions - 1
    if spare:
        does = "does" if spare == 1 else "do"
        said.append(f"{capital(count(spare, 'other change'))} of the same size {does} it too.")
    return " ".join(said)


def _elsewhere(found: Sequence[Change]) -> str:
    """Return what the other outcomes that matter would take."""
    others = [f for f in found[1:] if not f.holds]
    sizes = Counter(f.edits for f in others)
    if not sizes:
        return ""
    unit = count(len(others), "other model" if found[0].asked else "other outcome")
    parts = []
    for edits, n in sorted(sizes.items(), key=lambda x: (x[0] is None, x[0])):
        takes = "more than was searched for" if edits is None else count(edits, "change")
        parts.append(f"{number(n)} would take {takes}")
    if len(parts) == 1:
        each = " each" if len(others) > 1 else ""
        return f"The {unit} {parts[0].partition(' ')[2]}{each}."
    return f"Of the {unit}, {listed(parts)}."
