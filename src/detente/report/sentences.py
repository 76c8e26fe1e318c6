"""Key judgements in words: one point each, what completes it, and a sentence of confidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from detente.judgement.concern import bases_of
from detente.judgement.finding import (
    Blocked,
    Change,
    Holding,
    KeyJudgement,
    Turning,
    Wanting,
)
from detente.report.anchors import anchor, basis_anchor
from detente.report.assurance import confidence_sentence, sourcing_sentence
from detente.report.blocks import KeyPoint, Line, Link, line, started
from detente.report.dates import span
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, ordinal, quoted
from detente.report.words import concepts_listed

__all__ = ["TOPICS", "key_point", "key_points"]

TOPICS = {
    "holds": "What holds",
    "blocks": "Who blocks",
    "unlocks": "What would unlock",
    "turns": "What it turns on",
    "lacks": "What each side lacks first",
}
"""The topic of each kind of key judgement, in the order of the report."""

Written = tuple[str | Line, str | Line]
"""A claim, and what completes it."""

_MOST_BASES = 5
_SEE = {"holds": "holding", "blocks": "blocking", "unlocks": "unlocking", "lacks": "wants"}


def key_points(material: Material) -> tuple[KeyPoint, ...]:
    """Return every key judgement in words."""
    return tuple(key_point(material, j) for j in material.judgements)


def key_point(material: Material, judgement: KeyJudgement) -> KeyPoint:
    """Return one key judgement in words, with the priorities that it rests on."""
    claim, detail = _WRITERS[judgement.kind](material, judgement)
    shown = [material.basis(b) for b in judgement.bases[:_MOST_BASES]]
    left = len(judgement.bases) - len(shown)
    if left:
        see = Link(f"{count(left, 'other priority', 'other priorities')}", _SEE[judgement.kind])
        shown.append(line("and ", see, "."))
    return KeyPoint(
        anchor("judgement", judgement.kind),
        TOPICS[judgement.kind],
        started(line(claim)),
        line(detail),
        line(confidence_sentence(material.words, judgement.confidence)),
        line(sourcing_sentence(material.case, judgement.sourcing)),
        tuple(started(s) for s in shown),
    )


# What holds ----------------------------------------------------------------------------------


def _holds(material: Material, judgement: KeyJudgement) -> Written:
    found = [f for f in judgement.findings if isinstance(f, Holding)]
    firm = [f for f in found if _yardstick(f) in f.concepts]
    many = len(found) > 1
    if len(firm) == len(found):
        where = f"At every date modelled, {_dates(material)}, " if many else ""
        claim = capital(f"{where}no party gains by changing course alone.")
    elif firm:
        latest = "the latest among them" if found[0] in firm else "but not in the latest"
        claim = f"What is done holds in {number(len(firm))} of {count(len(found), 'model')}, {latest}."
    else:
        claim = f"What is done today does not hold: {_movers(material, found)} by changing course alone."
    return claim, " ".join(s for s in (_under(found, many), _jointly(material, found)) if s)


def _movers(material: Material, found: Sequence[Holding]) -> str:
    m, words = material.by_id[found[0].model], material.words
    movers = [v.actor for v in m.verdicts if v.concept == _yardstick(found[0]) and not v.stable]
    if len(found) > 1 or not movers:
        return "a party gains"
    verb = words.verb(movers[0], "gains", "gain") if len(movers) == 1 else "gain"
    return f"{words.actors(movers)} {verb}"


def _yardstick(finding: Holding) -> str:
    return "nash" if "nash" in finding.of else finding.of[0]


def _dates(material: Material) -> str:
    dated = [m.model.as_of for m in material.models if m.model.as_of]
    return f"from {span(dated)}" if len(set(dated)) > 1 else span(dated)


def _under(found: Sequence[Holding], many: bool) -> str:
    every = [c for c in found[0].of if all(c in f.concepts for f in found)]
    sole = [c for c in every if all(c in f.sole for f in found)]
    what = "What was done at each date" if many else "What is done today"
    if not every:
        return f"{what} is stable under none of the {count(len(found[0].of), 'stability concept')}."
    under = f"all {number(len(every))} stability concepts"
    if len(every) < len(found[0].of):
        under = concepts_listed(every)
    if not sole:
        return f"{what} is stable under {under}, but not alone in that."
    if sole == every:
        return f"{what} is stable under {under}, and nothing else is."
    return f"{what} is stable under {under}; under {concepts_listed(sole)} nothing else is."


def _jointly(material: Material, found: Sequence[Holding]) -> str:
    words = material.words
    gains = [(f.model, group) for f in found for group in f.joint]
    if not gains:
        several = any(len(material.by_id[f.model].graph.deciders) > 1 for f in found)
        return "Nor does any group of parties gain by moving together." if several else ""
    shown = [f"{words.actors(g)}{_in(material, m)}" for m, g in gains[:3]]
    more = f" and {count(len(gains) - 3, 'more group')}" if len(gains) > 3 else ""
    verb = "gain" if len(gains) > 1 or len(gains[0][1]) > 1 else "gains"
    return f"Together, {'; '.join(shown)}{more} could {verb} by moving."


def _in(material: Material, model: str) -> str:
    return f" in {material.words.model(model)}" if len(material.models) > 1 else ""


# Who blocks ----------------------------------------------------------------------------------


def _blocks(material: Material, judgement: KeyJudgement) -> Written:
    found = [f for f in judgement.findings if isinstance(f, Blocked)]
    open_ = [f for f in found if not f.holds]
    tally = Counter(a for f in open_ for a in f.blockers)
    if not open_:
        return "Nobody stands in the way: every outcome asked about holds.", ""
    if not tally:
        return "No single party stands in the way.", _free(material, open_)
    top = [a for a, n in tally.items() if n == max(tally.values())]
    words, unit = material.words, "model" if found[0].asked else "outcome"
    verb = words.verb(top[0], "stands", "stand") if len(top) == 1 else "each stand"
    of = _share(max(tally.values()), len(open_), len(found), unit)
    if len(open_) == 1:
        claim = f"{words.actors(top)} {verb} in the way of {quoted(open_[0].label)}."
    elif found[0].asked:
        latest = len(top) == 1 and top[0] in found[0].blockers and max(tally.values()) < len(found)
        among = ", the latest among them" if latest else ""
        claim = f"{words.actors(top)} {verb} in the way of the outcome asked about in {of}{among}."
    else:
        claim = f"{words.actors(top)} {verb} in the way of {of} that do not hold."
    rest = [_rest(material, open_, a, tally[a]) for a in tally if a not in top]
    said = [_meaning(found), *rest, _free(material, open_)]
    return capital(claim), " ".join(s for s in said if s)


def _share(n: int, open_: int, found: int, unit: str) -> str:
    """Return how many of how many, of models (all of them) or of outcomes that do not hold."""
    of = found if unit == "model" else open_
    if n == of:
        return f"both {unit}s" if of == 2 else f"all {count(of, unit)}"
    return f"{number(n)} of the {count(of, unit)}"


def _meaning(found: Sequence[Blocked]) -> str:
    most = count(max(f.at_most for f in found), "priority", "priorities")
    open_ = sum(not f.holds for f in found)
    if open_ == 1:
        return f"Nothing that the other parties change, up to {most}, makes it hold."
    them = "it hold there" if found[0].asked else "these hold"
    return f"Nothing that the other parties change, up to {most}, makes {them}."


def _rest(material: Material, open_: Sequence[Blocked], actor: str, n: int) -> str:
    words = material.words
    name = words.actor(actor)
    if open_[0].asked:
        where = listed([words.model(f.model) for f in open_ if actor in f.blockers])
        return f"In {where} it is {name}."
    stands = words.verb(actor, "stands", "stand")
    return f"{capital(name)} {stands} in the way of {number(n)}."


def _free(material: Material, open_: Sequence[Blocked]) -> str:
    """Return which outcomes no single party blocks."""
    free = [f for f in open_ if not f.blockers]
    if not free or len(open_) == 1:
        return ""
    if open_[0].asked:
        where = listed([material.words.model(f.model) for f in free])
        return f"In {where} no single party does."
    return f"For {number(len(free))} no one party in particular is needed."


# What would unlock ---------------------------------------------------------------------------


def _unlocks(material: Material, judgement: KeyJudgement) -> Written:
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
    able = [a for a, n in change.alone.items() if n == change.edits and a not in change.plainest.actors]
    if able:
        it = "one of its own" if change.edits == 1 else "as few of its own"
        said.append(f"{words.actor(able[0], start=True)} could do so by {it} as well." if len(able) == 1
                    else f"{capital(words.actors(able))} could each do so by {it} as well.")
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


# What it turns on, what is lacking -----------------------------------------------------------


def _turns(material: Material, judgement: KeyJudgement) -> Written:
    found = next(f for f in judgement.findings if isinstance(f, Turning))
    readings = [v for v in found.variations if v.kind == "reading"]
    changed = [v for v in readings if v.changed]
    said = []
    if readings and changed:
        where = listed([material.words.model(m) for m in dict.fromkeys(v.model for v in changed)])
        all_ = "all of them" if len(changed) > 1 else "it stands"
        tail = f", {all_} in {where}" if len(material.models) > 1 else ""
        one = "changes" if len(changed) == 1 else "change"
        said.append(
            f"{capital(number(len(changed)))} of {count(len(readings), 'other reading')} of the "
            f"parties {one} what holds{tail}."
        )
    elif readings:
        said.append(
            f"What holds does not turn on how the parties are read: none of "
            f"{count(len(readings), 'other reading')} changes it."
        )
    said += [_aims(found), _what_ifs(found), _quarrels(found)]
    kept = [s for s in said if s]
    return kept[0], " ".join(kept[1:])


def _aims(found: Turning) -> str:
    readings = [v for v in found.variations if v.kind == "reading" and v.aim]
    held = [v for v in readings if any(v.aim.get(k) for k in ("nash", *v.aim))]
    if not readings or not held:
        return ""
    return f"Under {number(len(held))} of these readings the outcome asked about holds as well."


def _what_ifs(found: Turning) -> str:
    tried = [v for v in found.variations if v.kind == "what-if" and v.aim]
    held = [v for v in tried if v.aim.get("nash", any(v.aim.values()))]
    if not tried:
        return ""
    they = "none makes" if not held else f"{number(len(held))} {'makes' if len(held) == 1 else 'make'}"
    return f"Of {count(len(tried), 'what-if')}, {they} the outcome asked about hold."


def _quarrels(found: Turning) -> str:
    of = Counter(q.conduct for q in found.quarrels)
    if not found.quarrels:
        return ""
    parts = []
    if of["different"]:
        parts.append(f"{number(of['different'])} {'leads' if of['different'] == 1 else 'lead'} to different conduct")
    if of["same"]:
        parts.append(f"{number(of['same'])} to the same conduct" if parts else f"{number(of['same'])} lead to the same conduct")
    if of["unknown"]:
        be = "is" if of["unknown"] == 1 else "are"
        parts.append(f"{number(of['unknown'])} {be} beyond what the models can tell")
    total = count(len(found.quarrels), "disagreement")
    return f"Of the {total} between the documents, {listed(parts)}."


def _lacks(material: Material, judgement: KeyJudgement) -> Written:
    found = next(f for f in judgement.findings if isinstance(f, Wanting))
    words, said = material.words, list[Line]()
    where = f" in {words.model(found.model)}" if len(material.models) > 1 else ""
    for n, u in enumerate(found.unmet):
        basis = bases_of(material.by_id[found.model], [u])[0]
        what = f" first unmet priority{where}" if not n else ""
        before = f"{capital(words.whose(u.actor))}{what} is the {ordinal(u.position)} of {number(u.of)}, "
        link = Link(words.statement(found.model, u.statement), basis_anchor(basis))
        said.append(line(before, link, material.cites(u.statement.because), ". "))
    if found.content:
        verb = words.verb(found.content[0], "lacks", "lack") if len(found.content) == 1 else "lack"
        said.append(line(f"{capital(words.actors(found.content))} {verb} nothing."))
    return said[0], line(*said[1:])


Writer = Callable[[Material, KeyJudgement], Written]
_WRITERS: Mapping[str, Writer] = {
    "holds": _holds,
    "blocks": _blocks,
    "unlocks": _unlocks,
    "turns": _turns,
    "lacks": _lacks,
}
