"""The title and the bottom line: the answer in one breath, from the model that speaks for today."""

from __future__ import annotations

from detente.judgement.concern import aim_of, yardstick
from detente.judgement.finding import Change
from detente.report.dates import in_words
from detente.report.inlines import Line, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, quoted
from detente.report.reaching import out_of_reach
from detente.report.words import concepts_listed

__all__ = ["bottom_line", "headline"]


def headline(material: Material) -> str:
    """Return the main judgement as a title, without its full stop."""
    change = leading_change(material)
    if change is not None and change.asked:
        return capital(_asked(material, change))
    m, words = material.lead, material.words
    now = words.called(m.graph, _outcomes_today(material), m.graph.status_quo)
    holds, fails = _verbs(material)
    if m.holds[yardstick(m)]:
        return capital(f"{now} {holds}: no party gains by changing course alone")
    movers = [v.actor for v in m.verdicts if v.concept == yardstick(m) and not v.stable]
    verb = words.verb(movers[0], "gains", "gain") if len(movers) == 1 else "gain"
    return capital(f"{now} {fails}: {words.actors(movers)} {verb} by changing course")


def _verbs(material: Material) -> tuple[str, str]:
    """Return the verbs that go with the name of today's state: it may have several outcomes."""
    many = len(_outcomes_today(material)) > 1
    return ("hold", "do not hold") if many else ("holds", "does not hold")


def leading_change(material: Material) -> Change | None:
    """Return the finding on what unlocks the outcome that matters most, or None without one."""
    judgement = material.judgement("unlocks")
    first = judgement.findings[0] if judgement else None
    return first if isinstance(first, Change) else None


def _asked(material: Material, change: Change) -> str:
    words, aim = material.words, quoted(change.label)
    m = material.by_id[change.model]
    if change.holds:
        today = aim_of(m.model) in _outcomes_today(material)
        return f"{aim} is in place and holds" if today else f"{aim} holds once it is reached"
    blockers = next(p.blockers for p in m.prospects if p.outcome == change.outcome)
    if change.edits is None:
        return f"{aim} does not hold, and {_none(change)} would unlock it"
    if not blockers:
        who = [a for a, n in change.alone.items() if n == change.edits]
        by = f" by {words.actors(who, 'or')}" if who else " of priorities"
        return f"{aim} does not hold; {count(change.edits, 'change')}{by} would unlock it"
    verb = words.verb(blockers[0], "blocks", "block") if len(blockers) == 1 else "block"
    its = "its" if len(blockers) == 1 and verb == "blocks" else "their"
    what = f"{count(change.edits, 'change')} of {its} priorities"
    if change.plainest and set(change.plainest.actors) != set(blockers):
        what = f"{count(change.edits, 'change')} of priorities"
    return f"{words.actors(blockers)} {verb} {aim}; {what} would unlock it"


def _outcomes_today(material: Material) -> tuple[str, ...]:
    m = material.lead
    return tuple(p.outcome for p in m.prospects if p.today)


def bottom_line(material: Material) -> Line:
    """Return one or two sentences that answer the question, with the references behind them."""
    return line(_today(material), " ", _instead(material))


def _today(material: Material) -> str:
    m, words = material.lead, material.words
    now = words.called(m.graph, _outcomes_today(material), m.graph.status_quo)
    when = f" ({in_words(m.model.as_of)})" if m.model.as_of else ""
    many = len(material.models) > 1
    where = f"In the latest model, {words.model(m.id)}{when}, " if many else ""
    under = _under(tuple(k for k in m.concepts if m.holds[k]), m.concepts)
    holds, fails = _verbs(material)
    if m.holds[yardstick(m)]:
        gain = "no party gains by changing course alone"
        lost = out_of_reach(material, m)
        return capital(f"{where}{gain}, so {now} {holds} {under}.{lost}")
    found = m.equilibria[yardstick(m)]
    names = list(dict.fromkeys(words.called(m.graph, e.outcomes, e.state) for e in found))
    more = [f"{number(len(names) - 3)} more"] if len(names) > 3 else []
    then = f"what holds is {listed([*names[:3], *more], 'or')}" if found else "no state does"
    name = concepts_listed([yardstick(m)])
    return capital(f"{where}{now} {fails} under {name}; {then}.")


def _under(holding: tuple[str, ...], every: tuple[str, ...]) -> str:
    if len(holding) == len(every):
        both = {1: concepts_listed(every), 2: f"both {concepts_listed(every)}"}
        return f"under {both.get(len(every), f'all {number(len(every))} stability concepts')}"
    return f"under {concepts_listed(holding)}"


def _instead(material: Material) -> Line:
    change = leading_change(material)
    if change is None:
        return ()
    if not change.asked:
        return line(_others(material))
    if change.holds:
        return line(f"{capital(quoted(change.label))} is among the outcomes that hold.")
    reason: Line = ()
    if change.pulls:
        reason = line(", because it would break ", material.basis(change.pulls[0]))
    return line(f"{capital(quoted(change.label))} does not hold", reason, _remedy(material, change))


def _remedy(material: Material, change: Change) -> str:
    words, m = material.words, material.by_id[change.model]
    if change.plainest is None:
        return f"; {_none(change)} would make it hold."
    edits = words.edits(m.graph, change.plainest.edits, form=3)
    first = change.plainest.edits[0]
    at = [(b.actor, b.position) for b in change.pulls[:1]]
    if change.edits == 1 and at == [(first.actor, first.position)]:
        done = "reversed" if first.operation == "reverse" else "dropped"
        edits = f"{words.actor(first.actor)} {done} that priority"
    blockers = next(p.blockers for p in m.prospects if p.outcome == change.outcome)
    others = [d for d in m.graph.deciders if d not in blockers]
    if len(blockers) != 1 or not others:
        return f"; it would hold if {edits}."
    most = count(change.at_most, "change")
    return f"; it would hold if {edits}, and no set of up to {most} by {words.actors(others)} would do."


def _none(change: Change) -> str:
    """Return that no set of changes does it, as far as was searched."""
    if change.complete:
        return f"no set of up to {count(change.at_most, 'change')} of priorities"
    return f"no set of fewer than {count(change.proven_below, 'change')} of priorities"


def _others(material: Material) -> str:
    """Return what the other outcomes of the leading model would take."""
    judgement = material.judgement("unlocks")
    found = [f for f in judgement.findings if isinstance(f, Change)] if judgement else []
    here = [f for f in found if f.model == material.lead.id]
    parts = [_price(material, f, first=n == 0) for n, f in enumerate(here[:3])]
    if len(here) > 3:
        do = "does" if len(here) == 4 else "do"
        parts.append(f"{count(len(here) - 3, 'more outcome')} {do} not hold either")
    return f"{'; '.join(parts)}." if parts else ""


def _price(material: Material, change: Change, first: bool) -> str:
    label = quoted(change.label)
    if change.edits is None:
        return f"{_none(change)} would make {label} hold"
    alone = [a for a, n in change.alone.items() if n == change.edits]
    by = f", by {material.words.actors(alone, 'or')}" if alone else ""
    what = count(change.edits, "change of priorities", "changes of priorities")
    return f"{label} would take {what}{by}" if first else f"{label} {number(change.edits)}{by}"
