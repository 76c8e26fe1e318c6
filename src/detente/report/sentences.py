"""Key judgements in words: one point each, what completes it, and a sentence of confidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from detente.judgement.finding import KeyJudgement
from detente.report.anchors import anchor
from detente.report.assurance import confidence_sentence, sourcing_sentence
from detente.report.blocks import KeyPoint
from detente.report.inlines import Link, Written, line, started
from detente.report.material import Material
from detente.report.names import count
from detente.report.points.blocks import blocks
from detente.report.points.holds import holds
from detente.report.points.lacks import lacks
from detente.report.points.turns import turns
from detente.report.points.unlocks import unlocks

__all__ = ["TOPICS", "WRITERS", "key_point", "key_points"]

TOPICS = {
    "holds": "What holds",
    "blocks": "Who blocks",
    "unlocks": "What would unlock",
    "turns": "What it turns on",
    "lacks": "What each side lacks first",
}
"""The topic of each kind of key judgement, in the order of the report."""

WRITERS: Mapping[str, Callable[[Material, KeyJudgement], Written]] = {
    "holds": holds,
    "blocks": blocks,
    "unlocks": unlocks,
    "turns": turns,
    "lacks": lacks,
}
"""What puts each kind of key judgement into words."""

_MOST_BASES = 5
_SEE = {"holds": "holding", "blocks": "blocking", "unlocks": "unlocking", "lacks": "wants"}


def key_points(material: Material) -> tuple[KeyPoint, ...]:
    """Return every key judgement in words."""
    return tuple(key_point(material, j) for j in material.judgements)


def key_point(material: Material, judgement: KeyJudgement) -> KeyPoint:
    """Return one key judgement in words, with the priorities that it rests on."""
    claim, detail = WRITERS[judgement.kind](material, judgement)
    shown = [material.basis(b) for b in judgement.bases[:_MOST_BASES]]
    left = len(judgement.bases) - len(shown)
    if left:
        see = Link(f"{count(left, 'other priority', 'other priorities')}", _SEE[judgement.kind])
        shown.append(line("and ", see, "."))
    return KeyPoint(
        anchor("judgement", judgement.kind),
        TOPICS[judgement.kind],
        started(line(claim)),
        line(detail),
        line(confidence_sentence(material.words, judgement.confidence)),
        line(sourcing_sentence(material.case, judgement.sourcing)),
        tuple(started(s) for s in shown),
    )
