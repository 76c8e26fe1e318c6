"""What `hypotheses` prints: scores, what they hang on, what each explanation predicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from detente.case import Case
from detente.evidence.hypotheses import HypothesisSet, Weighed
from detente.evidence.sensitivity import Leaning
from detente.judgement.predictions import Prediction, Predictions
from detente.report.names import listed
from detente.report.screen.lines import plural, rows, wrap

__all__ = ["hypotheses_text", "predictions_text", "probabilities_text", "sets_text"]

NAMES = {
    "documents": "all documents",
    "outside": "outside knowledge",
    "together": "together",
    "chosen": "as chosen",
}


def sets_text(case: Case) -> str:
    """Return the sets of hypotheses of a case, one line each."""
    if not case.hypotheses:
        return "The case holds no competing hypotheses."
    said = (
        wrap(f"{id}: {m.question} {plural(len(m.items), 'answer')}, {_counted(m)}.", "", "  ")
        for id, m in case.hypotheses.items()
    )
    return "\n".join(said)


def _counted(matrix: HypothesisSet) -> str:
    return f"{plural(len(matrix.evidence), 'row')} of evidence"


def hypotheses_text(
    id: str, matrix: HypothesisSet, found: Mapping[str, Weighed], shown: Weighed, leaning: Leaning
) -> str:
    """Return a set of hypotheses: scores by document, the rows of evidence, what the ranking hangs on."""
    items = [wrap(f"{h}  {item.label}", "  ", "      ") for h, item in matrix.items.items()]
    parts = [
        "\n".join([wrap(f"{matrix.question} [{id}]"), *items]),
        "\n".join(
            [
                "What speaks against each, by where the evidence is taken from (no probability):",
                rows(_scores(matrix, found), "  "),
            ]
        ),
        "\n".join(_evidence(matrix, shown)),
        "\n".join(_hangs(leaning, shown)),
    ]
    return "\n\n".join(parts)


def _scores(matrix: HypothesisSet, found: Mapping[str, Weighed]) -> list[list[str]]:
    table = [["", *matrix.items, "rows", "least"]]
    for name, weighed in found.items():
        scores = [f"{weighed.scores[h]:g}" for h in matrix.items]
        least = ", ".join(weighed.best())
        table.append([NAMES.get(name, name), *scores, str(len(weighed.rows)), least])
    return table


def _evidence(matrix: HypothesisSet, shown: Weighed) -> Iterator[str]:
    yield "The evidence that counts; apart: how far a row moves the scores apart:"
    table = [["", "weight", *matrix.items, "apart", "rests on"]]
    for id in shown.rows:
        row = matrix.evidence[id]
        cells = [row.cells.get(h, "N") for h in matrix.items]
        rests = ", ".join(r.at or r.id or ("outside" if r.outside else "ours") for r in row.because)
        table.append([id, f"{row.weight:g}", *cells, f"{shown.pull[id]:g}", rests])
    yield rows(table, "  ")
    for id in shown.rows:
        yield wrap(f"{id}: {matrix.evidence[id].text}", "  ", "      ")
    repeats = [f"{id} (of {r.repeats})" for id, r in matrix.evidence.items() if r.repeats]
    if repeats:
        yield wrap(f"Not counted, because they repeat another row: {', '.join(repeats)}.", "  ")


def _hangs(leaning: Leaning, shown: Weighed) -> Iterator[str]:
    best = listed(list(leaning.best))
    if not leaning.turns:
        yield wrap(f"No single row decides which are lowest: without any one it is {best}.")
    for row in leaning.turns:
        yield wrap(
            f"Without {row} the lowest would be {listed(list(leaning.without[row]))}, not {best}."
        )
    if shown.idle:
        yield wrap(f"Without diagnostic value here: {', '.join(shown.idle)}.")


def predictions_text(matrix: HypothesisSet, found: Predictions) -> str:
    """Return what each hypothesis predicts in each test, and which hypotheses a test is a test of."""
    columns = list(next(iter(found.table.values())))
    table = [["", *columns]]
    for test, row in found.table.items():
        trial = matrix.tests[test]
        table.append([trial.label or test, *("" for _ in columns)])
        for condition in trial.ask:
            table.append([f"  {condition}", *(row[h].asked[condition] for h in columns)])
        table.append(["  today's state holds", *(_stays(row[h]) for h in columns)])
    lines = ["What each predicts, computed from its reading (sequential stability):"]
    lines.append(rows(table, "  "))
    for test in list(found.table)[1:]:
        label, moved = matrix.tests[test].label or test, found.moved(test)
        tells = f"a test of {listed(list(moved))}" if moved else "a test of none: no answer changes"
        lines.append(wrap(f"{label}: {tells}.", "  ", "    "))
    if found.left_out:
        left = listed(list(found.left_out))
        lines.append(wrap(f"Nothing can be computed for {left}: no reading says the same.", "  "))
    return "\n".join(lines)


def _stays(p: Prediction) -> str:
    if not p.stays:
        return f"no; {plural(len(p.holds), 'other')}"
    place = "alone" if len(p.holds) == 1 else f"one of {len(p.holds)}"
    return f"{place}, not Nash" if p.restless["nash"] else place


def probabilities_text(
    matrix: HypothesisSet,
    repaired: Mapping[str, Mapping[str, float]],
    moved: Mapping[str, float],
    pools: Mapping[str, Mapping[str, float]],
) -> str:
    """Return the analysts' probabilities as given, made coherent, and pooled."""
    table: list[Sequence[str]] = [["", *matrix.items, "moved by"]]
    for analyst, estimates in matrix.estimates.items():
        given = (f"{100 * estimates.probabilities[h]:.0f} %" for h in matrix.items)
        table.append([f"{analyst}, as given", *given, ""])
        fixed = (f"{100 * repaired[analyst][h]:.0f} %" for h in matrix.items)
        table.append(["  made coherent", *fixed, f"{moved[analyst]:.2f}"])
    for pool, shares in pools.items():
        pooled = (f"{100 * shares[h]:.0f} %" for h in matrix.items)
        table.append([f"{pool} pool", *pooled, ""])
    head = "What analysts hold likely; coherent means the nearest numbers that add up:"
    return "\n".join([head, rows(table, "  ")])
