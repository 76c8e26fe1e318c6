"""What `perceive` prints: who sees what, what holds all the same, and what misperception changes."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.report.names import capital, quoted
from detente.report.screen.lines import plural, wrap
from detente.report.words import Words
from detente.stability import concept_named
from detente.stability.analysis import outcomes_of
from detente.stability.graph import ConflictGraph, State
from detente.stability.hypergame import HypergameFinding, Misperception

__all__ = ["perceptions_text"]

SHOWN = 6


def perceptions_text(case: Case, graph: ConflictGraph, found: HypergameFinding) -> str:
    """Return what each party takes for other than it is, and what holds because of that."""
    said = _Said(case, graph)
    lines = [f"{graph.model}: {graph.option_model.title}"]
    lines += [said.misperception(m) for m in found.misperceptions]
    if not found.misperceptions:
        lines.append("Every party sees the others as they are.")
    concept = concept_named(found.concept).name
    count = plural(len(found.equilibria), "equilibrium", "equilibria")
    real = sum(e.real for e in found.equilibria)
    lines.append(f"{concept}: {count} as the parties see it, {real:,} of them also in truth.")
    for holds, what in ((True, "Holds by misperception only"), (False, "Fails by misperception")):
        states = [s for s in found.surprises if s.holds == holds]
        lines += said.listed(
            [f"{what}: {said.state(s.state)}; {said.amiss(s.parties)}." for s in states]
        )
    lines += [line for m in found.misperceptions for line in said.change(m)]
    lines += said.expected(found)
    return "\n".join(lines)


class _Said:
    """The words for one model."""

    def __init__(self, case: Case, graph: ConflictGraph) -> None:
        self.words, self.graph = Words(case), graph

    def state(self, state: State) -> str:
        """Return a state by its outcomes or options; today's by that name."""
        called = self.words.called(self.graph, outcomes_of(self.graph, state), state)
        return f"today's state, {called}" if state == self.graph.status_quo else called

    def amiss(self, parties: Sequence[str]) -> str:
        """Return who judges a state otherwise than it would without misperception."""
        verb = self.words.verb(parties[0], "judges", "judge") if len(parties) == 1 else "judge"
        return f"{self.words.actors(parties)} {verb} it amiss"

    def misperception(self, m: Misperception) -> str:
        """Return one thing that a party takes for other than it is."""
        party = self.words.actor(m.party, start=True)
        if m.option:
            option = quoted(self.words.name(self.graph.model, m.option))
            said = f"{party} {self.words.verb(m.party, 'does', 'do')} not know of {option}."
        else:
            believes = self.words.verb(m.party, "believes", "believe")
            said = (
                f"{party} {believes} that {self.words.actor(m.about)} goes by "
                f"“{m.believed}”; in truth it is “{m.actual}”."
            )
        return wrap(said, "", "  ")

    def change(self, m: Misperception) -> list[str]:
        """Return what would hold, and what would not, if one thing were seen aright."""
        what = quoted(self.words.name(self.graph.model, m.option)) if m.option else ""
        what = what or self.words.actor(m.about)
        aright = f"If {self.words.actor(m.party)} saw {what} aright"
        if not m.matters:
            return [wrap(f"{aright}, the same would hold.", "", "  ")]
        parts = [f"{aright}, {plural(len(m.held), 'state')} would no longer hold"] * bool(m.held)
        also = f"{plural(len(m.lost), 'state')} would hold that {_does(m.lost)} not"
        parts += [also if m.held else f"{aright}, {also}"] * bool(m.lost)
        return [wrap(f"{', and '.join(parts)}.", "", "  ")]

    def expected(self, found: HypergameFinding) -> list[str]:
        """Return how many of the states that hold each party expects, and who expects others."""
        lines = []
        for party, states in found.expected.items():
            sure = sum(party in e.expected_by for e in found.equilibria)
            expects = self.words.verb(party, "expects", "expect")
            said = f"{self.words.actor(party)} {expects} {plural(len(states), 'state')} to hold"
            lines.append(wrap(f"{capital(said)}; of those that do, {sure:,}.", "", "  "))
        return lines

    def listed(self, lines: Sequence[str]) -> list[str]:
        """Return the first few of some lines, and how many there are more."""
        shown = [wrap(line, "  ", "    ") for line in lines[:SHOWN]]
        more = len(lines) - SHOWN
        return [*shown, f"  … and {more:,} more (use --json for all)"] if more > 0 else shown


def _does(states: Sequence[State]) -> str:
    return "does" if len(states) == 1 else "do"
