"""What `stability` and `explain` print of a model in graph form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from detente.case import Case
from detente.report.screen.coalitions import told
from detente.report.screen.considered import considered, nothing_better
from detente.report.screen.lines import by_actor, plural, wrap
from detente.report.screen.stability import conditions, counted, way
from detente.report.words import Words
from detente.stability import concept_named
from detente.stability.concept import Concept
from detente.stability.findings import Answer, CoalitionFinding, Equilibrium, Verdict
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
    said, today = _Said(case, form), form.status_quo
    size = f"{plural(len(form.states), 'state')} in graph form"
    who = plural(len(form.deciders), "decision maker")
    lines = [f"{form.model}: {form.title}", f"{size}, {who}{conditions(form.settings)}."]
    lines += ["Today:", said.state(today)]
    for concept, equilibria in found.items():
        lines.append(wrap(f"{concept.name}: {counted(today, equilibria)}", "", "  "))
    others = {e.state: e for es in found.values() for e in es if e.state != today}
    for n, (state, equilibrium) in enumerate(others.items()):
        if n == SHOWN:
            lines.append(f"… and {len(others) - SHOWN} more (use --json for all)")
            break
        under = ", ".join(c.key for c, es in found.items() if state in [e.state for e in es])
        lines.append(wrap(f"Also holds under {under}; {way(case, equilibrium)}:", "", "  "))
        lines.append(said.state(state))
    for finding in coalitions:
        going = partial(said.change, finding.state)
        lines.append(told(said.words, finding, today, going, called))
    return "\n".join(lines)


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
    said = _Said(case, form)
    today = "Today's state:" if state == form.status_quo else "The state:"
    lines = [f"{form.model}: {form.title}{conditions(form.settings)}", today, said.state(state)]
    for verdict in verdicts:
        lines += ["", *said.verdict(verdict)]
    return "\n".join(lines)


class _Said:
    """The states and moves of a model in words: by the options that change, where it has any."""

    def __init__(self, case: Case, form: GraphForm) -> None:
        self.case, self.form, self.words = case, form, Words(case)

    def state(self, state: State) -> str:
        """Return a state by id and label, and who does what in it where that is known."""
        head = wrap(called(state), "  ", "    ")
        if not self._made_of_options(state):
            return head
        return f"{head}\n{by_actor(self.case, self.form, state, '    ')}"

    def change(self, before: State, after: State) -> str:
        """Return a move between two states."""
        if self.form.options is None or not all(map(self._made_of_options, (before, after))):
            return f"going to {called(after)}"
        return self.words.change(self.form.options, before, after)

    def _made_of_options(self, state: State) -> bool:
        """Whether a state is one choice of options, and not several merged."""
        return self.form.options is not None and str(State(state.code, state.on)) == str(state)

    def verdict(self, verdict: Verdict) -> list[str]:
        """Return whether a state is stable for one party, and what keeps it there or does not."""
        name, concept = self.words.actor(verdict.actor, start=True), concept_named(verdict.concept)
        lines = [f"{name}, {concept.name}: {'stable' if verdict.stable else 'NOT stable'}"]
        if not verdict.answers:
            lines.append(f"  {nothing_better(concept)}")
        change = partial(self.change, verdict.state)
        for answer in verdict.answers[:SHOWN]:
            if concept.replies is None:
                said = considered(concept, answer, change, called)
            else:
                said = f"It would gain by {change(answer.improvement)}. {self._met(answer)}"
            lines.append(wrap(said, "  ", "    "))
        if len(verdict.answers) > SHOWN:
            lines.append(f"  … and {len(verdict.answers) - SHOWN} more improvements (use --json)")
        return lines

    def _met(self, answer: Answer) -> str:
        steps, before = [], answer.improvement
        for move in answer.sanction:
            steps.append(f"{self.words.actor(move.actor)} {self.change(before, move.to)}")
            before = move.to
        return f"Deterred by {', then by '.join(steps)}." if steps else "Nothing answers this."
