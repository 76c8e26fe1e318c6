"""What `stability` and `explain` print of a model in graph form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.case import Case
from detente.report.screen.coalitions import told
from detente.report.screen.considered import considered, nothing_better
from detente.report.screen.lines import by_actor, plural, wrap
from detente.report.screen.stability import conditions, counted, way
from detente.report.words import Words
from detente.stability import concept_named
from detente.stability.concept import Concept
from detente.stability.findings import Answer, CoalitionFinding, Equilibrium, Move, Verdict
from detente.stability.graph import State
from detente.stability.graph_form import GraphForm, NamedState

__all__ = ["called", "graph_explain_text", "graph_stability_text"]

SHOWN = 12


def graph_stability_text(
    case: Case,
    form: GraphForm,
    found: Mapping[Concept, Sequence[Equilibrium]],
    coalitions: Sequence[CoalitionFinding] = (),
) -> str:
    """Return which states hold, and what each coalition asked about could do."""
    today = form.status_quo
    size = f"{plural(len(form.states), 'state')} in graph form"
    who = plural(len(form.deciders), "decision maker")
    lines = [f"{form.model}: {form.title}", f"{size}, {who}{conditions(form.settings)}."]
    lines += ["Today:", _state(case, form, today)]
    for concept, equilibria in found.items():
        lines.append(wrap(f"{concept.name}: {counted(today, equilibria)}", "", "  "))
    others = {e.state: e for es in found.values() for e in es if e.state != today}
    for n, (state, equilibrium) in enumerate(others.items()):
        if n == SHOWN:
            lines.append(f"… and {len(others) - SHOWN} more (use --json for all)")
            break
        under = ", ".join(c.key for c, es in found.items() if state in [e.state for e in es])
        lines.append(wrap(f"Also holds under {under}; {way(case, equilibrium)}:", "", "  "))
        lines.append(_state(case, form, state))
    words = Words(case)
    return "\n".join([*lines, *(told(words, f, today, _going, called) for f in coalitions)])


def _going(state: State) -> str:
    return f"going to {called(state)}"


def _state(case: Case, form: GraphForm, state: State) -> str:
    """Return a state by id and label, and who does what in it where that is known."""
    head = wrap(called(state), "  ", "    ")
    return head if not state.on else f"{head}\n{by_actor(case, form, state, '    ')}"


def called(state: State) -> str:
    """Return the name of a state: its id, and its label where it has one.

    >>> called(NamedState(0, (), "s1", "The appeal drags on"))
    's1 (The appeal drags on)'
    """
    label = state.label if isinstance(state, NamedState) else ""
    return f"{state} ({label})" if label else str(state)


def graph_explain_text(
    case: Case, form: GraphForm, state: State, verdicts: Sequence[Verdict]
) -> str:
    """Return why one state holds or does not, party by party."""
    today = "Today's state:" if state == form.status_quo else "The state:"
    lines = [f"{form.model}: {form.title}{conditions(form.settings)}", today]
    lines.append(_state(case, form, state))
    for verdict in verdicts:
        lines += ["", *_verdict(Words(case), verdict)]
    return "\n".join(lines)


def _verdict(words: Words, verdict: Verdict) -> list[str]:
    name, concept = words.actor(verdict.actor, start=True), concept_named(verdict.concept)
    lines = [f"{name}, {concept.name}: {'stable' if verdict.stable else 'NOT stable'}"]
    if not verdict.answers:
        lines.append(f"  {nothing_better(concept)}")
    for answer in verdict.answers[:SHOWN]:
        if concept.replies is None:
            said = considered(concept, answer, _going, called)
        else:
            said = f"It would gain by {_going(answer.improvement)}. {_met(words, answer)}"
        lines.append(wrap(said, "  ", "    "))
    if len(verdict.answers) > SHOWN:
        lines.append(f"  … and {len(verdict.answers) - SHOWN} more improvements (use --json)")
    return lines


def _met(words: Words, answer: Answer) -> str:
    if not answer.deterred:
        return "Nothing answers this."
    return "Deterred by " + ", then by ".join(_move(words, m) for m in answer.sanction) + "."


def _move(words: Words, move: Move) -> str:
    return f"{words.actor(move.actor)} {_going(move.to)}"
