"""The north star: all concepts on all nine models of the flagship, and what the main job needs."""

from __future__ import annotations

from detente.case import open_case
from detente.case.reader import read_case
from detente.casebook import shipped_cases
from detente.judgement import answer_inquiries
from detente.stability import CLASSICAL, CONCEPTS, build_graph
from detente.stability.analysis import Analysis
from detente.stability.unlock import Kept, unlock

CASE = open_case("japan-russia")
FOLDER = shipped_cases()["japan-russia"]


def all_concepts_on_all_models() -> dict[str, list[int]]:
    """Return the number of equilibria of every concept, by model."""
    counts = {}
    for model in CASE.models:
        analysis = Analysis(build_graph(CASE, model))
        counts[model] = [int(analysis.stable(c).all(axis=0).sum()) for c in CLASSICAL.values()]
    return counts


def three_edits(concept: str, by: list[str], keep: tuple[Kept, ...] = ()) -> int | None:
    """Return the smallest number of edits that make the two-island deal hold."""
    graph = build_graph(CASE, "2016-12")
    found = unlock(graph, "two_islands", CONCEPTS[concept], by=by, at_most=3, keep=keep)
    assert found.complete
    return found.edits


CALLS = [
    (
        "unlock, 2,304 states, 3 edits, Nash, all 25 sets found",
        lambda: three_edits("nash", [], (("ru", 1),)),
        lambda edits: edits == 3,
    ),
    (
        "north star: 5 concepts on the 9 models of japan-russia",
        all_concepts_on_all_models,
        lambda counts: counts["2016-12"] == [1, 8, 6, 1, 1] and len(counts) >= 9,
    ),
    (
        "read and check japan-russia",
        lambda: read_case(FOLDER),
        lambda case: len(case.models) >= 9,
    ),
    (
        "answer the 30 questions",
        lambda: answer_inquiries(CASE),
        lambda answers: sum(a.agrees is True for a in answers) >= 15,
    ),
    (
        "unlock, 2,304 states, up to 3 edits, Nash, proven none",
        lambda: three_edits("nash", ["jp", "us"]),
        lambda edits: edits is None,
    ),
    (
        "unlock, 2,304 states, up to 3 edits, SEQ, proven none",
        lambda: three_edits("seq", ["jp", "us"]),
        lambda edits: edits is None,
    ),
]
