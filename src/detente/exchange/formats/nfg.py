"""A model as a strategic-form game of Gambit (`.nfg`), payoffs form; payoffs are ranks.

A player's strategies are the choices for its own options, named by the ids of those taken, joined
by `+`, or `nothing`. Options held fixed are left out. Payoffs are listed profile by profile, the
first player's strategy changing fastest; 0 is a player's worst state, and only comparisons mean
anything, so mixed equilibria of the file mean nothing.

The format knows no infeasible states and no moves that cannot be taken back; a model that has such
is refused. Forced, infeasible states are written as -1 for everybody and every move as free: what
the other tool then finds is another game's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.case import Case
from detente.errors import TooLarge, UsageError
from detente.exchange.format import Export, ExportFormat
from detente.kernels.moves import settings as values_of
from detente.stability import ConflictGraph, Settings, build_graph

__all__ = ["MEMBER"]

MOST_PROFILES = 1 << 18
"""So many profiles are written: a file of some megabytes."""


def _write(case: Case, model: str, settings: Settings, force: bool) -> Export:
    graph = build_graph(case, model, settings)
    unsaid = tuple(_unsaid(graph))
    if unsaid and not force:
        raise UsageError(
            "a strategic form cannot say this model",
            found="; ".join(unsaid),
            expected="every state feasible and every move free",
            hint="export it to `gmcr` or `storm`; or force it and get another game",
        )
    codes = _profiles(graph)
    if len(codes) > MOST_PROFILES:
        raise TooLarge(
            "too many profiles for a strategic form",
            found=len(codes),
            expected=f"{MOST_PROFILES:,} at most",
            hint="hold options fixed with --fix",
        )
    lost = tuple(f"{u}: the file has another game, with equilibria of its own" for u in unsaid)
    notes = ("Payoffs are ranks: pure equilibria are Nash stability, mixed ones mean nothing.",)
    return Export({".nfg": "\n".join(_lines(case, graph, codes)) + "\n"}, notes, lost)


def _unsaid(graph: ConflictGraph) -> Iterator[str]:
    """Yield what the format has no words for."""
    held = graph.settings.fix
    missing = (len(graph.feasible) >> len(held)) - graph.count
    if missing:
        yield f"{missing:,} infeasible state{'s' if missing > 1 else ''}"
    bound = sum(len(m.up) + len(m.down) for m in graph.moves)
    if bound:
        yield f"{bound} option{'s' if bound > 1 else ''} that cannot be turned back"


def _profiles(graph: ConflictGraph) -> NDArray[np.int64]:
    """Return the states of all profiles, the first player's strategy changing fastest."""
    held = graph.truths.code(graph.settings.fix)
    codes = np.array([held], dtype=np.int64)
    for moves in graph.moves:
        codes = (values_of(tuple(sorted(moves.bits)))[:, None] + codes[None, :]).ravel()
    return codes


def _lines(case: Case, graph: ConflictGraph, codes: NDArray[np.int64]) -> Iterator[str]:
    title = f"{case.case.title} ({graph.model})"
    yield f"NFG 1 R {_quoted(title)} {{ {_listed(graph.deciders)} }}"
    yield ""
    strategies = (_strategies(graph, sorted(m.bits)) for m in graph.moves)
    yield "{ " + "\n  ".join(f"{{ {_listed(names)} }}" for names in strategies) + " }"
    yield _quoted("\n".join(_legend(case, graph)))
    yield ""
    for payoffs in graph.ranks[:, codes].T.tolist():
        yield " ".join(map(str, payoffs))


def _strategies(graph: ConflictGraph, bits: Sequence[int]) -> list[str]:
    choices = values_of(tuple(bits)).tolist()
    taken = ([graph.options[b] for b in bits if c >> b & 1] for c in choices)
    return ["+".join(on) or "nothing" for on in taken]


def _legend(case: Case, graph: ConflictGraph) -> Iterator[str]:
    for decider in graph.deciders:
        yield f"{decider}: {case.actor_name(decider)}"
    for option in graph.options:
        value = graph.settings.fix.get(option)
        held = "" if value is None else f" (held: {'yes' if value else 'no'})"
        yield f"{option}: {case.option(graph.model, option).label}{held}"


def _listed(names: Sequence[str]) -> str:
    return " ".join(map(_quoted, names))


def _quoted(text: str) -> str:
    """Return text as the format holds it; a backslash, which would mean something, is turned."""
    return '"' + text.replace("\\", "/").replace('"', '\\"') + '"'


MEMBER = ExportFormat(
    key="nfg",
    meaning="Gambit: a strategic form with ranks for payoffs, where every move is free",
    order=20,
    write=_write,
)
