"""The findings of a report as plain data, for programs: ids, numbers and truth values, no prose.

Keys may be added; none is renamed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from detente.case.terms import Binary, Constant, Name, Not
from detente.evidence import Reference
from detente.evidence.part import Part, When
from detente.judgement import InquiryAnswer
from detente.judgement.finding import KeyJudgement
from detente.judgement.outlook import Outlook
from detente.report.material import Material
from detente.stability.assessment import ModelAssessment, Prospect
from detente.stability.graph import State

__all__ = ["outlook_data", "plain_data", "report_data"]


def plain_data(value: Any) -> Any:
    """Return a finding as lists, maps, text, numbers and truth values.

    >>> plain_data(State(3, ("jp.invest",)))
    ['jp.invest']
    """
    if isinstance(value, State):
        return list(value.on)
    if isinstance(value, Name | Not | Binary | Constant | Reference | When):
        return str(value)
    if isinstance(value, Part):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain_data(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain_data(v) for k, v in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain_data(v) for v in value]
    return value


def report_data(material: Material) -> dict[str, Any]:
    """Return the case, its models, its key judgements and its answers as plain data."""
    about = material.case.case
    return {
        "case": about.id,
        "title": about.title,
        "question": about.question,
        "as_of": str(about.as_of or ""),
        "handling": about.handling,
        "digest": material.case.digest,
        "judgements": [_judgement(j) for j in material.judgements],
        "models": [_model(m) for m in material.models],
        "answers": [_answer(a) for a in material.answers],
        "forecasts": [outlook_data(o) for o in material.outlooks],
        "sources": {id: s.citation() for id, s in material.case.sources.items()},
    }


def _judgement(judgement: KeyJudgement) -> dict[str, Any]:
    found = dict(plain_data(judgement))
    found["references"] = [str(r) for r in judgement.references]
    found["bases"] = [
        {
            "model": b.model,
            "actor": b.actor,
            "reading": b.reading,
            "position": b.position,
            "statement": str(b.statement.want),
            "because": [str(r) for r in b.statement.because],
        }
        for b in judgement.bases
    ]
    return found


def _model(m: ModelAssessment) -> dict[str, Any]:
    return {
        "model": m.id,
        "title": m.model.title,
        "as_of": str(m.model.as_of or ""),
        "obtained": plain_data(m.obtained),
        "decision_makers": list(m.graph.deciders),
        "readings": dict(zip(m.graph.deciders, m.graph.readings, strict=True)),
        "status_quo": list(m.graph.status_quo.on),
        "holds": dict(m.holds),
        "sole": list(m.sole),
        "equilibria": {k: [list(e.state.on) for e in es] for k, es in m.equilibria.items()},
        "first_unmet": plain_data(m.unmet),
        "verdicts": plain_data(m.verdicts),
        "supports": plain_data(m.supports),
        "groups": plain_data(m.groups),
        "prospects": [_prospect(p) for p in m.prospects],
        "readings_tried": [_variant(v) for v in m.readings],
        "what_ifs": [_variant(v) for v in m.what_ifs],
    }


def _prospect(p: Prospect) -> dict[str, Any]:
    found = dict(plain_data(p))
    for key in ("unlocking", "alone"):
        found[key] = plain_data(getattr(p, key))
    return found


def _variant(v: Any) -> dict[str, Any]:
    return {
        "label": v.label,
        "settings": plain_data(v.settings),
        "status_quo": list(v.status_quo.on),
        "holds": dict(v.holds),
        "equilibria": {k: [list(e.state.on) for e in es] for k, es in v.equilibria.items()},
    }


def _answer(answer: InquiryAnswer) -> dict[str, Any]:
    return {**plain_data(answer), "agrees": answer.agrees, "needs": list(answer.needs)}


def outlook_data(outlook: Outlook) -> dict[str, Any]:
    """Return a forecast as plain data: the probability, and everything that it was made from."""
    answered, p = outlook.answered, outlook.answered.probability
    question = answered.question
    found: dict[str, Any] = {"question": answered.id, "ask": question.ask, "event": question.event}
    found["by"] = str(question.by or "")
    if p is None:
        return found | {"needs": answered.needs}
    readings = {
        f"{model}:{actor}": {r: {"hits": h, "runs": n} for r, (h, n) in table.items()}
        for (model, actor), table in answered.by_reading.items()
    }
    return found | {
        "probability": p.value,
        "low": p.low,
        "high": p.high,
        "share": p.share,
        "hits": p.hits,
        "runs": p.runs,
        "monte_carlo_error": p.error,
        "worth": p.worth,
        "base_rate": plain_data(p.base),
        "confidence": plain_data(outlook.confidence),
        "by_reading": readings,
    }
