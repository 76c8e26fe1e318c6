"""Random conflicts far beyond enumeration, by the SAT engine."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from detente.case import Case
from detente.stability.symbolic.compile import compile_nash
from detente.stability.symbolic.nash import NashSet, build_nash
from detente.stability.symbolic.questions import backbone, nearest

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


def first(case: Case) -> NashSet:
    """Find one equilibrium and make sure that nobody leaves it."""
    nash = build_nash(case, "main")
    assert nash.holds(next(nash.each())).holds
    return nash


def thousand(case: Case) -> int:
    """Return the number of equilibria found before the limit."""
    return len({state.code for state in build_nash(case, "main").equilibria(1000).states})


LARGE = conflict(80, 6)


@cache
def pennies() -> Case:
    """Return the large conflict with nothing that holds."""
    return with_pennies(LARGE)


def proven(case: Case) -> bool:
    """Return whether it is proven that nothing holds."""
    return build_nash(case, "main").equilibria().proven_none


def compiled(case: Case) -> NashSet:
    """Return the Nash set as clauses."""
    nash = build_nash(case, "main")
    assert compile_nash(nash).obtained.complete
    return nash


def asked(nash: NashSet) -> tuple[int, dict[str, bool]]:
    """Return how far the nearest equilibrium is, and what all have in common."""
    nash.seen.clear()  # every round starts from what compiling leaves
    far, shared = nearest(nash), backbone(nash)
    assert far.exists
    assert far.state is not None
    assert all((o in far.state.on) == v for o, v in shared.fixed.items())
    return far.at_least, dict(shared.fixed)


def is_compiled(nash: object) -> bool:
    """Whether nothing is left to learn."""
    return isinstance(nash, NashSet) and nash.complete


@cache
def large_compiled() -> NashSet:
    """Return the large conflict with nothing left to learn."""
    return compiled(LARGE)


def as_without_compiling(found: object) -> bool:
    """Whether the answers are those found by the other way, without compiling first."""
    return found == asked(build_nash(LARGE, "main"))


CALLS = [
    ("80 options, 6 parties: first equilibrium", partial(first, LARGE), bool),
    ("80 options, 6 parties: 1,000 equilibria", partial(thousand, LARGE), (1000).__eq__),
    ("80 options, 6 parties: proof of none", lambda: proven(pennies()), bool),
    ("80 options, 6 parties: Nash compiled", partial(compiled, LARGE), is_compiled),
    (
        "80 options, 6 parties: nearest and backbone",
        lambda: asked(large_compiled()),
        as_without_compiling,
    ),
]
