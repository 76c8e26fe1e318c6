"""Who says what on which question: agreements, conflicts and unanimity among the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from pydantic import Field

from detente.evidence.part import Part, Text
from detente.evidence.reference import Reference

__all__ = ["Compared", "Judgement", "compare"]


class Judgement(Part):
    """A question and the answer of each source that gives one; a source left out is silent."""

    ask: Text
    answers: dict[str, Text] = Field(default_factory=dict)
    because: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Compared:
    """Sources compared: `unanimous` questions, and for each pair where it agrees and conflicts.

    Pairs are in the order of the sources; a question on which one of a pair is silent is neither.
    """

    sources: tuple[str, ...]
    unanimous: tuple[str, ...]
    agreements: Mapping[tuple[str, str], tuple[str, ...]]
    conflicts: Mapping[tuple[str, str], tuple[str, ...]]


def compare(judgements: Mapping[str, Judgement], sources: tuple[str, ...]) -> Compared:
    """Compare the answers of sources; unanimous are questions that all of them answer alike.

    >>> said = {"q": Judgement(ask="Near?", answers={"a": "no", "b": "no", "c": "yes"})}
    >>> found = compare(said, ("a", "b", "c"))
    >>> found.unanimous, found.agreements["a", "b"], found.conflicts["a", "c"]
    ((), ('q',), ('q',))
    """
    pairs = tuple(combinations(sources, 2))

    def where(same: bool) -> dict[tuple[str, str], tuple[str, ...]]:
        return {
            (a, b): tuple(
                id
                for id, j in judgements.items()
                if a in j.answers and b in j.answers and (j.answers[a] == j.answers[b]) is same
            )
            for a, b in pairs
        }

    unanimous = tuple(
        id
        for id, j in judgements.items()
        if all(s in j.answers for s in sources) and len({j.answers[s] for s in sources}) == 1
    )
    return Compared(sources, unanimous, where(True), where(False))
