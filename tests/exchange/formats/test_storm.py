"""Explicit state-space files: read back, they are the moves, the improvements and the equilibria."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.drawn import cases

from detente.case import Case, open_case
from detente.exchange import EXPORTS
from detente.stability import CLASSICAL, Settings
from detente.stability.graph_form import graph_form

ENDINGS = [
    ".lab",
    ".moves.tra",
    ".moves.choicelab",
    ".improvements.tra",
    ".improvements.choicelab",
]


def written(case: Case, model: str = "main", **settings) -> dict[str, str]:
    return dict(EXPORTS["storm"].write(case, model, Settings(**settings), False).files)


def labels(text: str) -> tuple[list[str], dict[str, list[str]]]:
    """Return the labels that a file declares, and those of each item."""
    start, declared, end, *lines = text.splitlines()
    assert (start, end) == ("#DECLARATION", "#END")
    known = declared.split()
    found = {}
    for line in lines:
        numbers = [w for w in line.split() if w.isdigit()]
        own = line.split()[len(numbers) :]
        assert own
        assert set(own) <= set(known)
        assert " ".join(numbers) not in found
        found[" ".join(numbers)] = own
    assert len(known) == len(set(known))
    return known, found


def steps(files: dict[str, str], kind: str) -> set[tuple[str, int, int]]:
    """Return the steps of a transition system: whose, from and to."""
    head, *lines = files[f".{kind}.tra"].splitlines()
    assert head == "mdp"
    _, movers = labels(files[f".{kind}.choicelab"])
    found, last = set(), (-1, 0)
    for line in lines:
        s, c, t, p = line.split()
        assert p == "1"
        # states rise without a gap, and so do the choices of each
        assert (int(s), int(c)) in {(last[0], last[1] + 1), (last[0] + 1, 0)}
        last = int(s), int(c)
        (mover,) = movers.pop(f"{s} {c}")
        found.add((mover, int(s), int(t)))
    assert not movers
    return found


def wanted(game, arcs) -> set[tuple[str, int, int]]:
    found = {
        (d, s, int(t))
        for d, a in zip(game.deciders, arcs, strict=True)
        for s in range(len(game.labels))
        for t in a.of(s)
    }
    left = {s for _, s, _ in found}
    return found | {("nobody", s, s) for s in range(len(game.labels)) if s not in left}


@pytest.mark.parametrize(("deciders", "options"), [(2, 4), (3, 5)])
def test_transitions_and_labels_are_those_of_the_game(deciders, options):
    for case in cases(25, deciders, options):
        form, files = graph_form(case, "main"), written(case)
        game = form.game
        assert list(files) == ENDINGS
        assert steps(files, "moves") == wanted(game, game.arcs)
        assert steps(files, "improvements") == wanted(game, game.tempting)
        known, of = labels(files[".lab"])
        for s, state in enumerate(form.states):
            own = set(of.get(str(s), []))
            assert ("init" in own) == (s == game.today)
            assert ("nobody_moves" in own) == (not any(len(a.of(s)) for a in game.arcs))
            for i, decider in enumerate(game.deciders):
                assert (f"improves_{decider}" in own) == bool(len(game.tempting[i].of(s)))
            assert {o.replace(".", "_") for o in state.on} <= own
            assert ("goal" in own) == ("goal" in state.outcomes)
            for key, concept in CLASSICAL.items():
                assert (key in own) == concept.stable(game)[:, s].all()
        assert {"init", "nobody_moves", *CLASSICAL} <= set(known)


def test_a_model_in_graph_form_has_its_states_by_name():
    case = open_case("elmira-1991")
    files = written(case, "literature")
    known, of = labels(files[".lab"])
    assert [of[str(k)][-1] for k in range(9)] == [f"state_s{k}" for k in range(1, 10)]
    assert "init" in of["0"]
    game = graph_form(case, "literature").game
    assert steps(files, "moves") == wanted(game, game.arcs)
    assert [k for k, own in of.items() if "nash" in own] == ["4", "7", "8"]
    assert "nobody_moves" not in of["8"] or np.all([not len(a.of(8)) for a in game.arcs])
    assert "improves_lg" in known


def test_names_become_labels_that_storm_can_read():
    long = "x" * 200
    text = open_case("chicken")
    model = text.models["main"]
    deal = model.outcomes["s1"]
    named = model.outcomes | dict.fromkeys(["出.a", "出.b", "nash", long], deal)
    case = text.model_copy(
        update={"models": {"main": model.model_copy(update={"outcomes": named})}}
    )
    known, _ = labels(written(case)[".lab"])
    assert {"nash", "nash_2", "__a", "__b", "x" * 100} <= set(known)
    assert max(map(len, known)) < 128


def test_settings_and_the_rule_that_is_not_said():
    case = open_case("prisoners-dilemma")
    export = EXPORTS["storm"].write(case, "main", Settings(fix={"row.cooperate": False}), False)
    assert {s for _, s, _ in steps(dict(export.files), "moves")} == {0, 1}
    assert "twice in succession" in export.notes[0]
