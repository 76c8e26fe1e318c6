"""A model as explicit state-space files of the model checker Storm (`.tra`, `.lab`, `.choicelab`).

Every feasible state is a state, numbered from 0 as it is listed; every move of one decision maker is
a choice that leads to one state for sure. There are two transition systems over the same states:

    NAME.moves.tra           every move of every decision maker
    NAME.improvements.tra    those that leave the mover better off: its unilateral improvements
    NAME.lab                 what holds in each state, for both
    NAME.moves.choicelab, NAME.improvements.choicelab   whose move each choice is

A `.tra` file begins with the line `mdp`; each other line is `FROM CHOICE TO 1`, choices of one state
numbered from 0. A state that nobody leaves has the choice to stay (label `nobody`). A `.lab` file
declares its labels between the lines `#DECLARATION` and `#END` and then has a line `STATE LABEL …`
for each state that has some; a `.choicelab` file the same with `STATE CHOICE LABEL`.

Labels of states are `init` (the status quo), `nobody_moves` (nobody can leave it), `nash`, `gmr`,
`smr`, `seq` and `sseq` (equilibria), `improves_ACTOR` (ACTOR has a unilateral improvement), and the
ids of options taken and of outcomes, or `state_ID` in a model without options. All but Latin
letters, digits and `_` are written as `_`; what would be the same then gets a number.

PRISM reads the same `.tra` files with another first line: the numbers of states, of choices and of
transitions, the last two of which are the number of the other lines. Labels it writes otherwise.
Source: the parsers of Storm (`NondeterministicSparseTransitionParser`, `SparseItemLabelingParser`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from detente.case import Case
from detente.case.ids import each_once
from detente.exchange.format import Export, ExportFormat
from detente.kernels.arcs import Arcs
from detente.stability import CLASSICAL, Settings
from detente.stability.game import Game
from detente.stability.graph_form import GraphForm, graph_form

__all__ = ["MEMBER"]

LONGEST = 100
"""Storm reads labels of fewer than 128 bytes."""
_ODD = re.compile(r"[^A-Za-z0-9_]")
Choices = list[list[tuple[int, str]]]


def _write(case: Case, model: str, settings: Settings, force: bool) -> Export:
    form = graph_form(case, model, settings)
    movers = _spelt([*form.deciders, "nobody"])
    files = {".lab": _labels(form)}
    for kind, arcs in (("moves", form.game.arcs), ("improvements", form.game.tempting)):
        choices = _choices(form.game, arcs, movers)
        files[f".{kind}.tra"] = _transitions(choices)
        files[f".{kind}.choicelab"] = _movers(choices, movers)
    return Export(files, ("Nobody moves twice in succession: the files do not say that rule.",))


def _choices(game: Game, arcs: Sequence[Arcs], movers: Sequence[str]) -> Choices:
    """Return the choices of each state: where each leads, and whose it is; nobody comes last."""
    found: Choices = []
    for s in range(len(game.labels)):
        moves = zip(movers[:-1], arcs, strict=True)
        own = [(t, mover) for mover, a in moves for t in a.of(s).tolist()]
        found.append(own or [(s, movers[-1])])
    return found


def _transitions(choices: Choices) -> str:
    lines = (f"{s} {c} {t} 1" for s, own in enumerate(choices) for c, (t, _) in enumerate(own))
    return "\n".join(["mdp", *lines]) + "\n"


def _movers(choices: Choices, labels: Iterable[str]) -> str:
    own = [(f"{s} {c}", [d]) for s, row in enumerate(choices) for c, (_, d) in enumerate(row)]
    return _declared(labels, own)


def _declared(labels: Iterable[str], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    lines = [f"{where} {' '.join(row)}" for where, row in rows if row]
    return "\n".join(["#DECLARATION", " ".join(labels), "#END", *lines]) + "\n"


def _labels(form: GraphForm) -> str:
    names, sets = zip(*_sets(form), strict=True)
    labels = _spelt(names)
    rows = [[n for n, among in zip(labels, sets, strict=True) if s in among] for s in _all(form)]
    return _declared(labels, ((str(s), row) for s, row in enumerate(rows)))


def _all(form: GraphForm) -> range:
    return range(len(form.states))


def _sets(form: GraphForm) -> Iterator[tuple[str, Collection[int]]]:
    """Yield names and the states that have them."""
    game = form.game
    yield "init", {form.status_quo.code}
    yield "nobody_moves", {s for s in _all(form) if not any(len(a.of(s)) for a in game.arcs)}
    for key, concept in CLASSICAL.items():
        yield key, set(np.flatnonzero(concept.stable(game).all(axis=0)).tolist())
    for decider, arcs in zip(game.deciders, game.tempting, strict=True):
        yield f"improves.{decider}", {s for s in _all(form) if len(arcs.of(s))}
    holding: dict[str, set[int]] = {}
    for s, state in enumerate(form.states):
        own = (f"state.{state.id}",) if form.options is None else (*state.on, *state.outcomes)
        for name in own:
            holding.setdefault(name, set()).add(s)
    yield from ((name, holding[name]) for name in sorted(holding))


def _spelt(names: Iterable[str]) -> list[str]:
    """Return a label for each name, each once.

    >>> _spelt(["jp.pay", "jp_pay", "出.手"])
    ['jp_pay', 'jp_pay_2', '___']
    """
    return each_once(_ODD.sub("_", name)[:LONGEST] for name in names)


MEMBER = ExportFormat(
    key="storm",
    meaning="Storm: states, moves and improvements as explicit .tra and .lab files",
    order=30,
    write=_write,
    graph_form=True,
)
