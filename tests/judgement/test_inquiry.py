"""Questions of a case: answered by their checks, or told what is wrong with them and where."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook.shipped import CASES, FOLDER, open_shipped
from tests.judgement.asked import examined

from detente.case import examine
from detente.errors import UnknownName
from detente.judgement import answer_inquiries, checks, inquiry, inquiry_problems
from detente.judgement.check import CheckKind
from detente.judgement.inquiry import CHECKS
from detente.registry import Shelf

HOLDS = "      - {compute: equilibria, model: main, concepts: [nash], ask: [s4], expect: %s}\n"


def answer(folder: Path, text: str):
    found, _ = examined(folder, text)
    assert found.problems == ()
    assert list(inquiry_problems(found)) == []
    return answer_inquiries(found.case)[0]


@pytest.mark.parametrize(
    ("expect", "agrees"),
    [
        ("{count: 1, status_quo: only, s4: always}", True),
        ("{count: 2}", False),
        ("{nothing: 1}", False),
        ("{}", True),
    ],
)
def test_a_check_agrees_if_what_it_finds_is_expected(tmp_path, expect, agrees):
    found = answer(tmp_path, HOLDS % expect)
    assert found.agrees is agrees
    assert (found.id, found.ask) == ("Q1", "Does it hold?")
    check = found.checks[0]
    assert (check.compute, check.agrees, check.needs) == ("equilibria", agrees, "")
    assert dict(check.found[0]) == {
        "model": "main",
        "concept": "nash",
        "count": 1,
        "status_quo": "only",
        "s4": "always",
    }


def test_every_row_must_agree(tmp_path):
    both = (
        "      - {compute: equilibria, model: main, concepts: [nash, seq], expect: {count: %s}}\n"
    )
    assert answer(tmp_path, both % "1").agrees is False
    assert answer(tmp_path, both % "1..2").agrees is True


def test_a_check_that_finds_nothing_does_not_agree(tmp_path):
    none = "      - {compute: equilibria, model: main, concepts: [], expect: {}}\n"
    assert answer(tmp_path, none).agrees is False


def test_what_names_nothing_that_is_there_is_open_and_says_what_it_needs(tmp_path):
    unsound = "      - {compute: pulse, set: {OIL: 1}, expect: {a: up}}\n"
    found = answer(tmp_path, unsound + HOLDS % "{}")
    assert found.agrees is None
    assert [c.agrees for c in found.checks] == [None, True]
    assert found.checks[0].found == ()
    assert "no network" in found.needs[0]


def test_questions_are_picked_by_name_whatever_the_case():
    found = answer_inquiries(open_shipped("japan-russia"), ["q3", "Q8"])
    assert [a.id for a in found] == ["Q3", "Q8"]
    with pytest.raises(UnknownName, match="unknown question: found `Q99`; did you mean `Q9`"):
        answer_inquiries(open_shipped("japan-russia"), ["Q99"])


def test_a_case_without_questions_has_no_answers():
    assert answer_inquiries(open_shipped("chicken")) == ()


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (
            "equilibira, model: main",
            "unknown computation `equilibira`",
            "did you mean `equilibria`?",
        ),
        ("puls", "unknown computation `puls`", "did you mean `pulse`?"),
        (
            "equilibria, model: main, asks: [s4]",
            "`asks`: extra inputs are",
            "concepts, ask, reachable",
        ),
        ("joint, model: main", "`group`: field required", "`joint` takes: "),
        (
            "unlock, model: main, target: s1, at_most: few",
            "`at_most`: input should be",
            "`unlock` takes",
        ),
        ("equilibria, model: mian", "unknown model `mian`", "did you mean `main`?"),
        ("equilibria", "unknown model ``", "main"),
        (
            "stable, model: main, actor: rowz",
            "unknown decision maker `rowz`",
            "did you mean `row`?",
        ),
        (
            "equilibria, model: main, concepts: [sec]",
            "unknown stability concept `sec`",
            "did you mean `seq`",
        ),
        ("equilibria, model: main, ask: [s5]", "unknown id in the condition `s5`", "`s1`"),
        ("equilibria, model: main, fix: {row.x: yes}", "unknown option `row.x`", "row."),
    ],
)
def test_what_is_wrong_is_reported_where_it_stands(tmp_path, text, said, hint):
    found, first = examined(tmp_path, HOLDS % "{}" + f"      - {{compute: {text}}}\n")
    assert found.problems == ()
    (problem,) = inquiry_problems(found)
    assert (problem.file, problem.line) == ("case.yaml", first + 1)
    assert said in problem.message
    assert hint in problem.hint


def test_each_unknown_argument_is_reported_on_its_own_line(tmp_path):
    text = "      - compute: joint\n        model: main\n        groop: [row]\n        fixx: {}\n"
    found, first = examined(tmp_path, text)
    lines = {(p.line - first, p.message.partition(":")[0]) for p in inquiry_problems(found)}
    assert lines == {(2, "`groop`"), (3, "`fixx`"), (0, "`group`")}


@pytest.mark.parametrize("case", CASES)
def test_shipped_questions_are_sound(case):
    assert list(inquiry_problems(examine(FOLDER / case))) == []


DUMMY = """
from detente.evidence.part import Part
from detente.judgement.check import CheckKind

class Arguments(Part):
    word: str

def run(case, arguments):
    yield {"said": arguments.word, "of": case.case.id}

MEMBER = CheckKind("dummy", "Says a word and does nothing else", Arguments, run)
"""


@pytest.fixture
def extended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf[CheckKind]]:
    """The shelf as it is after one more file was put beside the others."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "dummy.py").write_text(DUMMY)
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(folder)])
    importlib.invalidate_caches()
    shelf: Shelf[CheckKind] = Shelf(checks.__name__, "kind of check")
    monkeypatch.setattr(inquiry, "CHECKS", shelf)
    yield shelf
    sys.modules.pop(f"{checks.__name__}.dummy", None)
    vars(checks).pop("dummy", None)


def test_one_more_file_is_one_more_kind_of_check(tmp_path, extended):
    assert set(extended) == {*CHECKS, "dummy"}
    found = answer(tmp_path, "      - {compute: dummy, word: hush, expect: {said: hush}}\n")
    assert found.agrees is True
    assert found.checks[0].found == ({"said": "hush", "of": "prisoners-dilemma"},)
    wrong, first = examined(tmp_path, "      - {compute: dummy, words: hush}\n")
    assert {(p.line, p.hint) for p in inquiry_problems(wrong)} == {(first, "`dummy` takes: word")}


def test_one_bad_check_leaves_the_other_answers_alone(tmp_path):
    bad = "      - {compute: stable, model: main, actor: rowz}\n"
    examination, _ = examined(tmp_path, HOLDS % "{}" + bad)
    (found,) = answer_inquiries(examination.case)
    assert [c.agrees for c in found.checks] == [True, None]
    assert found.agrees is None
    assert "unknown decision maker: found `rowz`" in found.needs[0]
