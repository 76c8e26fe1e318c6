"""What `quantities` prints: the figures of the sources, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.judgement.arithmetic import Result
from detente.report.amounts import amount, verdict
from detente.report.dates import told
from detente.report.screen.lines import plural, wrap

__all__ = ["quantities_text"]


def quantities_text(case: Case, found: Sequence[Result]) -> str:
    """Return the figures with period and place, then those that follow, and whether they fit."""
    if not case.quantities:
        return "The case records no figures."
    lines = [f"{plural(len(case.quantities), 'figure')} from the sources:"]
    for id, q in case.quantities.items():
        parts = (f"{q.what}: {q.value}", told(q.period), ", ".join(map(str, q.because)))
        lines.append(wrap(f"{id}  " + "; ".join(p for p in parts if p), "  ", "       "))
    if found:
        lines += ["", "What follows from them:"]
        for r in found:
            lines.append(wrap(f"{r.id}  {r.derived.what}: {amount(r)}", "  ", "       "))
            said = "; ".join(p for p in (r.derived.compute, verdict(r), r.derived.note) if p)
            lines.append(wrap(said, "       "))
    return "\n".join(lines)
