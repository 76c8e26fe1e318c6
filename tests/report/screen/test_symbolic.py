"""What the SAT engine found, in words: a proof is called one, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.casebook.shipped import open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.drawn import made_case
from tests.stability.symbolic.ladder import ladder

from detente.report.screen.symbolic import symbolic_text
from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.overview import overview
from detente.stability.symbolic.stays import stays


def text(case, *concepts: str, limit: int = 10, seconds: float | None = None) -> str:
    sets = [build_set(case, "main", c, seconds=seconds) for c in concepts or ["nash"]]
    return symbolic_text(case, sets[0].game, [overview(one, limit) for one in sets])


def test_what_all_have_in_common_and_the_nearest():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y", "a.z"])
    said = text(case)
    assert "3 options, 1 decision maker; engine: SAT." in said
    assert "Nash stability: 4 equilibria, by proof no other." in said
    assert "  The status quo is stable for nobody.\n  A leaves it by taking up “Do it”.\n" in said
    assert "Nearest to today, 1 option changed (a.x):" in said
    assert "Alike in every one: a.x taken." in said
    assert "Nash stability: more than 3 equilibria." in text(case, limit=3)


def test_the_status_quo():
    said = text(made_case({"a": ["not a.x"]}, ["a.x"]))
    assert "1 equilibrium, by proof no other." in said
    assert "The status quo is one of them." in said
    assert "Alike" not in said


def test_several_concepts():
    said = " ".join(text(open_shipped("cuba-1962"), "nash", "seq", "gmr").split())
    names = ["Nash stability: ", "Sequential stability: ", "General metarationality: "]
    assert [said.count(name) for name in names] == [1, 1, 1]
    assert said.index(names[0]) < said.index(names[1]) < said.index(names[2])
    assert "but for an answer:" in said
    assert "and nothing answers that" in said


def test_answers_are_told_move_by_move():
    said = " ".join(text(ladder(3), "seq").split())
    climb = "B taking up “Do it”, then C taking up “Do it”, then B taking up “Do it”"
    assert f"A could gain by taking up “Do it”, but for an answer: {climb}." in said


@pytest.mark.parametrize(
    ("leaves", "within", "words"),
    [
        (True, 4, "by taking up “Do it” is open: no sanction of up to 4 moves; a longer one"),
        (False, None, "Whether A would leave it is open: unknown: the time was up."),
    ],
)
def test_what_is_open(leaves, within, words):
    equilibria = build_set(ladder(9), "main", "seq")
    known = overview(equilibria, 1)
    first = stays(equilibria, "a")
    to = equilibria.game.state(1) if leaves else None
    first = replace(first, stable=None, leaves=to, within=within, answered=None)
    said = symbolic_text(ladder(9), equilibria.game, [replace(known, today=(first,))])
    assert words in " ".join(said.split())


def test_none_by_proof_and_none_in_time():
    assert "Nash stability: no equilibrium, by proof." in text(PENNIES)
    cut_short = text(PENNIES, seconds=0.0)
    assert "Nash stability: none found in time, which proves nothing." in cut_short
    assert "by proof" not in cut_short


def test_questions_that_were_cut_short():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"])
    nash = build_set(case, "main")
    found = nash.equilibria()
    nash.seconds = 0.0
    known = overview(nash)
    said = symbolic_text(case, nash.game, [known])
    assert "Nash stability: at least 1 equilibrium; the time was up." in said
    said = symbolic_text(case, nash.game, [replace(known, found=found)])
    assert "2 equilibria, by proof no other." in said
    assert "Nearest to today of those seen, 1 option changed (a.x); every one changes" in said
    assert "at least 0:" in said
    assert "What all have in common was not settled in time." in said
