"""What holds under other structures of preference: `stability --preferences`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from detente.case import open_case
from detente.report.screen.preferences import preferences_text
from detente.stability import CLASSICAL, Settings, concept_named
from detente.stability.graph_form import NamedState, graph_form
from detente.stability.stated import read_structure
from detente.stability.structured import Structured, found_under
from detente.workflow.analyse import settings_for
from detente.workflow.outcome import Outcome

__all__ = ["with_preferences"]


def with_preferences(
    found: Outcome,
    name: str,
    structures: Sequence[str],
    settings: Settings | None = None,
    concepts: Sequence[str] = (),
    what_if: str = "",
) -> Outcome:
    """Add to what `stability` found what holds in each of its models under structures of preference.

    A structure is named as `unknown:a`; without a variant all of its variants are looked at. Raises
    `UnknownName` or `UsageError` for one that there is not, `TooLarge` for a model of too many
    states, `UsageError` for a concept that needs ranks.
    """
    case = open_case(name)
    picked = [(m, v) for m, variants in map(read_structure, structures) for v in variants]
    members = [concept_named(c) for c in concepts] or list(CLASSICAL.values())
    models, texts = [], [found.text]
    for shape in found.data["models"]:
        id = shape["model"]
        form = graph_form(case, id, settings_for(case, id, settings, what_if))
        under = found_under(form, picked, members)
        named = _id if case.graph_form(id) else _options
        models.append({**shape, "preferences": [_shape(u, named) for u in under]})
        texts.append(preferences_text(case, id, under))
    return Outcome({**found.data, "models": models}, "\n\n".join(texts), found.code)


def _id(state: NamedState) -> str:
    return state.id


def _options(state: NamedState) -> list[str]:
    return list(state.on)


def _shape(found: Structured, named: Callable[[NamedState], Any]) -> dict[str, Any]:
    """Return a finding as data, its states named as those of the model are."""
    return {
        "structure": found.structure,
        "variant": found.variant,
        "stated_by": list(found.stating),
        "equilibria": {c: [named(s) for s in states] for c, states in found.equilibria.items()},
        "changes": {
            c: [
                {"state": named(x.state), "holds": x.holds, "parties": list(x.parties)}
                for x in changes
            ]
            for c, changes in found.changes.items()
        },
    }
