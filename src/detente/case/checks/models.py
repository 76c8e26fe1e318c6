"""Names inside option models: owners, options, conditions, propositions, what-ifs."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.formula import names
from detente.case.model import OptionModel
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of every model, and of the shared options."""
    for id in context.case.options:
        yield from _owner(context, ("options", id), id)
    for id, model in context.case.models.items():
        yield from _options(context, id, model)
        yield from _same_names(context, id, model)
        yield from _conditions(context, id, model)
        yield from _cycles(context, id, model)
        yield from _what_ifs(context, id, model)
        yield from _published(context, id, model)


def _owner(context: Context, path: tuple[str, ...], id: str) -> Iterator[Problem]:
    owner, dot, verb = id.partition(".")
    if not dot or not verb:
        hint = "an option is named `actor.verb`, such as `ru.transfer`"
        yield context.problem(path, f"option `{id}` has no owner", hint, key=True)
    else:
        known = set(context.case.actors) | context.declared("actors")
        yield from context.unknown(path, "actor", owner, known, key=True)


def _options(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    shared = set(context.case.options) | context.declared("options")
    for option, use in model.options.items():
        path = ("models", id, "options", option)
        if option in shared:
            continue
        if use.label:
            yield from _owner(context, path, option)
        else:
            yield from context.unknown(path, "option", option, shared, key=True)
    for option in model.status_quo:
        path = ("models", id, "status_quo", option)
        known = set(model.options) | context.declared("models", id, "options")
        yield from context.unknown(path, "option", option, known, key=True)


def _same_names(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    tables = {"options": model.options, "context": model.context}
    tables |= {"propositions": model.propositions, "outcomes": model.outcomes}  # type: ignore[dict-item]
    seen: dict[str, str] = {}
    for section, table in tables.items():
        for name in table:
            if name in seen:
                path = ("models", id, section, name)
                message = f"`{name}` is the name of something in `{seen[name]}` too"
                yield context.problem(path, message, "ids are unique in a model", key=True)
            seen.setdefault(name, section)


def _conditions(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    known = context.model_names(id)
    for i, rule in enumerate(model.rules):
        yield from context.formula(("models", id, "rules", i, "require"), rule.require, known)
    for section in ("propositions", "outcomes"):
        for name, named in getattr(model, section).items():
            yield from context.formula(("models", id, section, name, "when"), named.when, known)


def _cycles(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    named = {**model.propositions, **model.outcomes}
    uses = {n: [x.id for x in names(p.when) if x.id in named] for n, p in named.items()}
    done: set[str] = set()
    for start in uses:
        chain = _cycle_from(start, uses, done)
        if chain:
            section = "propositions" if start in model.propositions else "outcomes"
            message = f"`{start}` is defined by itself: " + " → ".join(chain)
            hint = "say it in terms of options"
            yield context.problem(("models", id, section, start, "when"), message, hint)


def _cycle_from(start: str, uses: dict[str, list[str]], done: set[str]) -> list[str]:
    """Return a chain of names from `start` back to a name in it, or nothing."""
    chain: list[str] = []
    pending = [(start, 0)]
    while pending:
        name, depth = pending.pop()
        del chain[depth:]
        if name in chain:
            done.update(chain)
            return [*chain[chain.index(name) :], name]
        if name not in done:
            chain.append(name)
            pending.extend((used, depth + 1) for used in uses[name])
    done.add(start)
    return []


def _what_ifs(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    options = set(model.options) | context.declared("models", id, "options")
    for name, overlay in model.what_if.items():
        path = ("models", id, "what_if", name)
        for option in overlay.set:
            yield from context.unknown((*path, "set", option), "option", option, options, key=True)
        for i, option in enumerate(overlay.irreversible):
            yield from context.unknown((*path, "irreversible", i), "option", option, options)
        for bit in overlay.context:
            at = (*path, "context", bit)
            yield from context.unknown(at, "context bit", bit, model.context, key=True)
        for actor, reading in overlay.readings.items():
            at = (*path, "readings", actor)
            preference = model.preferences.get(actor)
            if preference is None:
                yield from context.unknown(at, "actor", actor, model.preferences, key=True)
            else:
                yield from context.unknown(at, "reading", reading, preference.readings)


def _published(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    for i, result in enumerate(model.published):
        path = ("models", id, "published", i)
        sources = set(context.case.sources) | context.declared("sources")
        yield from context.unknown((*path, "source"), "source", result.source, sources)
        for j, outcome in enumerate(result.outcomes):
            yield from context.unknown((*path, "outcomes", j), "outcome", outcome, model.outcomes)
