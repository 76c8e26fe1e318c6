"""Whole sets of equilibria of random conflicts, by decision diagrams.

python -m benchmarks.diagrams    medians over seeds, in processor time; takes some minutes
"""

from __future__ import annotations

import statistics
import time
from functools import cache, partial

import numpy as np

from benchmarks.beyond import SEED, conflict
from detente.case import Case
from detente.stability import CLASSICAL
from detente.stability.diagrams.sets import diagram_sets
from detente.stability.diagrams.solve import Job, solve
from detente.stability.symbolic.game import read_game

SIZES = (
    *[(80, 6, concept) for concept in ("nash", "gmr", "smr")],
    *[(80, 3, concept) for concept in ("nash", "gmr", "smr")],
    *[(100, 5, concept) for concept in ("nash", "gmr", "smr")],
    *[(options, 6, "seq") for options in (20, 30, 40)],
)
SEEDS = range(7)


def concerned(options: int, deciders: int, seed: int = SEED, own: float = 0.5) -> Case:
    """Return the random conflict of `beyond`, with parties that care for their own options.

    Each literal of a statement names an option of the party itself with probability `own`, which
    leaves far fewer equilibria than statements about just anything, and larger diagrams.
    """
    data = conflict(options, deciders, seed).model_dump(mode="json", exclude_unset=True)
    rng = np.random.default_rng([seed, options, deciders])
    ids = list(data["models"]["main"]["options"])

    def statement(party: str) -> str:
        chosen: dict[str, None] = {}
        for _ in range(int(rng.integers(1, 4))):
            mine = rng.random() < own
            pool = [id for id in ids if id.startswith(f"{party}.") == mine and id not in chosen]
            chosen[str(rng.choice(pool))] = None
        literals = [("" if rng.random() < 0.5 else "not ") + id for id in chosen]
        return (" and " if rng.random() < 0.5 else " or ").join(literals)

    for party, wanted in data["models"]["main"]["preferences"].items():
        order = wanted["readings"]["stated"]["order"]
        wanted["readings"]["stated"]["order"] = [{"want": statement(party)} for _ in order]
    return Case.model_validate(data)


@cache
def large() -> Case:
    """Return a conflict of 80 options and 6 parties."""
    return concerned(80, 6)


def counted(concept: str) -> int:
    """Count the equilibria of the large conflict."""
    found = diagram_sets(read_game(large(), "main"), concept).equilibria
    assert found is not None
    return found.count


def all_told() -> tuple[int, int]:
    """Return what else is asked of a whole set: how many options are fixed, and the nearest."""
    found = diagram_sets(read_game(large(), "main"), "gmr").equilibria
    assert found is not None
    near = found.nearest()
    assert near is not None
    assert found.holds(near.state)
    return len(found.fixed), len(near.changes)


CALLS = (
    *[
        (f"diagrams, {concept}, 80 options, 6 deciders", partial(counted, concept), many)
        for concept, many in {"nash": bool, "gmr": bool, "smr": bool}.items()
    ],
    ("diagrams, gmr, 80 options: shares and the nearest", all_told, bool),
)


def timed(options: int, deciders: int, concept: str, seed: int) -> float | None:
    """Return the seconds of processor time for a whole set; None where nodes ran out."""
    game, member = read_game(concerned(options, deciders, seed), "main"), CLASSICAL[concept]
    assert member.replies is not None
    start = time.process_time()
    parts = list(solve(Job(game, ((member.replies, member.countermoves),) * deciders)))
    return None if parts[-1] is None else time.process_time() - start


def main() -> None:
    """Print the median and the worst time over seeds, for each size and concept."""
    print("options  deciders  concept    median     worst  (s)")
    for options, deciders, concept in SIZES:
        times = [timed(options, deciders, concept, seed) for seed in SEEDS]
        done = [seconds for seconds in times if seconds is not None]
        out = f"; {len(times) - len(done)} ran out of nodes" if len(done) < len(times) else ""
        middle, worst = statistics.median(done), max(done)
        print(
            f"{options:>7}{deciders:>10}  {concept:<7}{middle:>10.2f}{worst:>10.2f}{out}",
            flush=True,
        )


if __name__ == "__main__":
    main()
