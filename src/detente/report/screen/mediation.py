"""What `inverse` prints about outsiders: the fewest things that they could do to make a target hold."""

from __future__ import annotations

from collections.abc import Iterator

from detente.report.names import capital, count, ordinal, possessive, quoted
from detente.report.screen.lines import plural, wrap
from detente.report.words import Words
from detente.stability.graph import ConflictGraph
from detente.stability.inverse.interventions import Intervention
from detente.stability.inverse.mediation import Mediation, Mediations

__all__ = ["intervention_in_words", "mediation_lines"]

SHOWN = 8


def mediation_lines(words: Words, graph: ConflictGraph, found: Mediations) -> Iterator[str]:
    """Yield what outsiders could do: every smallest set of interventions, or that there is none."""
    steps = f"{found.words} single steps"
    if found.size is None:
        yield wrap(_none(found, steps))
        return
    way = plural(len(found.found), "way")
    yield wrap(
        f"What outsiders could do: {count(found.size, 'step')} at least, {way} (of {steps} that the "
        "model gives words for, all were tried)."
    )
    for n, mediation in enumerate(found.found[:SHOWN], 1):
        yield wrap(f"{n}. {_said(words, graph, mediation)}", "  ", "     ")
    if len(found.found) > SHOWN:
        yield f"  … and {len(found.found) - SHOWN:,} more (use --json for all)"


def _none(found: Mediations, steps: str) -> str:
    if found.complete:
        tried = f"nor any set of up to {found.at_most}" if found.at_most > 1 else "on its own"
        return f"What outsiders could do: proven that none of {steps} does it, {tried}."
    return (
        f"What outsiders could do: stopped early; no set of fewer than "
        f"{count(found.proven_below, 'step')} does it, larger ones were not all tried."
    )


def _said(words: Words, graph: ConflictGraph, mediation: Mediation) -> str:
    parts = [intervention_in_words(words, graph, v) for v in mediation.interventions]
    path = "and" if mediation.reachable else "but no path of"
    lead = "lead" if mediation.reachable else "leads"
    return (
        f"{capital('; and '.join(parts))}. It then holds, {path} self-interested moves {lead} there "
        "from today."
    )


def intervention_in_words(words: Words, graph: ConflictGraph, step: Intervention) -> str:
    """Return one intervention as what an outsider would do.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> case = open_case("japan-russia")
    >>> graph = build_graph(case, "2016-12")
    >>> intervention_in_words(Words(case), graph, Intervention("commit", "ru.return2"))
    "make Russia's “Hand over the two smaller islands” impossible to take back"
    """
    if step.kind == "reading":
        label = graph.option_model.preferences[step.subject].readings[step.value].label
        return f"bring {words.actor(step.subject)} to {quoted(label or step.value)}"
    said = quoted(words.name(graph.model, step.subject))
    if step.kind == "fact":
        return f"see to it that {said} is {'true' if step.value == 'yes' else 'not true'}"
    owner = step.subject.partition(".")[0]
    if step.kind == "commit":
        return f"make {possessive(words.actor(owner))} {said} impossible to take back"
    if step.kind == "hold":
        how = ("hold", "to") if step.value == "yes" else ("keep", "from")
        return f"{how[0]} {words.actor(owner)} {how[1]} {said}"
    return _reward(words, owner, said, step)


def _reward(words: Words, owner: str, said: str, step: Intervention) -> str:
    deed = f"for {said}" if step.value == "yes" else f"for leaving {said}"
    other = "for leaving it" if step.value == "yes" else "for it"
    it, its = words.verb(owner, "it", "them"), words.verb(owner, "its", "their")
    place = f"as {its} {ordinal(step.position)} priority"
    weight = "above all else" if step.position == 1 else place
    return f"reward {words.actor(owner)} {deed}, or punish {it} {other} ({weight} is enough)"
