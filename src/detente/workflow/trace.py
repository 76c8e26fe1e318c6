"""Follow a finding to its paragraphs, a paragraph to its findings, and see what falls: `trace`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from detente.case import Case, open_case
from detente.case.places import Path as Place
from detente.errors import UsageError
from detente.evidence import Reference
from detente.evidence.part import Part
from detente.judgement.consequences import Shift, consequences
from detente.judgement.finding import Kind
from detente.judgement.footing import canonical, drop
from detente.judgement.handles import find, handle
from detente.judgement.key import key_judgements
from detente.judgement.tracing import Rest, resting_on, rests_on
from detente.report.citations import words_of
from detente.report.claims import graded
from detente.report.screen.trace import basis_text, drop_text, resting_text, rests_text
from detente.stability import CLASSICAL
from detente.stability.assessment import assess_model
from detente.workflow.cases import library_of
from detente.workflow.outcome import Outcome

__all__ = ["trace"]

JUDGEMENTS: tuple[str, ...] = get_args(Kind)


def trace(
    name: str, thing: str = "", documents: Sequence[Path] = (), *, dropped: Sequence[str] = ()
) -> Outcome:
    """Say what a thing rests on, or what rests on it; with `dropped`, what falls without that.

    A thing is a source, a paragraph (`000¶24`), a claim, an assumption, a key judgement (`holds`,
    `blocks`, `unlocks`, `turns`, `lacks`), or any part of the case by its handle. Raises
    `UnknownName`, `UsageError` where neither or both are given.
    """
    if bool(thing) == bool(dropped):
        raise UsageError(
            "name a thing to trace, or what to drop", hint="trace CASE M63, or --drop 002"
        )
    case = open_case(name)
    if dropped:
        return _dropped(case, dropped)
    if thing in JUDGEMENTS:
        return _judgement(case, thing, documents)
    if thing.partition("¶")[0] in case.sources:
        return _upwards(case, thing, documents)
    return _downwards(case, thing, documents)


def _upwards(case: Case, thing: str, documents: Sequence[Path]) -> Outcome:
    found = resting_on(case, thing)
    text = case.sources[thing].citation() if thing in case.sources else None
    if "¶" in thing:
        reference = Reference(at=canonical(case, thing))
        text = library_of(case, documents).paragraph(reference)
        thing = thing if str(reference) == thing else f"{thing} (which repeats {reference})"
    return Outcome({"thing": thing, "resting": _parts(found)}, resting_text(thing, text, found))


def _downwards(case: Case, thing: str, documents: Sequence[Path]) -> Outcome:
    library, shapes, texts = library_of(case, documents), [], []
    for path, part in find(case, thing):
        rests = rests_on(case, path, part)
        shape: dict[str, Any] = {"handle": handle(path), "words": words_of(part)}
        shape["rests_on"] = [_rest(case, r, library.paragraph(r.reference)) for r in rests]
        texts.append(rests_text(case, library, path, part, rests))
        if path[0] in ("evidence", "assumptions"):
            found = {p: v for p, v in resting_on(case, str(path[1])).items() if p != path}
            shape["resting"] = _parts(found)
            texts.append(resting_text(str(path[1]), None, found))
        shapes.append(shape)
    return Outcome({"thing": thing, "found": shapes}, "\n\n".join(texts))


def _judgement(case: Case, kind: str, documents: Sequence[Path]) -> Outcome:
    models = [
        assess_model(case, id, list(CLASSICAL.values()))
        for id in case.models
        if not case.graph_form(id)
    ]
    made = next((j for j in key_judgements(case, models) if j.kind == kind), None)
    if made is None:
        raise UsageError("the case gives no key judgement of this kind", found=kind)
    places: dict[Place, Part] = {
        _statement(b.model, b.actor, b.reading, b.position): b.statement for b in made.bases
    }
    references = [str(r) for r in made.references]
    data = {
        "thing": kind,
        "confidence": made.confidence.level,
        "bases": _parts(places),
        "references": references,
    }
    return Outcome(data, basis_text(case, library_of(case, documents), kind, places))


def _statement(model: str, actor: str, reading: str, position: int) -> Place:
    return ("models", model, "preferences", actor, "readings", reading, "order", position - 1)


def _dropped(case: Case, names: Sequence[str]) -> Outcome:
    shaken = drop(case, names)
    shifts = consequences(case, shaken)
    data = {
        "dropped": list(shaken.dropped),
        "fallen": _parts(shaken.fallen),
        "without_backing": _parts(shaken.bare),
        "weakened": _parts(shaken.weakened),
        "changes": [_shift(s) for s in shifts],
    }
    return Outcome(data, drop_text(case, shaken, shifts))


def _parts(parts: Mapping[Place, Part]) -> list[dict[str, str]]:
    return [{"handle": handle(path), "words": words_of(part)} for path, part in parts.items()]


def _rest(case: Case, rest: Rest, text: str | None) -> dict[str, Any]:
    claims = [_claim(case, id) for id in rest.through if id in case.evidence]
    found: dict[str, Any] = {
        "of": handle(rest.of),
        "through": list(rest.through),
        "at": str(rest.reference),
    }
    found |= {"claims": claims} if claims else {}
    if rest.reference.anchor:
        found["anchor"] = rest.reference.anchor
    return found | ({"text": text} if text is not None else {})


def _claim(case: Case, id: str) -> dict[str, Any]:
    claim = case.evidence[id]
    found: dict[str, Any] = {
        "id": id,
        "claim": claim.claim,
        "basis": claim.basis,
        "grade": graded(case, claim),
    }
    if claim.speaker:
        found["speaker"] = claim.speaker
    if claim.contradicted_by:
        found["disputed_by"] = list(claim.contradicted_by)
    return found | ({"note": claim.note} if claim.note else {})


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "kind": shift.kind,
        "of": shift.of,
        "before": {k: _plain(v) for k, v in shift.before.items()},
        "after": {k: _plain(v) for k, v in shift.after.items()},
    }


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted([list(state) for state in value])
    return list(value) if isinstance(value, tuple) else value
