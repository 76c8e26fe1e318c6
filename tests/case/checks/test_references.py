"""References name sources, claims and assumptions that are there; wherever they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.case import Case, open_case
from detente.case.checks.references import references

Say = Callable[[str], list[str]]
BACKING = (
    "sources: {r: {title: x}}\nevidence: {e: {claim: x, source: r}}\nassumptions: {a: {text: x}}\n"
)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("r¶1", None),
        ("e", None),
        ("a", None),
        ("{at: r¶1, anchor: some words}", None),
        ("{modeller: ours}", None),
        ("{outside: press, confidence: high}", None),
        ("q¶1", "37: unknown source `q`"),
        ("{at: q¶1}", "42: unknown source `q`"),
        ("b", "37: unknown evidence or assumption `b`"),
        ("{id: b}", "42: unknown evidence or assumption `b`"),
        ("r", "37: `r` is a source, and a reference names a paragraph of it"),
    ],
)
def test_kinds_of_references(said: Say, small: str, reference: str, expected: str | None) -> None:
    text = f"{small}{BACKING}rules: [{{require: true, because:   [{reference}]}}]\n"
    found = [line.partition(" |")[0] for line in said(text)]
    assert found == ([] if expected is None else [f"13:{expected}"])


PLACES = [
    "actors: {north: {name: N, because: [x¶1]}, south: {name: S}}",
    "actors: {north: {name: N, fears: [{text: f, because: [x¶1]}]}, south: {name: S}}",
    "assumptions: {a: {text: x, because: [x¶1]}}",
    "timeline: [{date: 2018, title: x, because: [x¶1]}]",
    "quantities: {n: {what: x, value: 1, because: [x¶1]}}",
    "indicators: {i: {watch: x, because: [x¶1]}}",
    "shocks: {s: {title: x, because: [x¶1]}}",
    "issues: {i: {label: x, because: [x¶1]}}",
    "questions: {q: {ask: x, because: [x¶1]}}",
    "inquiries: {q: {ask: x, because: [x¶1]}}",
    "disagreements: {d: {matter: x, views: [{view: y}, {view: z, because: [x¶1]}]}}",
    "outcomes: {o: {when: true, because: [x¶1]}}",
    "context: {e.f: {because: [x¶1]}}",
    "what_if: {w: {because: [x¶1]}}",
]


@pytest.mark.parametrize("section", PLACES)
def test_references_are_found_wherever_they_stand(said: Say, small: str, section: str) -> None:
    name = section.partition(":")[0]
    kept = "".join(f"{row}\n" for row in small.splitlines() if not row.startswith(f"{name}:"))
    found = said(f"{kept}{section}\n")
    assert [line.partition(": ")[2].partition(" |")[0] for line in found] == ["unknown source `x`"]
    line, column = map(int, found[0].split(":")[:2])
    assert f"{kept}{section}".splitlines()[line - 1][column - 1 :].startswith("x¶1")


def test_all_references_of_the_flagship_are_reached() -> None:
    case = open_case("japan-russia")
    found = list(references(case))
    assert len(found) > 500
    assert all(_at(case, path) == reference for path, reference in found)


def _at(case: Case, path: tuple) -> object:
    part: object = case
    for step in path:
        part = part[step] if isinstance(part, dict | tuple) else getattr(part, str(step))
    return part


def test_claims_name_sources_and_each_other(said: Say, small: str) -> None:
    text = small + (
        "sources: {r: {title: x}}\nevidence:\n  e: {claim: x, source: q, corroborated_by: [f]}\n"
        "  f: {claim: x, source: r, contradicted_by: [e, g]}\n"
    )
    assert [line.partition(" |")[0] for line in said(text)] == [
        "12:25: unknown source `q`",
        "13:49: unknown evidence `g`",
    ]
