"""Options with levels, such as none, half and full: written out as options that exclude each other.

`jp.money` with the levels none, half and full stands for the options `jp.money.half` and
`jp.money.full`, of which at most one is taken, and for the name `jp.money.none`: neither of them.
So every level has an id, and all that is done with options is done with levels, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import combinations

from detente.case.formula import is_id
from detente.case.nodes import Entry, Items, Node, Scalar, Spot, Table
from detente.errors import Problem, did_you_mean

__all__ = ["write_levels"]

Known = Mapping[str, Table]
"""The levels of each option that has some: a map from level to label, the lowest first."""


def write_levels(root: Table) -> list[Problem]:
    """Write options with levels out in full, in place, in a tree whose other short forms are.

    >>> from detente.case.tree import tree_of
    >>> root, _ = tree_of("options: {jp.money: {label: Pay, levels: [none, half]}}", "case.yaml")
    >>> write_levels(root)
    []
    >>> root.get("options").names(), root.get("options").get("jp.money.half").get("label").text
    (['jp.money.half'], 'Pay: half')
    """
    problems: list[Problem] = []
    shared = _write_out(root.get("options"), {}, problems)
    known = dict(shared)
    for model in _tables(root.get("models")):
        own = _write_out(model.get("options"), shared, problems)
        for id, levels in own.items():
            _relate(model, id, levels)
        known |= own
        overlays = [o.get("set") for o in _tables(model.get("what_if"))]
        for chosen in (model.get("status_quo"), *overlays):
            _choose(chosen, own, problems)
    for shock in _tables(root.get("shocks")):
        for change in _tables(shock.get("changes")):
            _choose(change.get("status_quo"), known, problems)
    return problems


def _tables(node: Node | None) -> Iterator[Table]:
    """Yield the maps that are the values of a map or the entries of a list."""
    values = node.items if isinstance(node, Items) else []
    values = [e.value for e in node.entries] if isinstance(node, Table) else values
    yield from (value for value in values if isinstance(value, Table))


def _write_out(options: Node | None, shared: Known, problems: list[Problem]) -> dict[str, Table]:
    """Replace the options that have levels, and return the levels of each."""
    found: dict[str, Table] = {}
    entries: list[Entry] = []
    for entry in options.entries if isinstance(options, Table) else []:
        id = entry.key.text or ""
        given = entry.value.get("levels") if isinstance(entry.value, Table) else None
        levels = shared.get(id) if given is None else _named(entry, given, problems)
        if levels is None:
            entries.append(entry)
            continue
        found[id] = levels
        declared = None if given is None else levels
        entries += [_level(entry, level, declared) for level in levels.entries[1:]]
    if isinstance(options, Table):
        options.entries = _once(entries, problems)
    return found


def _once(entries: list[Entry], problems: list[Problem]) -> list[Entry]:
    """Return options without those that have the id of a level, or of another option."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        id = entry.key.text or ""
        if id in kept:
            said = f"option `{id}` stands on line {kept[id].key.spot.line} already"
            hint = "rename it; each level of an option is the option `ID.LEVEL`"
            problems.append(entry.key.spot.problem(said, hint))
        kept.setdefault(id, entry)
    return list(kept.values())


def _named(option: Entry, given: Node, problems: list[Problem]) -> Table | None:
    """Return levels as a map from name to label.

    None where they are too few or no words, which is reported when the case is validated.
    """
    if isinstance(given, Items) and all(isinstance(n, Scalar) and n.text for n in given.items):
        words = [n for n in given.items if isinstance(n, Scalar)]
        given = Table(given.spot, [Entry(n, Scalar(None, n.spot)) for n in words])
        _replace(option.value, "levels", given)
    if not isinstance(given, Table):
        return None
    kept: dict[str, Entry] = {}
    for entry in given.entries:
        name, spot = entry.key.text or "", entry.key.spot
        if name in kept or not is_id(f"x.{name}"):
            why = "stands twice" if name in kept else "cannot be part of an id"
            hint = "levels are words of letters, digits, `_` and `-`, each once"
            problems.append(spot.problem(f"level `{name}` {why}", hint))
            continue
        kept[name] = entry
        if isinstance(entry.value, Scalar) and entry.value.text is None:
            entry.value = Scalar(f"{_label(option)}: {name}", spot)
    given.entries = list(kept.values())
    return given if len(kept) > 1 else None


def _replace(table: Node, key: str, value: Node) -> None:
    for entry in table.entries if isinstance(table, Table) else []:
        if entry.key.text == key:
            entry.value = value


def _label(option: Entry) -> str:
    stated = option.value.get("label") if isinstance(option.value, Table) else None
    return (_text(stated) if stated else "") or option.key.text or ""


def _level(option: Entry, level: Entry, levels: Table | None) -> Entry:
    """Return one level as an option; with `levels` where it is declared and not merely used."""
    use = option.value if isinstance(option.value, Table) else Table(option.value.spot)
    entries = [deepcopy(e) for e in use.entries if e.key.text not in ("label", "levels")]
    spot, label = option.key.spot, use.get("label")
    if levels is not None:
        spot, label = level.key.spot, level.value
        entries.append(Entry(Scalar("levels", levels.spot), deepcopy(levels)))
    elif isinstance(label, Scalar):
        label = Scalar(f"{label.text}: {level.key.text}", label.spot)
    if label is not None:
        entries.append(Entry(Scalar("label", spot), label))
    return Entry(Scalar(f"{option.key.text}.{level.key.text}", spot), Table(spot, entries))


def _relate(model: Table, id: str, levels: Table) -> None:
    """Say in a model that an option has one level at a time, and what its lowest level is."""
    first, *names = [f"{id}.{name}" for name in levels.names()]
    spot, below = levels.entries[0].key.spot, " and ".join(f"not {name}" for name in names)
    lowest = _table(spot, when=below, label=_text(levels.entries[0].value))
    propositions = _section(model, "propositions", Table(spot))
    if isinstance(propositions, Table):
        propositions.entries.append(Entry(Scalar(first, spot), lowest))
    rules = _section(model, "rules", Items(spot)) if len(names) > 1 else None
    if isinstance(rules, Items):
        apart = " and ".join(f"not ({a} and {b})" for a, b in combinations(names, 2))
        rules.items.append(_table(spot, require=apart, label=f"{id} has one level at a time"))


def _section(model: Table, name: str, new: Node) -> Node:
    found = model.get(name)
    if found is None:
        model.entries.append(Entry(Scalar(name, new.spot), new))
    return found or new


def _table(spot: Spot, **texts: str) -> Table:
    return Table(spot, [Entry(Scalar(k, spot), Scalar(text, spot)) for k, text in texts.items()])


def _text(node: Node) -> str:
    return node.text or "" if isinstance(node, Scalar) else ""


def _choose(chosen: Node | None, known: Known, problems: list[Problem]) -> None:
    """Write `jp.money: half` out as what that says of each of the options, in place."""
    entries: list[Entry] = []
    for entry in chosen.entries if isinstance(chosen, Table) else []:
        id, level = entry.key.text or "", _text(entry.value)
        if id not in known:
            entries.append(entry)
        elif level in (names := known[id].names()):
            spots = Scalar("yes", entry.value.spot), Scalar("no", entry.value.spot)
            entries += [
                Entry(Scalar(f"{id}.{name}", entry.key.spot), spots[name != level])
                for name in names[1:]
            ]
        else:
            message = f"`{id}` has no level `{level}`"
            problems.append(entry.value.spot.problem(message, did_you_mean(level, names)))
    if isinstance(chosen, Table):
        chosen.entries = entries
