"""Random conflicts far beyond enumeration, by the SAT engine."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from detente.case import Case
from detente.stability.symbolic.compile import compile_set
from detente.stability.symbolic.equilibria import EquilibriumSet, build_set
from detente.stability.symbolic.questions import backbone, nearest
from detente.stability.symbolic.stays import holds, stays

SEED = 20180525


def conflict(options: int, deciders: int, seed: int = SEED, widest: int = 3) -> Case:
    """Return a random conflict in which the state without any option is feasible.

    Options / 8 patterns are ruled out, options / 10 are irreversible; a decision maker has 1.5
    statements an option of its own, each of 1 to `widest` literals joined by `and` or `or`.
    """
    rng = np.random.default_rng([seed, options, deciders, widest])
    ids = [f"p{j % deciders}.o{j}" for j in range(options)]
    lasting = set(rng.choice(options, options // 10, replace=False).tolist())

    def joined(count: int, most: int) -> str:
        chosen = rng.choice(options, count, replace=False)
        signs = ["" if rng.random() < 0.5 else "not " for _ in chosen]
        word = " and " if rng.random() < most else " or "
        return word.join(sign + ids[int(j)] for sign, j in zip(signs, chosen, strict=True))

    def order(own: int) -> list[dict[str, str]]:
        return [
            {"want": joined(int(rng.integers(1, widest + 1)), 0.5)} for _ in range(own * 3 // 2)
        ]

    rules = []
    while len(rules) < options // 8:
        first, *rest = rng.choice(options, 3, replace=False).tolist()
        signs = ["" if rng.random() < 0.5 else "not " for _ in rest]
        pattern = [ids[first], *(s + ids[j] for s, j in zip(signs, rest, strict=True))]
        rules.append({"require": f"not ({' and '.join(pattern)})"})
    kept = {o: {"label": o, "reversible": "no"} for j, o in enumerate(ids) if j in lasting}
    owned = {f"p{i}": len(range(i, options, deciders)) for i in range(deciders)}
    readings = {p: {"readings": {"stated": {"order": order(own)}}} for p, own in owned.items()}
    model = {
        "options": {o: kept.get(o, {"label": o}) for o in ids},
        "rules": rules,
        "preferences": readings,
    }
    return Case.model_validate(
        {
            "format": "dispute-case/1",
            "case": {"id": "random", "title": "Random", "question": "Who yields?"},
            "actors": {p: {"name": p} for p in readings},
            "models": {"main": model},
        }
    )


def with_pennies(case: Case) -> Case:
    """Return the conflict with matching pennies on top of what two parties want: nothing holds."""
    data = case.model_dump(mode="json", exclude_unset=True)
    model = data["models"]["main"]
    coins = ("p0.heads", "p1.heads")
    model["options"] |= {coin: {"label": coin} for coin in coins}
    same = " iff ".join(coins)
    for party, want in (("p0", same), ("p1", f"not ({same})")):
        model["preferences"][party]["readings"]["stated"]["order"].insert(0, {"want": want})
    return Case.model_validate(data)


LARGE = conflict(80, 6)


def first(case: Case, concept: str = "nash") -> EquilibriumSet:
    """Find one equilibrium and make sure that nobody leaves it."""
    found = build_set(case, "main", concept)
    assert holds(found, next(found.each())).holds
    return found


def thousand(case: Case) -> int:
    """Return the number of equilibria found before the limit."""
    return len({state.code for state in build_set(case, "main").equilibria(1000).states})


@cache
def pennies() -> Case:
    """Return the large conflict with nothing that holds."""
    return with_pennies(LARGE)


def proven(case: Case) -> bool:
    """Return whether it is proven that nothing holds."""
    return build_set(case, "main").equilibria().proven_none


def compiled(case: Case, concept: str = "nash") -> EquilibriumSet:
    """Return a whole set as clauses."""
    found = build_set(case, "main", concept)
    assert compile_set(found).obtained.complete
    return found


def asked(found: EquilibriumSet) -> tuple[int, dict[str, bool]]:
    """Return how far the nearest equilibrium is, and what all have in common."""
    found.seen.clear()  # every round starts from what compiling leaves
    far, shared = nearest(found), backbone(found)
    assert far.exists
    assert far.state is not None
    assert all((o in far.state.on) == v for o, v in shared.fixed.items())
    return far.at_least, dict(shared.fixed)


def is_compiled(found: object) -> bool:
    """Whether nothing is left to learn."""
    return isinstance(found, EquilibriumSet) and found.complete


@cache
def large_compiled() -> EquilibriumSet:
    """Return the large conflict with nothing left to learn."""
    return compiled(LARGE)


def as_without_compiling(found: object) -> bool:
    """Whether the answers are those found by the other way, without compiling first."""
    return found == asked(build_set(LARGE, "main"))


@cache
def scattered() -> list[frozenset[str]]:
    """Return feasible states of the large conflict that are far from each other."""
    nash = build_set(LARGE, "main")
    rng = np.random.default_rng(SEED)
    states = []
    for _ in range(10):
        signs = rng.integers(2, size=len(nash.game.options))
        nash.solver.prefer(j + 1 if on else -j - 1 for j, on in enumerate(signs))
        assert nash.solver.solve((), nash.clock())
        states.append(frozenset(nash.game.state(nash.solver.code).on))
    return states


def all_stay(concept: str, longest: int | None = None) -> list[bool | None]:
    """Ask of ten states and each party whether it stays: sixty questions, nothing known before."""
    found = build_set(LARGE, "main", concept)
    return [stays(found, a, s, longest).stable for s in scattered() for a in found.game.deciders]


def settled(answers: object) -> bool:
    """Whether every question has an answer, and both answers are there."""
    return isinstance(answers, list) and set(answers) == {True, False}


CALLS = [
    ("80 options, 6 parties: first equilibrium", partial(first, LARGE), bool),
    ("80 options, 6 parties: first GMR equilibrium", partial(first, LARGE, "gmr"), bool),
    ("80 options, 6 parties: first SEQ equilibrium", partial(first, LARGE, "seq"), bool),
    ("80 options, 6 parties: 1,000 equilibria", partial(thousand, LARGE), (1000).__eq__),
    ("80 options, 6 parties: proof of none", lambda: proven(pennies()), bool),
    ("80 options, 6 parties: Nash compiled", partial(compiled, LARGE), is_compiled),
    ("80 options, 6 parties: GMR compiled", partial(compiled, LARGE, "gmr"), is_compiled),
    ("80 options, 6 parties: SMR compiled", partial(compiled, LARGE, "smr"), is_compiled),
    ("80 options, 6 parties: SEQ, 60 verdicts", partial(all_stay, "seq"), settled),
    ("80 options, 6 parties: SEQ, 60 verdicts, 5 moves", partial(all_stay, "seq", 5), settled),
    (
        "80 options, 6 parties: nearest and backbone",
        lambda: asked(large_compiled()),
        as_without_compiling,
    ),
]
