"""What a ranking of hypotheses hangs on: which rows turn it, and what each source alone would say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.evidence.hypotheses import HypothesisSet, Weighed, weigh

__all__ = ["Leaning", "by_document", "hangs_on"]


@dataclass(frozen=True)
class Leaning:
    """What happens to the hypotheses with the lowest scores when one row is left out.

    `best` are the `many` lowest with all rows; `without` gives them for each row that was left
    out. A row `turns` the ranking if other hypotheses are then the lowest.
    """

    many: int
    best: tuple[str, ...]
    without: Mapping[str, tuple[str, ...]]

    @property
    def turns(self) -> tuple[str, ...]:
        """The rows that change which hypotheses are the lowest, each by itself."""
        return tuple(row for row, best in self.without.items() if set(best) != set(self.best))


def hangs_on(
    matrix: HypothesisSet,
    documents: Iterable[str] = (),
    without: Iterable[str] = (),
    *,
    many: int = 1,
) -> Leaning:
    """Leave out every row in turn and see which hypotheses then have the `many` lowest scores.

    `documents` and `without` choose the rows as they do for `weigh`.

    >>> pair = {"question": "Why?", "items": {"fear": "Fear", "cost": "Cost"}}
    >>> rows = {"e1": {"text": "It is cheap", "cells": {"cost": "I"}, "because": ["r¶1"]}}
    >>> hangs_on(HypothesisSet.model_validate(pair | {"evidence": rows})).turns
    ('e1',)
    """
    documents, without = tuple(documents), tuple(without)
    full = weigh(matrix, documents, without)
    return Leaning(
        many,
        full.best(many),
        {row: weigh(matrix, documents, (*without, row)).best(many) for row in full.rows},
    )


def by_document(matrix: HypothesisSet, sources: Iterable[str]) -> dict[str, Weighed]:
    """Weigh hypotheses by each source that a row is taken from, by all, by what is known outside.

    The keys are the sources in their order, then `documents` (all of them), `outside` and
    `together`; what has no row is left out.
    """
    found = {source: weigh(matrix, [source]) for source in sources}
    found["documents"] = weigh(matrix)
    found["outside"] = weigh(matrix, ["outside"])
    found["together"] = weigh(matrix, ["*"])
    return {name: weighed for name, weighed in found.items() if weighed.rows}
