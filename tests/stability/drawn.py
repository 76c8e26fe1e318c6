"""Small disputes drawn at random and written as case files, to be read like any other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import count, islice
from pathlib import Path

import numpy as np
from tests.stability.plain import Plain

from detente.case import Case, examine
from detente.stability import ConflictGraph, build_graph

__all__ = ["World", "cases", "drawn_case", "hardest", "made_case", "only", "text_of", "worlds"]

World = tuple[Plain, ConflictGraph]

HEAD = """format: dispute-case/1
case: {{id: drawn, title: Drawn, question: Who yields?}}
actors: {{{actors}}}
"""
SHAPES = [
    *["{0}"] * 4,
    *["{0} and {1}", "{0} or {1}", "{0} if {1}", "{0} iff {1}", "{0} only if {1}"],
    *["{0} if ({1} and {2})", "not ({0} and {1}) or {2}", "not ({0} iff {1})"],
]


class _Pen:
    """Writes one case; every choice comes from `rng`."""

    def __init__(self, rng: np.random.Generator, deciders: int, options: int, longest: int) -> None:
        self.rng, self.longest = rng, longest
        self.actors = "abcd"[:deciders]
        spare = rng.integers(deciders, size=options - deciders)
        owners = rng.permutation([*range(deciders), *spare])
        self.options = [f"{self.actors[i]}.{'uvwxyzklmn'[k]}" for k, i in enumerate(owners)]
        self.names = [*self.options, *self.options, "deal", "e.bit"]

    def pick(self, *choices: object) -> str:
        return str(choices[int(self.rng.integers(len(choices)))])

    def literal(self, names: list[str]) -> str:
        return self.pick("", "not ") + self.pick(*names)

    def condition(self) -> str:
        return self.pick(*SHAPES).format(*(self.literal(self.names) for _ in range(3)))

    def lines(self) -> Iterator[str]:
        yield HEAD.format(actors=", ".join(f"{a}: {{name: {a.upper()}}}" for a in self.actors))
        yield "options:"
        one_way = self.rng.choice([0.0, 0.0, 0.4])
        for option in self.options:
            turn = self.pick("no", "only-off") if self.rng.random() < one_way else "yes"
            yield f"  {option}: {{label: Do it, reversible: {turn}}}"
        yield f"context: {{e.bit: {self.pick('yes', 'no')}}}"
        first, second = (self.literal(self.options) for _ in range(2))
        yield f"propositions: {{deal: {first} {self.pick('and', 'or')} {second}}}"
        yield f"outcomes: {{goal: {self.condition()}}}"
        yield f"rules: [{', '.join(self.condition() for _ in range(self.rng.choice([0, 0, 1, 2])))}]"
        today = [f"{o}: {self.pick('yes', 'no')}" for o in self.options]
        yield f"status_quo: {{{', '.join(today)}}}"
        yield "preferences:"
        for actor in self.actors:
            yield f"  {actor}:"
            for k in range(int(self.rng.integers(1, self.longest + 1))):
                tied = ", about_equal: yes" if k and self.rng.random() < 0.35 else ""
                yield f"    - {{want: {self.condition()}{tied}}}"


def text_of(seed: int, deciders: int, options: int, longest: int) -> str:
    """Return the text of a case; it may be one without a feasible state or present."""
    rng = np.random.default_rng([seed, deciders, options, longest])
    return "\n".join(_Pen(rng, deciders, options, longest).lines()) + "\n"


@cache
def drawn_case(seed: int, deciders: int, options: int, longest: int) -> Case | None:
    """Read a drawn case, or return None where it is not valid."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_text(text_of(seed, deciders, options, longest), encoding="utf-8")
        examined = examine(path)
    assert all("rule" in p.message for p in examined.problems), examined.problems
    return None if examined.problems else examined.case


def made_case(
    orders: Mapping[str, Sequence[str]], options: Sequence[str], rules: Sequence[str] = ()
) -> Case:
    """Return a case of one model from the orders of its parties, all else left plain."""
    model = {
        "options": {o: {"label": "Do it"} for o in options},
        "rules": [{"require": rule} for rule in rules],
        "preferences": {
            actor: {"readings": {"stated": {"order": [{"want": want} for want in wants]}}}
            for actor, wants in orders.items()
        },
    }
    return Case.model_validate(
        {
            "format": "dispute-case/1",
            "case": {"id": "made", "title": "Made", "question": "Who yields?"},
            "actors": {actor: {"name": actor.upper()} for actor in orders},
            "models": {"main": model},
        }
    )


def cases(many: int, deciders: int, options: int, longest: int = 4) -> Iterator[Case]:
    """Yield so many valid drawn cases."""
    drawn = (drawn_case(seed, deciders, options, longest) for seed in count())
    return islice((case for case in drawn if case is not None), many)


def worlds(many: int, deciders: int, options: int, longest: int = 4) -> Iterator[World]:
    """Yield drawn cases, each told in plain Python and as the engine builds it."""
    for case in cases(many, deciders, options, longest):
        yield Plain(case), build_graph(case, "main")


def only(plain: Plain, s: int) -> str:
    """Return the condition that is true in one state and in no other."""
    literals = ["" if s >> b & 1 else "not " for b in range(len(plain.options))]
    return " and ".join(sign + o for sign, o in zip(literals, plain.options, strict=True))


def hardest(plain: Plain) -> str:
    """Return the condition of the state that the parties like least, all taken together."""
    return only(plain, min(plain.states, key=lambda s: (int(plain.game.ranks[:, s].sum()), s)))
