"""What turns on a reading, on a what-if, or on a quarrel between the documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from detente.case import Case
from detente.case.ledgers import Disagreement
from detente.judgement.concern import aim_of, yardstick
from detente.stability.assessment import ModelAssessment, Variant
from detente.stability.findings import Equilibrium
from detente.stability.graph import State

__all__ = ["Quarrel", "Variation", "quarrels", "variations"]

Holds = Mapping[str, tuple[Equilibrium, ...]]
_WORD = re.compile(r"[\w.-]*\w")


@dataclass(frozen=True)
class Variation:
    """A model under other readings, or under a what-if, beside the model as it stands.

    `readings` are those that differ, by actor. `changed` says whether other named outcomes (for
    readings: other states) hold than before; `aim` gives, by concept, whether the outcome asked
    about holds, and is empty where the model asks about none.
    """

    model: str
    kind: Literal["reading", "what-if"]
    label: str
    readings: Mapping[str, str]
    status_quo: State
    holds: Mapping[str, bool]
    outcomes: tuple[tuple[str, ...], ...]
    changed: bool
    aim: Mapping[str, bool]


@dataclass(frozen=True)
class Quarrel:
    """A matter on which documents differ, and whether the models let it change conduct.

    `by` says what was compared: readings of one model, or several models on the options that
    they share; `differing` names the options that are taken in one and left in another. Conduct
    is unknown where the switch names nothing that can be compared.
    """

    id: str
    matter: Disagreement
    models: tuple[str, ...]
    conduct: Literal["same", "different", "unknown"]
    by: Literal["readings", "facts", "models", ""]
    shared: tuple[str, ...]
    differing: tuple[str, ...]


def variations(models: Iterable[ModelAssessment]) -> tuple[Variation, ...]:
    """Return every other reading and every what-if of these models, in their order."""
    found: list[Variation] = []
    for m in models:
        found += [_variation(m, v, "reading") for v in m.readings]
        found += [_variation(m, v, "what-if") for v in m.what_ifs]
    return tuple(found)


def _variation(
    base: ModelAssessment, variant: Variant, kind: Literal["reading", "what-if"]
) -> Variation:
    concept, aim = yardstick(base), aim_of(base.model)
    used = dict(zip(base.graph.deciders, base.graph.readings, strict=True))
    picked = {a: r for a, r in variant.settings.readings.items() if used.get(a) != r}
    if kind == "reading":
        changed = _states(variant.equilibria) != _states(base.equilibria)
    else:
        before = {e.outcomes for e in base.equilibria[concept]}
        changed = {e.outcomes for e in variant.equilibria[concept]} != before
    return Variation(
        base.id,
        kind,
        variant.label,
        picked,
        variant.status_quo,
        variant.holds,
        tuple(dict.fromkeys(e.outcomes for e in variant.equilibria[concept])),
        changed,
        {k: any(aim in e.outcomes for e in es) for k, es in variant.equilibria.items()}
        if aim
        else {},
    )


def _states(equilibria: Holds) -> list[set[int]]:
    """Return the states that hold under the concepts that carry a judgement: Nash and SEQ."""
    leading = [k for k in ("nash", "seq") if k in equilibria] or list(equilibria)
    return [{e.state.code for e in equilibria[k]} for k in leading]


def quarrels(case: Case, models: Sequence[ModelAssessment]) -> tuple[Quarrel, ...]:
    """Return what each disagreement of the documents does to conduct, as far as models tell.

    The text of a `switch` is searched for ids: of models, of readings and context bits of these
    models. Readings and bits are compared within their model, otherwise models with each other.

    >>> from detente.case import open_case
    >>> quarrels(open_case("japan-russia"), [])[0].conduct
    'unknown'
    """
    return tuple(_quarrel(id, d, models) for id, d in case.disagreements.items())


def _quarrel(id: str, matter: Disagreement, models: Sequence[ModelAssessment]) -> Quarrel:
    words = set(_WORD.findall(matter.switch))
    named = [m for m in models if m.id in words]
    ids = tuple(m.id for m in named)
    for model in named:
        compared = _compared_readings(model, words)
        if len(compared) > 1:
            conduct: Literal["same", "different"] = "same" if _alike(compared) else "different"
            return Quarrel(id, matter, (model.id,), conduct, "readings", (), ())
    for model in named:
        facts = [v for v in model.what_ifs if _only_facts(model, v, words)]
        if facts and len(named) == 1:
            conduct = (
                "same"
                if _alike([model.equilibria, *(v.equilibria for v in facts)])
                else "different"
            )
            return Quarrel(id, matter, ids, conduct, "facts", (), ())
    if len(named) < 2:
        return Quarrel(id, matter, ids, "unknown", "", (), ())
    return _between(id, matter, named)


def _compared_readings(model: ModelAssessment, words: set[str]) -> list[Holds]:
    """Return what holds under each combination of the readings that the words name.

    A party whose readings are not named keeps the one in use; a single combination is compared
    with the model as it stands.
    """
    graph, used = model.graph, model.graph.readings
    choices = []
    for actor, reading in zip(graph.deciders, used, strict=True):
        named = [r for r in model.model.preferences[actor].readings if r in words]
        choices.append(named or [reading])
    picked = list(product(*choices))
    if picked == [used]:
        return []
    by_readings = {used: model.equilibria}
    for variant in model.readings:
        chosen = dict(zip(graph.deciders, used, strict=True)) | dict(variant.settings.readings)
        by_readings[tuple(chosen[d] for d in graph.deciders)] = variant.equilibria
    wanted = picked if len(picked) > 1 else [used, *picked]
    return [by_readings[p] for p in wanted if p in by_readings]


def _alike(compared: Sequence[Holds]) -> bool:
    return all(_states(c) == _states(compared[0]) for c in compared)


def _only_facts(model: ModelAssessment, variant: Variant, words: set[str]) -> bool:
    base, settings = model.graph.settings, variant.settings
    set_ = {b for b, v in settings.context.items() if base.context.get(b) != v}
    same = settings.fix == base.fix and settings.readings == base.readings
    return bool(set_) and set_ <= words and same and settings.irreversible == base.irreversible


def _between(id: str, matter: Disagreement, named: Sequence[ModelAssessment]) -> Quarrel:
    """Compare models on the options that all of them have, in the states that hold."""
    shared = tuple(o for o in named[0].graph.options if all(o in m.graph.options for m in named))
    taken = [
        {frozenset(e.state.on) & frozenset(shared) for e in m.equilibria[yardstick(m)]}
        for m in named
    ]
    differing = tuple(
        o for o in shared if len({frozenset(o in on for on in states) for states in taken}) > 1
    )
    conduct: Literal["same", "different", "unknown"] = "different" if differing else "same"
    if not shared or not all(taken):
        conduct, differing = "unknown", ()
    ids = tuple(m.id for m in named)
    return Quarrel(id, matter, ids, conduct, "models" if shared else "", shared, differing)
