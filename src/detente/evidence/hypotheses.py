"""Competing hypotheses: how the evidence bears on each, and what the ranking hangs on.

Source: Heuer (1999), Psychology of Intelligence Analysis, chapter 8. An inconsistency score is no
probability and is never turned into one here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from detente.evidence.part import AtLeast, Part, Text
from detente.evidence.reference import Reference

__all__ = ["Estimates", "Hypothesis", "HypothesisSet", "Item", "Trial", "Weighed", "weigh"]

Cell = Literal["CC", "C", "N", "I", "II", "NA"]
Probability = Annotated[float, Field(ge=0, le=1)]

COST: Mapping[str, int] = {"I": 1, "II": 2}
"""What a cell adds to the score of a hypothesis, before the weight of its row; all others add 0."""

SCALE: Mapping[str, int] = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
"""Cells as numbers, for the spread of a row."""


def _named(value: Any) -> Any:
    return {"label": value} if isinstance(value, str) else value


class Hypothesis(Part):
    """One explanation; `readings` names the reading of an actor's preferences that says the same."""

    label: Text
    readings: dict[str, str] = Field(default_factory=dict)
    because: tuple[Reference, ...] = ()


class Item(Part):
    """A row: one piece of evidence and how it bears on each hypothesis it speaks to.

    CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not
    applicable; a hypothesis left out is N. Rows that repeat another (`repeats`) are shown and not
    counted.
    """

    text: Text
    weight: float = Field(1.0, gt=0, le=10)
    cells: dict[str, Cell]
    repeats: str = ""
    because: tuple[Reference, ...] = ()


class Trial(Part):
    """A test that could tell hypotheses apart: what holds in a model under named what-ifs.

    It is run for every hypothesis that names readings of the model's parties. `ask` lists the
    conditions to look at in what holds; without any `what_if` the test is the state of affairs.
    """

    label: Text = ""
    model: str
    what_if: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    because: tuple[Reference, ...] = ()


class Estimates(Part):
    """The probabilities that one analyst gives to hypotheses, and how much the analyst counts."""

    probabilities: Annotated[dict[str, Probability], AtLeast(1)]
    weight: float = Field(1.0, gt=0, le=1000)
    because: tuple[Reference, ...] = ()


class HypothesisSet(Part):
    """A question with competing answers, the evidence on them, and tests that tell them apart.

    `true_at_once` says how many of the answers are true: `one` of them, `at most one`, or `any`
    number. `implies` names pairs of which the first cannot be true without the second.
    """

    question: Text
    items: Annotated[dict[str, Annotated[Hypothesis, BeforeValidator(_named)]], AtLeast(1)]
    evidence: dict[str, Item] = Field(default_factory=dict)
    tests: dict[str, Trial] = Field(default_factory=dict)
    true_at_once: Literal["one", "at most one", "any"] = "one"
    implies: tuple[tuple[str, str], ...] = ()
    estimates: dict[str, Estimates] = Field(default_factory=dict)
    note: Text = ""


@dataclass(frozen=True)
class Weighed:
    """Scores of hypotheses over some rows: the lower, the less speaks against it.

    `scores` is the weighted sum of inconsistencies; `rows` those that were counted; `spread` tells
    for each row how far its cells lie apart (0: it says nothing between the hypotheses), `pull`
    how far it moves the scores apart: its weight times the spread of its inconsistencies.
    """

    scores: Mapping[str, float]
    rows: tuple[str, ...]
    spread: Mapping[str, int]
    pull: Mapping[str, float]

    @property
    def idle(self) -> tuple[str, ...]:
        """The rows that move no score apart from another: without diagnostic value here."""
        return tuple(row for row, pull in self.pull.items() if pull == 0)

    def best(self, many: int = 1) -> tuple[str, ...]:
        """Return the hypotheses with the lowest scores, with all that tie with the last of them."""
        ordered = sorted(self.scores.values())
        bound = ordered[min(many, len(ordered)) - 1]
        return tuple(h for h, score in self.scores.items() if score <= bound)


def weigh(
    matrix: HypothesisSet, documents: Iterable[str] = (), without: Iterable[str] = ()
) -> Weighed:
    """Weigh hypotheses by the rows of some documents, or by all rows that rest on any document.

    `documents` keeps rows that are taken from one of them: the first reference of a row tells from
    which, the others support it. `outside` stands for knowledge from outside the sources, `*` for
    all rows. Without any, rows that rest on outside knowledge alone are left out. Rows named in
    `without`, and repetitions, do not count.

    >>> pair = {"question": "Why?", "items": {"fear": "Fear", "cost": "Cost"}}
    >>> rows = {"e1": {"text": "It is cheap", "weight": 2, "cells": {"cost": "II"}}}
    >>> dict(weigh(HypothesisSet.model_validate(pair | {"evidence": rows}), ["*"]).scores)
    {'fear': 0.0, 'cost': 4.0}
    """
    wanted, dropped = set(documents), set(without)
    rows = {
        id: row
        for id, row in matrix.evidence.items()
        if id not in dropped and not row.repeats and _taken_from(row, wanted)
    }
    scores = {
        h: round(sum(row.weight * COST.get(_cell(row, h), 0) for row in rows.values()), 9)
        for h in matrix.items
    }
    spread = {id: _spread(row, matrix.items) for id, row in rows.items()}
    pull = {id: round(row.weight * _costs_apart(row, matrix.items), 9) for id, row in rows.items()}
    return Weighed(scores, tuple(rows), spread, pull)


def _taken_from(row: Item, wanted: set[str]) -> bool:
    if "*" in wanted:
        return True
    named = (r.source or "outside" for r in row.because if r.at or r.outside)
    first = next(named, "")
    return first in wanted if wanted else first != "outside"


def _cell(row: Item, hypothesis: str) -> str:
    return row.cells.get(hypothesis, "N")


def _spread(row: Item, hypotheses: Iterable[str]) -> int:
    values = [SCALE[c] for h in hypotheses if (c := _cell(row, h)) != "NA"]
    return max(values) - min(values) if values else 0


def _costs_apart(row: Item, hypotheses: Iterable[str]) -> int:
    costs = [COST.get(_cell(row, h), 0) for h in hypotheses]
    return max(costs) - min(costs)
