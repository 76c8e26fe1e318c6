"""Weigh competing hypotheses: `hypotheses`."""

from __future__ import annotations

from typing import Any

from detente.case import Case, open_case
from detente.errors import UnknownName
from detente.evidence.hypotheses import HypothesisSet, Weighed, weigh
from detente.evidence.probabilities import Coherence, Pool, coherent, pooled
from detente.evidence.sensitivity import Leaning, by_document, hangs_on
from detente.judgement.predictions import Predictions, hypotheses_of
from detente.judgement.predictions import predictions as predict
from detente.report.data import plain_data
from detente.report.screen.hypotheses import (
    hypotheses_text,
    predictions_text,
    probabilities_text,
    sets_text,
)
from detente.stability.settings import resolve
from detente.workflow.outcome import Outcome

__all__ = ["hypotheses"]

POOLS: tuple[Pool, ...] = ("linear", "log")


def hypotheses(
    name: str,
    set: str = "",
    documents: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    *,
    many: int = 1,
) -> Outcome:
    """Weigh the hypotheses of one set, or list the sets where a case has several and none is named.

    `documents` are sources, `outside` or `*`; `without` rows to leave out; `many` how many of the
    lowest are looked at when rows are left out in turn. Raises `UnknownName`.
    """
    case = open_case(name)
    if not set and len(case.hypotheses) != 1:
        sets = {id: m.question for id, m in case.hypotheses.items()}
        return Outcome({"case": case.case.id, "sets": sets}, sets_text(case))
    id = resolve("set of hypotheses", set or next(iter(case.hypotheses)), case.hypotheses)
    matrix = hypotheses_of(case, id)
    _known(case, matrix, documents, without)
    chosen = weigh(matrix, documents, without)
    found = by_document(matrix, case.sources)
    if documents or without:
        found["chosen"] = chosen
    leaning = hangs_on(matrix, documents, without, many=many)
    data: dict[str, Any] = {
        "case": case.case.id,
        "set": id,
        "question": matrix.question,
        "scores": {k: _weighed(w) for k, w in found.items()},
        "chosen": _weighed(chosen),
        "hangs_on": _leaning(leaning),
    }
    text = [hypotheses_text(id, matrix, found, chosen, leaning)]
    if matrix.tests:
        predicted = predict(case, id)
        data["predictions"] = _predicted(predicted)
        if predicted.any:
            text.append(predictions_text(matrix, predicted))
    if matrix.estimates:
        said, shape = _probabilities(matrix)
        text.append(said)
        data["probabilities"] = shape
    return Outcome(data, "\n\n".join(text))


def _known(
    case: Case, matrix: HypothesisSet, documents: tuple[str, ...], without: tuple[str, ...]
) -> None:
    for document in documents:
        if document not in (*case.sources, "outside", "*"):
            raise UnknownName("source", document, (*case.sources, "outside", "*"))
    for row in without:
        if row not in matrix.evidence:
            raise UnknownName("row", row, matrix.evidence)


def _weighed(weighed: Weighed) -> dict[str, Any]:
    return {
        "scores": dict(weighed.scores),
        "rows": list(weighed.rows),
        "least": list(weighed.best()),
        "spread": dict(weighed.spread),
        "apart": dict(weighed.pull),
        "without_diagnostic_value": list(weighed.idle),
    }


def _leaning(leaning: Leaning) -> dict[str, Any]:
    return dict(plain_data(leaning)) | {"turns": list(leaning.turns)}


def _predicted(found: Predictions) -> dict[str, Any]:
    return {
        "left_out": list(found.left_out),
        "tests": {
            test: {
                "moved": list(found.moved(test)),
                "apart": [list(group) for group in found.apart(test)],
                "hypotheses": {h: plain_data(p) | {"stays": p.stays} for h, p in row.items()},
            }
            for test, row in found.table.items()
        },
    }


def _probabilities(matrix: HypothesisSet) -> tuple[str, dict[str, Any]]:
    must = Coherence.of(matrix)
    repaired = {a: coherent(e.probabilities, must) for a, e in matrix.estimates.items()}
    pools: dict[str, dict[str, float]] = {pool: pooled(matrix, pool) for pool in POOLS}
    coherent_ones = {a: r.probabilities for a, r in repaired.items()}
    moved = {a: r.distance for a, r in repaired.items()}
    said = probabilities_text(matrix, coherent_ones, moved, pools)
    given = {a: dict(e.probabilities) for a, e in matrix.estimates.items()}
    return said, {"given": given, "coherent": plain_data(coherent_ones), "moved": moved} | {
        "pooled": pools
    }
