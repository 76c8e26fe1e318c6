"""Whether a model has a world at all: feasible states, and a status quo among them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.model import OptionModel
from detente.case.states import MOST_OPTIONS, Truths
from detente.errors import Problem

__all__ = ["check", "rule_broken"]


def check(context: Context) -> Iterator[Problem]:
    """Yield a problem for rules that leave nothing, and for a status quo that they forbid."""
    for id, model in context.case.models.items():
        if len(model.options) > MOST_OPTIONS:
            continue
        try:
            yield from _world(context, id, model)
        except (KeyError, RecursionError):
            continue  # an unknown or cyclic name, which another check reports


def _world(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    truths = Truths(model)
    met = truths.constant(True)
    for i, rule in enumerate(model.rules):
        met = met & truths.of(rule.require)
        if not met.any():
            earlier = " with the rules above it" if i else ""
            message = f"no state meets this rule{earlier}: the model has no feasible state"
            hint = "a joint condition belongs in `propositions`, not in `rules`"
            yield context.problem(("models", id, "rules", i), message, hint)
            return
    today = truths.code({o: on for o, on in model.status_quo.items() if o in model.options})
    broken = rule_broken(truths, today)
    if broken:
        message = f"the status quo breaks the rule `{broken}`"
        hint = "change the status quo or the rule"
        yield context.problem(("models", id, "status_quo"), message, hint, key=True)


def rule_broken(truths: Truths, code: int) -> str:
    """Return the first rule that a state breaks, or an empty text."""
    rules = (r.require for r in truths.model.rules)
    return next((str(r) for r in rules if not truths.of(r)[code]), "")
