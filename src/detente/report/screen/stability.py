"""What `stability`, `explain` and `unlock` print."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from detente.case import Case
from detente.report.names import capital
from detente.report.screen.coalitions import coalition_text
from detente.report.screen.considered import considered, nothing_better
from detente.report.screen.lines import by_actor, plural, wrap
from detente.report.words import Words
from detente.stability import concept_named
from detente.stability.analysis import Analysis, outcomes_of
from detente.stability.edits import Edit
from detente.stability.findings import Answer, CoalitionFinding, Equilibrium, Verdict
from detente.stability.graph import ConflictGraph, Settings, State
from detente.stability.unlock import Unlocking

__all__ = [
    "conditions",
    "counted",
    "explain_text",
    "heading",
    "stability_text",
    "unlock_text",
    "way",
]

SHOWN = 12


def stability_text(
    case: Case,
    analyses: Sequence[Analysis],
    concepts: Sequence[str],
    coalitions: Sequence[Sequence[CoalitionFinding]] = (),
) -> str:
    """Return what holds in each model, and for each coalition asked about; one list a model."""
    parts = [_model(case, a, concepts) for a in analyses]
    for n, (analysis, found) in enumerate(zip(analyses, coalitions, strict=False)):
        parts[n] = "\n".join([parts[n], *(coalition_text(case, analysis, f) for f in found)])
    return "\n\n".join(parts)


def _model(case: Case, analysis: Analysis, concepts: Sequence[str]) -> str:
    graph = analysis.graph
    found = {c: analysis.equilibria(c) for c in concepts}
    lines = [f"{graph.model}: {graph.option_model.title}"]
    size = plural(graph.count, "feasible state")
    lines.append(
        f"{size}, {plural(len(graph.deciders), 'decision maker')}{conditions(graph.settings)}."
    )
    lines += ["Today:", by_actor(case, graph, graph.status_quo)]
    for concept, equilibria in found.items():
        said = f"{concept_named(concept).name}: {counted(graph.status_quo, equilibria)}"
        lines.append(wrap(said, "", "  "))
    others = {e.state: e for es in found.values() for e in es if e.state != graph.status_quo}
    for n, (state, equilibrium) in enumerate(others.items()):
        if n == SHOWN:
            lines.append(f"… and {len(others) - SHOWN} more (use --json for all)")
            break
        under = ", ".join(c for c, es in found.items() if state in [e.state for e in es])
        lines += [_heading(case, graph, equilibrium, under), by_actor(case, graph, state)]
    return "\n".join(lines)


def heading(graph: ConflictGraph) -> str:
    """Return a model by its id and title, and what else is set in how it is read."""
    return f"{graph.model}: {graph.option_model.title}{conditions(graph.settings)}"


def conditions(settings: Settings) -> str:
    """Return how a model is read, if not as it stands, to be put behind something else."""
    parts = [f"{a} read as {r}" for a, r in settings.readings.items()]
    parts += [f"{o} held at {'yes' if v else 'no'}" for o, v in settings.fix.items()]
    parts += [f"{b} set to {'yes' if v else 'no'}" for b, v in settings.context.items()]
    parts += [f"{o} irreversible" for o in settings.irreversible]
    return "; " + ", ".join(parts) if parts else ""


def counted(now: State, equilibria: Sequence[Equilibrium]) -> str:
    """Return how many equilibria there are, whether now is one, and how many can be reached."""
    today = [e for e in equilibria if e.state == now]
    if today and len(equilibria) == 1:
        return "the status quo, and nothing else"
    count = plural(len(equilibria), "equilibrium", "equilibria")
    reachable = sum(e.reachable for e in equilibria)
    among = "the status quo among them" if today else "the status quo is not among them"
    return f"{count}, {among}; {reachable} within reach of self-interested moves from today"


def _heading(case: Case, graph: ConflictGraph, equilibrium: Equilibrium, under: str) -> str:
    names = [graph.option_model.outcomes[o].label or o for o in equilibrium.outcomes]
    what = f" ({'; '.join(names)})" if names else ""
    return wrap(f"Also holds under {under}{what}; {way(case, equilibrium)}:", "", "  ")


def way(case: Case, equilibrium: Equilibrium) -> str:
    """Return who must move for an equilibrium to be reached from today, if it can be."""
    if equilibrium.path is None:
        return "not reachable from today by self-interested moves"
    return "reached by " + ", then ".join(case.actor_name(m.actor) for m in equilibrium.path)


def explain_text(case: Case, analysis: Analysis, state: State, verdicts: Sequence[Verdict]) -> str:
    """Return why one state holds or does not, party by party."""
    graph = analysis.graph
    today = "Today's state" if state == graph.status_quo else "The state"
    names = [graph.option_model.outcomes[o].label or o for o in outcomes_of(graph, state)]
    lines = [heading(graph)]
    lines += [
        f"{today}" + (f" ({'; '.join(names)}):" if names else ":"),
        by_actor(case, graph, state),
    ]
    for verdict in verdicts:
        lines += ["", *_verdict(case, graph, verdict)]
    return "\n".join(lines)


def _verdict(case: Case, graph: ConflictGraph, verdict: Verdict) -> list[str]:
    words = Words(case)
    name, concept = words.actor(verdict.actor, start=True), concept_named(verdict.concept)
    lines = [f"{name}, {concept.name}: {'stable' if verdict.stable else 'NOT stable'}"]
    if not verdict.answers:
        lines.append(f"  {nothing_better(concept)}")

    def change(to: State) -> str:
        return words.change(graph, verdict.state, to) or "nothing changed"

    for answer in verdict.answers[:SHOWN]:
        if concept.replies is None:
            said = considered(concept, answer, change, change)
        else:
            said = (
                f"It would gain by {change(answer.improvement)}. {_sanction(words, graph, answer)}"
            )
        lines.append(wrap(said, "  ", "    "))
    if len(verdict.answers) > SHOWN:
        lines.append(f"  … and {len(verdict.answers) - SHOWN} more improvements (use --json)")
    if verdict.unmet is not None and verdict.concept == "nash":
        u = verdict.unmet
        said = words.statement(graph.model, u.statement)
        lines.append(
            wrap(f"First unmet priority: no. {u.position} of {u.of}, {said}", "  ", "    ")
        )
    return lines


def _sanction(words: Words, graph: ConflictGraph, answer: Answer) -> str:
    if not answer.deterred:
        return "Nothing answers this."
    return f"Deterred by {words.path(graph, answer.improvement, answer.sanction)}."


def unlock_text(case: Case, graph: ConflictGraph, found: Unlocking) -> str:
    """Return the smallest changes, grouped by whose they are."""
    named = graph.option_model.outcomes.get(str(found.target))
    target = named.label if named and named.label else str(found.target)
    who = ", ".join(case.actor_name(a) for a in found.by)
    lines = [heading(graph)]
    lines.append(
        wrap(f"Target: {target} (under {concept_named(found.concept).name}; changes by {who})")
    )
    if found.edits is None:
        lines.append(_none(found))
        return "\n".join(lines)
    if found.edits == 0:
        lines.append("It holds already; nothing has to change.")
        return "\n".join(lines)
    count = plural(len(found.solutions), "smallest set", "smallest sets")
    lines.append(f"{plural(found.edits, 'change')} at least; {count}, all listed with --json.")
    lines += _alternatives(Words(case), graph, found) or _listed(Words(case), graph, found)
    return "\n".join(lines)


def _alternatives(words: Words, graph: ConflictGraph, found: Unlocking) -> list[str]:
    """Return what each party can do where every choice of one from each is a solution, or nothing."""
    own: dict[str, dict[tuple[Edit, ...], None]] = {}
    for solution in found.solutions:
        for actor in solution.actors:
            edits = tuple(e for e in solution.edits if e.actor == actor)
            own.setdefault(actor, {})[edits] = None
    whole = {len(s.actors) for s in found.solutions} == {len(own)}
    if len(own) < 2 or not whole or prod(map(len, own.values())) != len(found.solutions):
        return []
    lines = ["One from each party:"]
    for actor, choices in own.items():
        lines.append(f"  {words.actor(actor, start=True)}")
        for edits in choices:
            said = "; and ".join(words.edit(graph, e, bare=True) for e in edits)
            lines.append(wrap(f"- {said}", "    ", "      "))
    return lines


def _listed(words: Words, graph: ConflictGraph, found: Unlocking) -> list[str]:
    lines = []
    for n, solution in enumerate(found.solutions[:SHOWN], 1):
        said = capital(words.edits(graph, solution.edits))
        lines.append(wrap(f"{n}. {said}", "  ", "     "))
    if len(found.solutions) > SHOWN:
        lines.append(f"  … and {len(found.solutions) - SHOWN:,} more")
    return lines


def _none(found: Unlocking) -> str:
    if found.complete:
        return f"Proven: no set of up to {plural(found.at_most, 'change')} makes it hold."
    return (
        f"Stopped early: no set of fewer than {plural(found.proven_below, 'change')} does it; "
        "larger sets were not all looked at."
    )
