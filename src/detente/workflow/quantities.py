"""The figures of a case and what follows from them: `quantities`."""

from __future__ import annotations

from detente.case import open_case
from detente.judgement.arithmetic import results
from detente.report.screen.quantities import quantities_text
from detente.workflow.outcome import Outcome

__all__ = ["quantities"]


def quantities(name: str) -> Outcome:
    """List the figures that the sources give, and compute those that follow from them."""
    case = open_case(name)
    found = results(case)
    data = {
        "case": case.case.id,
        "quantities": {
            id: q.model_dump(mode="json", exclude={"because"})
            | {"because": list(map(str, q.because))}
            for id, q in case.quantities.items()
        },
        "derived": {
            r.id: {
                "what": r.derived.what,
                "compute": r.derived.compute,
                "value": r.value,
                "unit": r.derived.unit,
                "within": r.derived.within and list(r.derived.within),
                "fits": r.fits,
                "rests_on": list(r.quantities),
                "note": r.derived.note,
            }
            for r in found
        },
    }
    return Outcome(data, quantities_text(case, found))
