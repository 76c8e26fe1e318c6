"""Which feedback loops the causal network holds."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from detente.case import Case
from detente.influence import build_network
from detente.influence.loops import find_loops
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind
from detente.judgement.checks.pulse import Scoped

__all__ = ["MEMBER"]


class Arguments(Scoped):
    """`longest` bounds the length; `through` keeps loops that hold all of these mechanisms."""

    longest: int = Field(5, ge=1)
    through: tuple[str, ...] = ()


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield how many loops there are, how many reinforce, and the mechanisms of each."""
    network = build_network(case, arguments.scope())
    found = find_loops(network, arguments.longest, through=arguments.through)
    signs = {"+" if loop.reinforcing else "-" for loop in found.found}
    yield {
        "count": len(found.found),
        "reinforcing": found.reinforcing,
        "balancing": len(found.found) - found.reinforcing,
        "sign": signs.pop() if len(signs) == 1 else "mixed" if signs else "none",
        "loops": ["-".join(sorted(k.id for k in loop.links)) for loop in found.found],
    }


MEMBER = CheckKind("loops", "Which feedback loops the causal network holds", Arguments, run)
