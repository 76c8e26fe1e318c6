"""What `stability --preferences` prints: what holds under other structures of preference."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.report.names import capital
from detente.report.screen.lines import plural, wrap
from detente.report.words import Words
from detente.stability import STRUCTURES, concept_named
from detente.stability.graph_form import NamedState
from detente.stability.structured import Change, Structured

__all__ = ["preferences_text"]

SHOWN = 6


def preferences_text(case: Case, model: str, found: Sequence[Structured]) -> str:
    """Return what holds in a model under each structure, and what is different from ranks alone.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> from detente.stability.graph_form import graph_form
    >>> from detente.stability.structured import found_under
    >>> case = open_case("japan-russia")
    >>> form = graph_form(case, "treaty-menu")
    >>> found = found_under(form, [(STRUCTURES["strength"], "strong")], [CONCEPTS["gmr"]])
    >>> print(preferences_text(case, "treaty-menu", found))
    treaty-menu under other preferences
    Strength of preference, strong: a sanction is strongly less preferred than the state left.
      No party states anything that this reads beyond ranks.
      General metarationality: 1 equilibrium, as by ranks alone
    """
    lines = [f"{model} under other preferences"]
    for one in found:
        lines += _structure(case, one)
    return "\n".join(lines)


def _structure(case: Case, found: Structured) -> list[str]:
    structure = STRUCTURES[found.structure]
    name = f"{structure.name}, {found.variant}" if found.variant else structure.name
    said = structure.variants.get(found.variant, "") or structure.meaning
    lines = [wrap(f"{name}: {said.rstrip('.')}.", "", "  ")]
    if found.stating:
        who = capital(Words(case).actors(found.stating))
        lines.append(wrap(f"Read beyond ranks: {who}.", "  ", "    "))
    else:
        lines.append("  No party states anything that this reads beyond ranks.")
    for concept, states in found.equilibria.items():
        lines.append(_concept(concept, states, found.changes[concept]))
        lines += _changes(case, found.changes[concept])
    return lines


def _concept(concept: str, states: Sequence[NamedState], changes: Sequence[Change]) -> str:
    more = sum(c.holds for c in changes)
    fewer = len(changes) - more
    parts = [f"{more:,} more"] * bool(more) + [f"{fewer:,} fewer"] * bool(fewer)
    against = f"{' and '.join(parts)} than by ranks alone" if parts else "as by ranks alone"
    count = plural(len(states), "equilibrium", "equilibria")
    return wrap(f"{concept_named(concept).name}: {count}, {against}", "  ", "    ")


def _changes(case: Case, changes: Sequence[Change]) -> list[str]:
    words, lines = Words(case), []
    for change in changes[:SHOWN]:
        who = words.actors(change.parties)
        now = f"holds now: stable for {who}, too" if change.holds else f"is left by {who}"
        name = f" ({change.state.label})" if change.state.label else ""
        lines.append(wrap(f"- {change.state}{name} {now}.", "    ", "      "))
    if len(changes) > SHOWN:
        lines.append(f"    … and {len(changes) - SHOWN:,} more (use --json for all)")
    return lines
