"""Competing explanations: what speaks against each, what that hangs on, and what would tell them apart."""

from __future__ import annotations

from detente.evidence.hypotheses import HypothesisSet
from detente.evidence.sensitivity import by_document, hangs_on
from detente.judgement.predictions import Prediction, Predictions, predictions
from detente.report.anchors import anchor
from detente.report.blocks import Block, Note, Paragraph, Row, Section, Table
from detente.report.inlines import Line, line
from detente.report.material import Material
from detente.report.names import count, listed, quoted

__all__ = ["explanations"]

_WHERE = {
    "documents": "By the documents",
    "outside": "By outside knowledge",
    "together": "Together",
}
_OFTEN = {"always": "yes", "never": "no", "sometimes": "open"}


def explanations(material: Material) -> Section | None:
    """Return the section, or None where the case holds no competing hypotheses."""
    sets = material.case.hypotheses
    if not sets:
        return None
    intro = (
        "A score adds up what speaks against an explanation: the lower, the less does. "
        "It is no probability, and evidence that fits every explanation counts for none."
    )
    parts = tuple(_set(material, id, matrix) for id, matrix in sets.items())
    return Section("explanations", "Competing explanations", (Paragraph(line(intro)), *parts))


def _set(material: Material, id: str, matrix: HypothesisSet) -> Section:
    blocks: list[Block] = [_scores(material, id, matrix), Paragraph(line(_hangs(matrix)))]
    if matrix.note:
        blocks.append(Note("To bear in mind", line(matrix.note)))
    found = predictions(material.case, id) if matrix.tests else None
    if found is not None and found.any:
        blocks += _tests(material, matrix, found)
    return Section(anchor("set", id), matrix.question, tuple(blocks))


def _scores(material: Material, id: str, matrix: HypothesisSet) -> Table:
    kept = {k: w for k, w in by_document(matrix, ()).items() if k in _WHERE}
    rows = tuple(
        Row(
            (
                line(item.label, material.cites(item.because)),
                *(line(f"{w.scores[h]:g}") for w in kept.values()),
            ),
            anchor("hypothesis", f"{id}-{h}"),
        )
        for h, item in matrix.items.items()
    )
    return Table("What speaks against each", ("Explanation", *(_WHERE[k] for k in kept)), rows)


def _hangs(matrix: HypothesisSet) -> str:
    leaning = hangs_on(matrix)
    rows = count(len(leaning.without), "row")
    best = listed([quoted(matrix.items[h].label) for h in leaning.best])
    said = f"By the {rows} of evidence from the documents least speaks against {best}."
    if not leaning.turns:
        return f"{said} Leaving out any single row does not change that."
    turns = [quoted(matrix.evidence[row].text) for row in leaning.turns]
    without = "it" if len(turns) == 1 else "any one of them"
    return f"{said} That hangs on {listed(turns)}: without {without}, another comes first or level."


def _tests(material: Material, matrix: HypothesisSet, found: Predictions) -> list[Block]:
    columns = next(iter(found.table.values()))
    head = ("If", "What is asked", *(matrix.items[h].label for h in columns))
    rows = []
    for test, predicted in found.table.items():
        trial = matrix.tests[test]
        for condition in trial.ask:
            label = line(trial.label or test, material.cites(trial.because))
            asked = material.words.name(trial.model, condition)
            cells = (label, line(asked), *(_cell(p, condition) for p in predicted.values()))
            rows.append(Row(cells))
    table = Table("What each explanation predicts", head, tuple(rows))
    said = [_tells(matrix, found, test) for test in list(found.table)[1:]]
    text = (
        "Explanations that say the same as a reading of a party were put into the model. Yes: in every "
        "state that holds under sequential stability; open: in some of them; no: in none."
    )
    return [Paragraph(line(text)), table, Paragraph(line(" ".join(filter(None, said))))]


def _cell(prediction: Prediction, condition: str) -> Line:
    return line(_OFTEN[prediction.asked[condition]])


def _tells(matrix: HypothesisSet, found: Predictions, test: str) -> str:
    moved = [quoted(matrix.items[h].label) for h in found.moved(test)]
    label = quoted(matrix.tests[test].label or test)
    if not moved:
        return f"{label} would test none of them."
    return f"{label} would test {listed(moved)}."
