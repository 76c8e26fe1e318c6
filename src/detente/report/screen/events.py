"""What `events` prints: how two actors treated each other, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.case import Case
from detente.evidence.events import Happening, Index, Sum
from detente.report.dates import told
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["events_text", "pairs_text"]


def events_text(
    case: Case, pair: tuple[str, str], past: Mapping[str, Index], foreseen: Iterable[Happening]
) -> str:
    """Return the index of a pair by year: acts each way, joint events, and what was only expected."""
    first, second = pair
    a, b = case.actor_name(first), case.actor_name(second)
    head = (
        f"{a} [{first}] and {b} [{second}], from -10 (conflict) to +10 (cooperation): the mean "
        "score, and how many events it is of."
    )
    table = [["", f"{first} to {second}", f"{second} to {first}", "together", "all"]]
    for period, index in past.items():
        kinds = (index.forth, index.back, index.joint, index.all)
        table.append([told(period), *map(_mean, kinds)])
    lines = [wrap(head), rows(table, "  ") if past else "  No scored events."]
    expected = [wrap(f"{e.date}: {e.title} ({e.score:+g})", "  ", "    ") for e in foreseen]
    if expected:
        lines.append("\n".join(["Expected then, and not counted:", *expected]))
    lines.append("A mean of one event is no trend.")
    return "\n".join(lines)


def _mean(found: Sum) -> str:
    return "–" if found.mean is None else f"{found.mean:+.1f} ({found.count})"


def pairs_text(case: Case, pairs: Sequence[tuple[tuple[str, str], int]]) -> str:
    """Return the pairs that have scored events, with how many."""
    said = [
        f"{case.actor_name(a)} and {case.actor_name(b)} [{a},{b}]: {plural(n, 'event')}"
        for (a, b), n in pairs
    ]
    return "\n".join(["Pairs with scored events:", *(wrap(s, "  ", "    ") for s in said)])
