"""Names inside option models: owners, options, conditions, propositions, published results."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.formula import is_id, names
from detente.case.model import OptionModel
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of every model, and of the shared options."""
    for id in context.case.options:
        yield from _owner(context, ("options", id), id)
    for id, model in context.case.models.items():
        yield from _options(context, id, model)
        yield from _conditions(context, id, model)
        yield from _cycles(context, id, model)
        yield from _published(context, id, model)
        if model.aim:
            known = context.ids("models", id, "outcomes")
            yield from context.unknown(("models", id, "aim"), "outcome", model.aim, known)


def _owner(context: Context, path: Path, id: str) -> Iterator[Problem]:
    owner, dot, verb = id.partition(".")
    if not is_id(id):
        return  # reported among the ids
    if not dot or not verb:
        hint = "name it `actor.verb`, such as `ru.transfer`"
        yield context.problem(path, f"option `{id}` has no owner", hint, key=True)
    else:
        yield from context.unknown(path, "actor", owner, context.ids("actors"), key=True)


def _options(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    shared = context.ids("options")
    for option, use in model.options.items():
        path = ("models", id, "options", option)
        if shared is not None and option in shared:
            continue
        if use.label:
            yield from _owner(context, path, option)
        else:
            yield from context.unknown(path, "option", option, shared, key=True)
    known = context.ids("models", id, "options")
    for option in model.status_quo:
        path = ("models", id, "status_quo", option)
        yield from context.unknown(path, "option", option, known, key=True)
    sources = context.ids("sources")
    for i, source in enumerate(model.sources):
        yield from context.unknown(("models", id, "sources", i), "source", source, sources)


def _conditions(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    known = context.model_names(id)
    for i, rule in enumerate(model.rules):
        yield from context.formula(("models", id, "rules", i, "require"), rule.require, known)
    for section in ("propositions", "outcomes"):
        for name, named in getattr(model, section).items():
            yield from context.formula(("models", id, section, name, "when"), named.when, known)


def _cycles(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    """Yield a problem for every chain of names that comes back to itself, once."""
    named = {**model.propositions, **model.outcomes}
    uses = {n: {x.id: x.at for x in names(p.when) if x.id in named} for n, p in named.items()}
    done: set[str] = set()
    for start in uses:
        chain = _cycle_from(start, uses, done)
        if chain:
            section = "propositions" if chain[0] in model.propositions else "outcomes"
            spot = context.places.of(("models", id, section, chain[0], "when"))
            shown = chain if len(chain) <= 6 else [*chain[:5], "…"]
            message = f"`{chain[0]}` is defined by itself: " + " → ".join([*shown, chain[0]])
            hint = "write one of them in terms of options"
            yield spot.problem(message, hint, uses[chain[0]][chain[1 % len(chain)]])


def _cycle_from(start: str, uses: dict[str, dict[str, int]], done: set[str]) -> list[str]:
    """Return the names of a cycle that `start` leads into, or nothing; visits each name once."""
    chain = [] if start in done else [start]
    pending = [iter(uses[name]) for name in chain]
    while pending:
        used = next(pending[-1], None)
        if used is None:
            pending.pop()
            done.add(chain.pop())
        elif used in chain:
            done.update(chain)
            return chain[chain.index(used) :]
        elif used not in done:
            chain.append(used)
            pending.append(iter(uses[used]))
    return []


def _published(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    sources, outcomes = context.ids("sources"), context.ids("models", id, "outcomes")
    for i, result in enumerate(model.published):
        path = ("models", id, "published", i)
        yield from context.unknown((*path, "source"), "source", result.source, sources)
        for j, outcome in enumerate(result.outcomes):
            yield from context.unknown((*path, "outcomes", j), "outcome", outcome, outcomes)
