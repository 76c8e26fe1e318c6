"""Write the short forms of a case file out in full, keeping every place.

`- not a` becomes `{want: not a}`, a bare list of statements the one reading `stated`, a list of
option ids a map, and the sections of a single model move under `models: {main: …}`.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.case.assemble import MODEL_SECTIONS, SECTIONS
from detente.case.graph_model import GraphModel
from detente.case.ledgers import Change
from detente.case.levels import write_levels
from detente.case.model import OptionModel, Overlay, Preference, Reading
from detente.case.nodes import Entry, Items, Node, Scalar, Table
from detente.case.short_hypotheses import write_hypotheses
from detente.case.spelling import mend
from detente.errors import Problem
from detente.evidence import Source

__all__ = ["ACCOUNT", "write_out"]

_WRAPPED = {"rules": "require", "propositions": "when", "outcomes": "when", "context": "value"}


def write_out(root: Table) -> list[Problem]:
    """Write the short forms out, in place, and return the problems met on the way.

    Unknown keys are reported here where short forms stand beside them; deeper ones when the
    case is validated.
    """
    problems = mend(root, [*SECTIONS, *MODEL_SECTIONS])
    problems += _single_model(root)
    models = root.get("models")
    problems += _apart(root, models) if isinstance(models, Table) else []
    for entry in models.entries if isinstance(models, Table) else []:
        if isinstance(entry.value, Table):
            problems += _model(entry.value)
    sources = root.get("sources")
    for entry in sources.entries if isinstance(sources, Table) else []:
        if isinstance(entry.value, Table):
            problems += mend(entry.value, Source.known_keys())
    problems += _shocks(root.get("shocks"))
    write_hypotheses(root)
    return problems + write_levels(root)


def _single_model(root: Table) -> list[Problem]:
    """Move the sections of a single model below `models`, or say that there are models already."""
    own = [e for e in root.entries if e.key.text in MODEL_SECTIONS]
    if root.get("models") is not None:
        root.entries = [e for e in root.entries if e not in own]
        hint = "move it into one of the models, such as `models: {main: {…}}` or models/main.yaml"
        said = "`{}` stands outside any model, but the case has `models`"
        return [e.key.spot.problem(said.format(e.key.text), hint) for e in own]
    options = next((e for e in root.entries if e.key.text == "options"), None)
    if not own and options is None:
        return []
    main = Table(root.spot, list(own))
    if options is not None:
        main.entries.append(Entry(Scalar("options", options.key.spot), _uses(options.value)))
    main.entries.append(Entry(Scalar("title", root.spot), Scalar("The model", root.spot)))
    models = Table(root.spot, [Entry(Scalar("main", root.spot), main)])
    root.entries = [e for e in root.entries if e not in own]
    root.entries.append(Entry(Scalar("models", root.spot), models))
    return []


_GRAPH = ("states", "moves", "ranking")
"""What only a model in graph form has."""


def _apart(root: Table, models: Table) -> list[Problem]:
    """Move the models in graph form below `graphs`, where they are read."""
    problems: list[Problem] = []
    graphs = Table(models.spot)
    for entry in models.entries:
        model = entry.value
        given = [n for n in model.names() if n in _GRAPH] if isinstance(model, Table) else []
        if not given or not isinstance(model, Table):
            continue
        if model.get("options") is None:
            problems += _graph(model)
            graphs.entries.append(entry)
            continue
        hint = "a model has either options or states; write two models"
        odd = [e for e in model.entries if e.key.text in given]
        problems += [e.key.spot.problem(f"`{e.key.text}` beside `options`", hint) for e in odd]
        model.entries = [e for e in model.entries if e not in odd]
    if graphs.entries:
        models.entries = [e for e in models.entries if e not in graphs.entries]
        root.entries.append(Entry(Scalar("graphs", models.spot), graphs))
    return problems


def _graph(model: Table) -> list[Problem]:
    problems = mend(model, GraphModel.model_fields)
    for entry in model.entries:
        if entry.key.text == "states":
            entry.value, found = _by_id(entry.value, "state")
            problems += found
            _each(entry.value, lambda n: _wrap(n, "label"))
    ranking = model.get("ranking")
    for entry in ranking.entries if isinstance(ranking, Table) else []:
        _each(entry.value, _tier)
    return problems


def _tier(states: Node) -> Node:
    """Return the states that a party does not tell apart as a list, also where it is one alone."""
    alone = isinstance(states, Scalar) and not states.hole
    return Items(states.spot, [states]) if alone else states


def _uses(options: Node) -> Node:
    """Return the options that the single model uses: all that the case declares."""
    if not isinstance(options, Table):
        return Scalar(None, options.spot, hole=True)  # reported where the options stand
    used = [Entry(e.key, Table(e.key.spot)) for e in options.entries]
    return Table(options.spot, used)


def _model(model: Table) -> list[Problem]:
    problems = mend(model, OptionModel.model_fields)
    for entry in model.entries:
        name, value = entry.key.text or "", entry.value
        if name == "options":
            entry.value, found = _by_id(value, "option")
            problems += found
        elif name == "preferences" and isinstance(value, Table):
            for one in value.entries:
                one.value, found = _preference(one.value)
                problems += found
        elif name == "what_if" and isinstance(value, Table):
            for one in value.entries:
                problems += _overlay(one.value, list(Overlay.model_fields))
        elif name in _WRAPPED:
            _each(value, lambda n, key=_WRAPPED[name]: _wrap(n, key))  # type: ignore[misc]
    return problems


def _shocks(shocks: Node | None) -> list[Problem]:
    problems: list[Problem] = []
    for entry in shocks.entries if isinstance(shocks, Table) else []:
        changes = entry.value.get("changes") if isinstance(entry.value, Table) else None
        for change in changes.items if isinstance(changes, Items) else []:
            problems += _overlay(change, list(Change.model_fields))
    return problems


def _overlay(node: Node, fields: list[str]) -> list[Problem]:
    """Refuse keys that are neither a field nor `preferences.ACTOR`."""
    if not isinstance(node, Table):
        return []
    return mend(node, [*fields, *(n for n in node.names() if n.startswith("preferences."))])


def _by_id(options: Node, kind: str) -> tuple[Node, list[Problem]]:
    """Return options or states as a map; a list of options names those that the case declares."""
    problems: list[Problem] = []
    if isinstance(options, Items):
        table = Table(options.spot)
        for item in options.items:
            if not isinstance(item, Scalar) or item.text is None:
                hint = "write the id alone, or a map `id: {label: …}` without the dashes"
                problems.append(item.spot.problem(f"a list of {kind}s holds ids only", hint))
                table.entries += item.entries if isinstance(item, Table) else []
            elif item.text in table.names():
                said = f"{kind} `{item.text}` stands twice"
                problems.append(item.spot.problem(said, "keep one of the two"))
            else:
                table.entries.append(Entry(item, Table(item.spot)))
        return table, problems
    if isinstance(options, Table):
        for entry in options.entries:
            if isinstance(entry.value, Scalar) and entry.value.text is None:
                entry.value = Table(entry.value.spot)
    return options, problems


def _preference(node: Node) -> tuple[Node, list[Problem]]:
    """Return preferences by reading; an account that is written alone is the reading `stated`."""
    if isinstance(node, Items):
        node = Table(node.spot, [Entry(Scalar("order", node.spot), node)])
    problems = []
    if isinstance(node, Table):
        problems = mend(node, (*Preference.model_fields, *ACCOUNT))
        alone = [e for e in node.entries if e.key.text in ACCOUNT]
        if alone and node.get("readings") is None:
            node.entries = [e for e in node.entries if e not in alone]
            stated = Entry(Scalar("stated", node.spot), Table(node.spot, alone))
            readings = Table(node.spot, [stated])
            node.entries.insert(0, Entry(Scalar("readings", node.spot), readings))
    found = node.get("readings") if isinstance(node, Table) else None
    for entry in found.entries if isinstance(found, Table) else []:
        if isinstance(entry.value, Items):
            order = Entry(Scalar("order", entry.value.spot), entry.value)
            entry.value = Table(entry.value.spot, [order])
        if isinstance(entry.value, Table):
            problems += mend(entry.value, Reading.model_fields)
            _each(entry.value.get("order"), lambda n: _wrap(n, "want"))
            _each(entry.value.get("ranking"), _tier)
    return node, problems


ACCOUNT = ("order", "weights", "ranking", "strong", "because", "label")
"""What a reading says, and a party with one reading may say without it."""


def _wrap(node: Node, key: str) -> Node:
    if isinstance(node, Scalar) and not node.hole:
        return Table(node.spot, [Entry(Scalar(key, node.spot), node)])
    return node


def _each(node: Node | None, change: Callable[[Node], Node]) -> None:
    """Change every value of a map or list in place."""
    if isinstance(node, Items):
        node.items = [change(n) for n in node.items]
    elif isinstance(node, Table):
        for entry in node.entries:
            entry.value = change(entry.value)
