"""Strategic forms: the payoffs of every profile, and pure equilibria that are our Nash."""

from __future__ import annotations

import io
import re
from itertools import product

import numpy as np
import pytest
from tests.stability.drawn import cases, made_case

from detente.case import Case, open_case
from detente.errors import TooLarge, UsageError
from detente.exchange import EXPORTS
from detente.stability import CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.S)


def written(case: Case, model: str = "main", force: bool = False, **settings) -> str:
    return EXPORTS["nfg"].write(case, model, Settings(**settings), force).files[".nfg"]


class Form:
    """A strategic form as its text says: players, strategies, and payoffs by profile."""

    def __init__(self, text: str) -> None:
        head, braces, rest = text.split("\n\n", 2)
        names, rest = braces.split("} }\n", 1)[0], braces.split("} }\n", 1)[1] + "\n\n" + rest
        _, *self.players = QUOTED.findall(head)
        assert re.fullmatch(r'NFG 1 R ".*" \{ ("[^"]*" ?)+\}', head)
        self.strategies = [QUOTED.findall(line) for line in names.splitlines()]
        self.comment = QUOTED.match(rest)[1]
        numbers = rest[QUOTED.match(rest).end() :].split()
        shape = [len(s) for s in self.strategies]
        found = np.array(numbers, dtype=int).reshape(-1, len(self.players))
        self.payoffs = {}
        for row, profile in zip(found, product(*map(range, reversed(shape))), strict=True):
            self.payoffs[profile[::-1]] = row.tolist()  # the first player's strategy is fastest

    def pure(self) -> set[tuple[str, ...]]:
        """Return the pure equilibria, by strategy."""
        return {
            tuple(s[k] for s, k in zip(self.strategies, profile, strict=True))
            for profile in self.payoffs
            if not any(self.leaves(i, profile) for i in range(len(profile)))
        }

    def leaves(self, i: int, profile: tuple[int, ...]) -> bool:
        others = ((*profile[:i], k, *profile[i + 1 :]) for k in range(len(self.strategies[i])))
        return any(self.payoffs[o][i] > self.payoffs[profile][i] for o in others)


def free(many: int, deciders: int, options: int):
    """Yield drawn cases in which every state is feasible and every move free."""
    found = 0
    for case in cases(10_000, deciders, options):
        graph = build_graph(case, "main")
        if graph.feasible.all() and not any(m.up or m.down for m in graph.moves):
            found += 1
            yield case, graph
        if found == many:
            return


def nash(graph) -> set[tuple[str, ...]]:
    equilibria = Analysis(graph).equilibria(CONCEPTS["nash"])
    return {strategies(graph, e.state.on) for e in equilibria}


def strategies(graph, on) -> tuple[str, ...]:
    own = ([o for o in graph.options if o in on and o.startswith(f"{d}.")] for d in graph.deciders)
    return tuple("+".join(taken) or "nothing" for taken in own)


@pytest.mark.parametrize(("deciders", "options"), [(2, 4), (3, 4), (3, 6)])
def test_pure_equilibria_are_our_nash(deciders, options):
    for case, graph in free(25, deciders, options):
        assert Form(written(case)).pure() == nash(graph)


def test_payoffs_are_ranks_profile_by_profile():
    for case, graph in free(10, 3, 5):
        form = Form(written(case))
        assert form.players == list(graph.deciders)
        assert len(form.payoffs) == 32
        for profile, payoffs in form.payoffs.items():
            chosen = [s[k] for s, k in zip(form.strategies, profile, strict=True)]
            on = [o for part in chosen if part != "nothing" for o in part.split("+")]
            assert payoffs == graph.ranks[:, graph.find(on).code].tolist()


def test_gambit_reads_it_and_agrees():
    gambit = pytest.importorskip("pygambit", reason="Gambit is not installed")
    for case, graph in free(10, 3, 5):
        text = written(case)
        form, game = Form(text), gambit.read_nfg(io.BytesIO(text.encode()))
        named = list(zip(form.players, form.strategies, strict=True))
        pure = {
            tuple(next(s for s in own if profile[player][s] == 1) for player, own in named)
            for profile in gambit.nash.enumpure_solve(game).equilibria
        }
        assert pure == nash(graph)


def test_an_infeasible_state_or_a_bound_move_is_refused_loudly():
    case = open_case("elmira-1991")
    said = "20 infeasible states; 3 options that cannot be turned back"
    with pytest.raises(UsageError, match=f"cannot say this model: found `{said}`"):
        written(case)
    with pytest.raises(UsageError, match="found `1 option that cannot be turned back`"):
        written(open_case("prisoners-dilemma"), irreversible=("row.cooperate",))
    with pytest.raises(UsageError, match="found `1 infeasible state`"):
        written(made_case({"a": ["a.x"]}, ["a.x", "a.y"], ["not a.x or not a.y"]))


def test_forced_it_warns_and_says_minus_one():
    case = open_case("elmira-1991")
    export = EXPORTS["nfg"].write(case, "main", Settings(), True)
    assert [w.partition(":")[0] for w in export.warnings] == [
        "20 infeasible states",
        "3 options that cannot be turned back",
    ]
    form = Form(export.files[".nfg"])
    assert sum(payoffs == [-1, -1, -1] for payoffs in form.payoffs.values()) == 20
    assert len(form.pure()) == 1
    assert len(nash(build_graph(case, "main"))) == 6
    assert not EXPORTS["nfg"].write(open_case("chicken"), "main", Settings(), True).warnings


def test_forced_payoffs_are_those_of_the_profile_whatever_is_bound():
    case = made_case({"a": ["a.x", "a.y"], "b": ["b.z"]}, ["a.x", "a.y", "b.z"])
    text = written(case, force=True, irreversible=("a.x",))
    form, graph = Form(text), build_graph(case, "main")
    assert form.strategies[0] == ["nothing", "a.x", "a.y", "a.x+a.y"]
    assert form.payoffs[1, 0] == graph.ranks[:, graph.find(["a.x"]).code].tolist()
    assert form.payoffs[2, 0] == graph.ranks[:, graph.find(["a.y"]).code].tolist()


def test_options_held_are_left_out():
    for case, graph in free(5, 3, 5):
        held = {graph.options[1]: True, graph.options[4]: False}
        form = Form(written(case, fix=held))
        assert len(form.payoffs) == 8
        with_them = {
            tuple("+".join(o for o in part.split("+") if o not in held) or "nothing" for part in p)
            for p in nash(build_graph(case, "main", Settings(fix=held)))
        }
        assert form.pure() == with_them
        assert f"{graph.options[1]}: Do it (held: yes)" in form.comment


def test_text_is_quoted():
    case = made_case({"a": ["a.x"]}, ["a.x"])
    about = case.case.model_copy(update={"title": 'The "ford" \\ bridge'})
    text = written(case.model_copy(update={"case": about}))
    assert text.startswith('NFG 1 R "The \\"ford\\" / bridge (main)" { "a" }')


def test_a_form_too_large_is_refused():
    with pytest.raises(TooLarge, match="found `524288`"):
        written(made_case({"a": ["a.o0"]}, [f"a.o{k}" for k in range(19)]))
