"""Whether a model has a world at all: feasible states, and a status quo among them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.model import OptionModel
from detente.case.places import Path
from detente.case.states import MOST_OPTIONS, Truths
from detente.errors import Problem, UsageError

__all__ = ["check", "rule_broken"]

_MOST_RULES = 40
_SECTIONS = "options rules context propositions outcomes status_quo what_if"


def check(context: Context) -> Iterator[Problem]:
    """Yield a problem for rules that leave nothing, and for a present that they forbid.

    Models of more than 27 options, and those of which a part is not sound, are passed over.
    """
    for id, model in context.case.models.items():
        if len(model.options) > MOST_OPTIONS or not context.sound(id, *_SECTIONS.split()):
            continue
        try:
            yield from _world(context, id, model)
        except (KeyError, UsageError):
            continue  # an unknown or cyclic name, which another check reports


def _world(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    truths = Truths(model)
    met = truths.allowed(0)
    for i, rule in enumerate(model.rules):
        met = met & truths.compact(rule.require)
        if not met.any():
            message = (
                f"no state meets the rule `{rule.require}`{_opponents(context, id, truths, i)}"
            )
            hint = "the rules leave no feasible state; joint conditions belong in `propositions`"
            yield context.problem(("models", id, "rules", i), message, hint)
            return
    yield from _start(context, truths, model.status_quo, ("models", id, "status_quo"))
    for name, overlay in model.what_if.items():
        changed = Truths(model, overlay.context) if overlay.context else truths
        if overlay.set or overlay.context:
            path = ("models", id, "what_if", name)
            yield from _start(context, changed, {**model.status_quo, **overlay.set}, path)


def _opponents(context: Context, id: str, truths: Truths, last: int) -> str:
    """Say which rules above contradict a rule: a smallest set found by leaving out."""
    rules = [truths.compact(rule.require) for rule in truths.model.rules[: last + 1]]
    kept = list(range(last))
    for i in range(last if last <= _MOST_RULES else 0):
        met = rules[last]
        for j in kept:
            met = met & rules[j] if j != i else met
        if not met.any():
            kept.remove(i)
    spots = [context.places.of(("models", id, "rules", i)) for i in kept]
    lines = [str(line) for line in sorted({spot.line for spot in spots})]
    if len(lines) < 2:
        return f" together with line {lines[0]}" if lines else ""
    return f" together with lines {', '.join(lines[:-1])} and {lines[-1]}"


def _start(context: Context, truths: Truths, on: dict[str, bool], path: Path) -> Iterator[Problem]:
    """Yield a problem where the options on at the start break a rule."""
    unknown = set(on) - set(truths.model.options)
    broken = "" if unknown else rule_broken(truths, truths.code(on))
    if not broken:
        return
    hint = "change the options that are set, or the rule"
    if path[-1] == "status_quo" and not truths.model.status_quo:
        rules = [str(rule.require) for rule in truths.model.rules]
        path, what = (*path[:2], "rules", rules.index(broken)), "a present without any option"
        hint = "write under `status_quo` what is taken today, or change the rule"
    else:
        what = "the status quo" if path[-1] == "status_quo" else "this what-if"
    yield context.problem(path, f"{what} breaks the rule `{broken}`", hint, key=True)


def rule_broken(truths: Truths, code: int) -> str:
    """Return the first rule that a state breaks, or an empty text."""
    rules = (r.require for r in truths.model.rules)
    return next((str(r) for r in rules if not truths.at(r, code)), "")
