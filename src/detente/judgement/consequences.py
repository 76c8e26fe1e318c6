"""What comes out otherwise when a case changes: everything is computed twice and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.case import Case
from detente.errors import DetenteError
from detente.evidence.hypotheses import weigh
from detente.influence import Scope, build_network, pulse
from detente.judgement.answer import InquiryAnswer
from detente.judgement.footing import Shaken
from detente.judgement.inquiry import answer_inquiries
from detente.stability.analysis import Analysis
from detente.stability.graph import build_graph

__all__ = ["Shift", "consequences"]

Said = Mapping[str, object]
Kind = Literal["holds", "answer", "scores", "pulse"]
CONCEPTS = ("nash", "seq")


@dataclass(frozen=True)
class Shift:
    """One thing that comes out otherwise: what is asked, of what, and the answer before and after.

    `holds`: the states that hold in a model under a concept; `answer`: whether the answer to a
    question of the case is as its sources imply, check by check; `scores`: what speaks against
    hypotheses; `pulse`: which way the outcomes go when an outside force rises.
    """

    kind: Kind
    of: str
    before: Said
    after: Said


def consequences(before: Case, shaken: Shaken) -> tuple[Shift, ...]:
    """Compute a case and what is left of it in full, and return where they differ.

    Models in graph form are left out. Pulses draw the same strengths both times, so that no
    difference is one of chance.
    """
    gone = tuple(str(path[-1]) for path in shaken.fallen if path[:2] == ("influences", "edges"))
    then = dict(_computed(before)) | dict(_pulses(before, Scope()))
    now = dict(_computed(shaken.case)) | dict(_pulses(before, Scope(without=gone)))
    return tuple(Shift(*key, said, now[key]) for key, said in then.items() if now[key] != said)


def _computed(case: Case) -> Iterator[tuple[tuple[Kind, str], Said]]:
    for id in case.models:
        if not case.graph_form(id):
            for concept in CONCEPTS:
                yield ("holds", f"{id}, {concept}"), _holds(case, id, concept)
    for answer in answer_inquiries(case):
        yield ("answer", answer.id), _answer(answer)
    for id, matrix in case.hypotheses.items():
        found = weigh(matrix)
        yield ("scores", id), dict(found.scores) | {"least": found.best()}


def _holds(case: Case, model: str, concept: str) -> Said:
    try:
        analysis = Analysis(build_graph(case, model))
        found = {e.state for e in analysis.equilibria(concept)}
    except DetenteError as error:
        return {"cannot be computed": str(error)}
    today = analysis.graph.status_quo in found
    return {"today": today, "states": frozenset(s.on for s in found)}


def _answer(answer: InquiryAnswer) -> Said:
    checks = {f"{n}. {c.say or c.compute}": c.agrees for n, c in enumerate(answer.checks, 1)}
    return {"agrees": answer.agrees, **checks}


def _pulses(case: Case, scope: Scope) -> Iterator[tuple[tuple[Kind, str], Said]]:
    if not case.influences.edges:
        return
    network = build_network(case, scope)
    kinds = dict(zip(network.nodes, network.kinds, strict=True))
    outcomes = [n for n, kind in kinds.items() if kind == "outcome"]
    for force in (n for n, kind in kinds.items() if kind == "force"):
        found = pulse(network, {force: 1.0}, draws=case.run.samples, seed=case.run.seed)
        yield ("pulse", force), {n: found.responses[n].direction for n in outcomes}
