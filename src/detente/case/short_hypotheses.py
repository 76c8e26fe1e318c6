"""The short forms of competing hypotheses: one set without a name, and a matrix of claims."""

from __future__ import annotations

from detente.case.nodes import Entry, Items, Node, Scalar, Table

__all__ = ["write_hypotheses"]


def write_hypotheses(root: Table) -> None:
    """Write the hypotheses of a case out in full, in place, keeping every place.

    A set that stands alone is called `main`. A `matrix` (claim → hypothesis → cell) and `weights` (of
    its rows) become `evidence`: each row takes the words of the claim that it names.
    """
    node = root.get("hypotheses")
    if not isinstance(node, Table):
        return
    if isinstance(node.get("question"), Scalar):
        alone = Entry(Scalar("main", node.spot), Table(node.spot, node.entries))
        node.entries = [alone]
    for entry in node.entries:
        if isinstance(entry.value, Table):
            _set(entry.value, root.get("evidence"))


def _set(table: Table, claims: Node | None) -> None:
    for entry in table.entries:
        if entry.key.text == "items" and isinstance(entry.value, Table):
            for one in entry.value.entries:
                if isinstance(one.value, Scalar) and not one.value.hole:
                    one.value = Table(one.value.spot, [_entry("label", one.value)])
    matrix, weights = table.get("matrix"), table.get("weights")
    if not isinstance(matrix, Table) or table.get("evidence") is not None:
        return
    for row in matrix.entries:
        if isinstance(row.value, Table):
            row.value = _row(row, claims, weights)
    kept = [e for e in table.entries if e.key.text not in ("matrix", "weights")]
    place = next(e.key.spot for e in table.entries if e.key.text == "matrix")
    table.entries = [*kept, Entry(Scalar("evidence", place), matrix)]


def _row(row: Entry, claims: Node | None, weights: Node | None) -> Table:
    id, spot = row.key.text or "", row.key.spot
    claim = claims.get(id) if isinstance(claims, Table) else None
    said = claim.get("claim") if isinstance(claim, Table) else claim
    text = said if isinstance(said, Scalar) and said.text else Scalar(id, spot)
    entries = [_entry("text", text), _entry("cells", row.value)]
    weight = weights.get(id) if isinstance(weights, Table) else None
    if weight is not None:
        entries.append(_entry("weight", weight))
    if claim is not None:
        entries.append(_entry("because", Items(spot, [Scalar(id, spot)])))
    return Table(spot, entries)


def _entry(key: str, value: Node) -> Entry:
    return Entry(Scalar(key, value.spot), value)
