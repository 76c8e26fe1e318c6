"""Write the short forms of a case file out in full, keeping every place.

`- not a` becomes `{want: not a}`, a bare list of statements the one reading `stated`, a list of
option ids a map, and the sections of a single model move under `models: {main: …}`.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.case.assemble import MODEL_SECTIONS
from detente.case.tree import Entry, Items, Node, Scalar, Table

__all__ = ["write_out"]


def write_out(root: Table) -> None:
    """Write the short forms out, in place."""
    _single_model(root)
    models = root.get("models")
    for entry in models.entries if isinstance(models, Table) else []:
        if isinstance(entry.value, Table):
            _model(entry.value)


def _single_model(root: Table) -> None:
    own = [e for e in root.entries if e.key.text in MODEL_SECTIONS]
    if not own or root.get("models") is not None:
        return
    spot = own[0].key.spot
    main = Table(spot, list(own))
    root.entries = [e for e in root.entries if e not in own]
    options = root.get("options")
    if isinstance(options, Table):
        used = [Entry(e.key, Table(e.key.spot)) for e in options.entries]
        main.entries.append(Entry(Scalar("options", spot), Table(options.spot, used)))
    title = Entry(Scalar("title", spot), Scalar("The model", spot))
    main.entries.append(title)
    root.entries.append(Entry(Scalar("models", spot), Table(spot, [Entry(Scalar("main", spot), main)])))


def _model(model: Table) -> None:
    for entry in model.entries:
        name, value = entry.key.text, entry.value
        if name == "options" and isinstance(value, Items):
            ids = [i for i in value.items if isinstance(i, Scalar)]
            entry.value = Table(value.spot, [Entry(i, Table(i.spot)) for i in ids])
        elif name == "rules":
            _each(value, lambda n: _wrap(n, "require"))
        elif name in ("propositions", "outcomes"):
            _values(value, lambda n: _wrap(n, "when"))
        elif name == "context":
            _values(value, lambda n: _wrap(n, "value"))
        elif name == "preferences":
            _values(value, _preference)


def _preference(node: Node) -> Node:
    if isinstance(node, Items):
        reading = Table(node.spot, [Entry(Scalar("order", node.spot), node)])
        node = Table(node.spot, [Entry(Scalar("stated", node.spot), reading)])
        node = Table(node.spot, [Entry(Scalar("readings", node.spot), node)])
    readings = node.get("readings") if isinstance(node, Table) else None
    if isinstance(readings, Table):
        _values(readings, _reading)
    return node


def _reading(node: Node) -> Node:
    if isinstance(node, Items):
        node = Table(node.spot, [Entry(Scalar("order", node.spot), node)])
    if isinstance(node, Table):
        _each(node.get("order"), lambda n: _wrap(n, "want"))
    return node


def _wrap(node: Node, key: str) -> Node:
    if isinstance(node, Scalar):
        return Table(node.spot, [Entry(Scalar(key, node.spot), node)])
    return node


def _each(node: Node | None, change: Callable[[Node], Node]) -> None:
    if isinstance(node, Items):
        node.items = [change(n) for n in node.items]


def _values(node: Node | None, change: Callable[[Node], Node]) -> None:
    if isinstance(node, Table):
        for entry in node.entries:
            entry.value = change(entry.value)
