"""Whatever a file holds, reading it returns or raises an error of ours, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case import examine
from detente.errors import DetenteError

RICH = """\
format: dispute-case/1
case: {id: ford, title: "The ford: a bridge", question: Will they?, as_of: 2018-05, horizon: 2019}
sources:
  r: {title: A report, issued: 2018-04, reliability: B, body: 1..9, author: [{family: Low}]}
evidence:
  e1: {claim: It floods, source: r, paragraph: 3, date: 2018, credibility: 2, basis: reported}
actors:
  north: {name: North, goals: [{text: A road, because: [r¶1]}]}
  south: {name: South, role: decides}
  east: {name: East, role: audience}
options:
  north.build: {label: Build a bridge, reversible: no, because: [r¶2, e1]}
  south.open: {label: Open the road}
rules:
  - south.open only if north.build
context:
  e.flood: {label: The river is high, value: no}
propositions:
  crossing: {label: The ford is usable, when: north.build and south.open and not e.flood}
outcomes:
  deal: crossing
  none: {when: not deal, because: [{modeller: ours}]}
status_quo: {north.build: yes}
preferences:
  north:
    - crossing
    - {want: not north.build if not south.open, about_equal: true, because: [a1]}
  south:
    readings:
      wary: {label: Fears the traffic, weight: 40..60, order: [{want: not south.open, unsure: yes}]}
      bold: [crossing]
what_if:
  dry: {label: A dry year, context: {e.flood: no}, set: {south.open: yes}, readings: {south: bold}}
  push: {preferences.north: {move: crossing, to: bottom}}
published:
  - {source: r, concept: nash, outcomes: [deal]}
assumptions:
  a1: {text: Rain stays, status: solid, watch: [i1]}
indicators:
  i1: {watch: The river, by: 2018-09, favours: {deal: up, bold: down}}
issues: {toll: {label: The toll, scale: {0: none, 100: high}}}
positions: [{actor: north, issue: toll, at: {low: 1, best: 2, high: 3}, salience: 0.4..0.8}]
influence: {north: 60, south: 40}
hypotheses:
  bridge:
    question: Why no bridge?
    items: {cost: Too dear, fear: {label: Too open, readings: {north: calm}}}
    evidence: {i1: {text: It floods, weight: 2, cells: {cost: CC, fear: II}, because: [e1]}}
judgements: {j1: {ask: Is it near?, answers: {r: no}}}
forecasts: {f1: {text: No bridge, stated: 2018, verdict: "true", because: [e1]}}
influences:
  nodes: {RAIN: {name: Rain, kind: force}, FLOOD: {name: Floods}}
  edges: {M1: {cause: RAIN, effect: FLOOD, sign: "+", strength: 0.2..0.8, because: [e1]}}
timeline:
  - {date: 2017-06..2017-07, title: A flood, between: [north, south], score: -2, because: [e1]}
  - {date: 2018-09, title: A vote, by: south, status: expected}
shocks:
  flood: {title: A flood, likelihood: unlikely, changes: [{status_quo: {north.build: no}}]}
questions:
  q1: {ask: Will it be built?, outcome: deal, prior: {likelihood: unlikely, because: cost}}
quantities: {n1: {what: Cars, value: 40, period: 2018~}}
disagreements:
  d1: {matter: Cost, views: [{view: High}, {view: Low}], switch: The reading of South}
inquiries:
  Q1: {ask: What holds?, implied: nothing, checks: [{compute: stability, model: main, expect: [1]}]}
run: {concepts: [nash], samples: 10, seed: 1}
"""
LINES = RICH.splitlines()
SOON = 15.0  # seconds
NO_LIMIT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

lines = st.integers(0, len(LINES) - 1)
spots = st.integers(0, len(RICH) - 1)
pieces = st.one_of(
    st.sampled_from([*"{}[]:,&*!|>'\"%@`#-?¶()\n\t ", "- ", ": ", "<<: ", "null", "~", "\r\n"]),
    st.sampled_from(["not ", " and ", " if ", "north", "south.open", "deal", "2018", "{}", "[]"]),
    st.text(max_size=5),
)
changes = st.one_of(
    st.tuples(st.just("drop line"), lines, st.just("")),
    st.tuples(st.just("double line"), lines, st.just("")),
    st.tuples(st.just("swap lines"), lines, lines),
    st.tuples(st.just("indent"), lines, st.just("")),
    st.tuples(st.just("drop"), spots, st.integers(1, 12)),
    st.tuples(st.just("put"), spots, pieces),
    st.tuples(st.just("replace"), spots, pieces),
)


def changed(text: str, change: tuple) -> str:
    kind, at, what = change
    rows = text.splitlines()
    row, spot = at % max(len(rows), 1), at % max(len(text), 1)
    if kind == "drop line":
        return "\n".join(rows[:row] + rows[row + 1 :])
    if kind == "double line":
        return "\n".join(rows[: row + 1] + rows[row:])
    if kind == "swap lines" and rows:
        other = what % len(rows)
        rows[row], rows[other] = rows[other], rows[row]
        return "\n".join(rows)
    if kind == "indent" and rows:
        return "\n".join([*rows[:row], f"  {rows[row]}", *rows[row + 1 :]])
    if kind == "drop":
        return text[:spot] + text[spot + what :]
    return text[:spot] + str(what) + text[spot + (kind == "replace") :]


def check(folder: Path, raw: bytes) -> None:
    (folder / "case.yaml").write_bytes(raw)
    start = time.process_time()
    try:
        examined = examine(folder)
    except DetenteError:
        pass
    else:
        assert examined.case is not None or examined.problems
        for problem in examined.problems:
            assert problem.file == "case.yaml"
            assert problem.line <= raw.count(b"\n") + 1
            assert str(problem).count("\n") == 0
    assert time.process_time() - start < SOON


def test_the_file_that_is_mutated_is_valid(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(RICH)
    assert examine(tmp_path).problems == ()


@NO_LIMIT
@given(st.lists(changes, min_size=1, max_size=4))
def test_a_mutated_case(tmp_path: Path, made: list[tuple]) -> None:
    text = RICH
    for change in made:
        text = changed(text, change)
    check(tmp_path, text.encode("utf-8", "surrogatepass"))


@pytest.mark.slow
@settings(NO_LIMIT, max_examples=1000)
@given(st.lists(changes, min_size=1, max_size=6))
def test_many_mutated_cases(tmp_path: Path, made: list[tuple]) -> None:
    text = RICH
    for change in made:
        text = changed(text, change)
    check(tmp_path, text.encode("utf-8", "surrogatepass"))


@NO_LIMIT
@given(st.text())
def test_any_text(tmp_path: Path, text: str) -> None:
    check(tmp_path, text.encode("utf-8", "surrogatepass"))


@NO_LIMIT
@given(st.binary())
def test_any_bytes(tmp_path: Path, raw: bytes) -> None:
    check(tmp_path, raw)


trees = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below),
    max_leaves=8,
)


@NO_LIMIT
@given(section=st.sampled_from([r.partition(":")[0] for r in LINES if r[0].isalpha()]), tree=trees)
def test_a_section_of_any_shape(tmp_path: Path, section: str, tree: object) -> None:
    import json

    rows = RICH.splitlines()
    start = next(i for i, row in enumerate(rows) if row.startswith(f"{section}:"))
    end = next((i for i in range(start + 1, len(rows)) if rows[i][0].isalpha()), len(rows))
    rows[start:end] = [f"{section}: {json.dumps(tree, ensure_ascii=False)}"]
    check(tmp_path, "\n".join(rows).encode("utf-8", "surrogatepass"))
