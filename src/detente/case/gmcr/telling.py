"""A `.gmcr` file told as a case file, in the words of one.

What such a file does not know is filled in and said in the note of the case: it names no status
quo, so the first feasible state is taken. What a case cannot hold is named there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import PurePath
from typing import Any

import yaml

from detente.case.formula import Binary, Constant, Formula, Name, Not, negate
from detente.case.gmcr.content import Cases, Content, Decider
from detente.case.gmcr.reading import read_content
from detente.case.ids import ids_from
from detente.errors import Problem

__all__ = ["case_text", "is_gmcr"]

MOST_NAMED = 64
"""So many states get names of their own where no ranking asks for them."""


def is_gmcr(file: PurePath) -> bool:
    """Tell whether a file is one of GMCR+, by its name.

    >>> is_gmcr(PurePath("Elmira.GMCR"))
    True
    """
    return file.suffix.casefold() == ".gmcr"


def case_text(text: str, shown: str) -> str | list[Problem]:
    """Return a `.gmcr` file as the text of a case file, or every problem of it.

    `shown` is the name of the file; the case is named after it. Read anew, the text is a valid case.

    >>> told = '{"options": [{"name": "Yield"}], "infeasibles": [], "decisionMakers": ['
    >>> told += '{"name": "Québec", "options": [0], "preferences": [[[0, "N"]]]}]}'
    >>> print(case_text(told, "ford.gmcr").partition("options:")[2])
    <BLANKLINE>
      québec.yield: {label: Yield}
    ...
    preferences:
      québec:
      - not québec.yield
    <BLANKLINE>
    """
    content = read_content(text, shown)
    return content if isinstance(content, list) else _Teller(content, PurePath(shown).stem).text()


class _Teller:
    def __init__(self, content: Content, name: str) -> None:
        self.content, self.name = content, name
        self.actors = ids_from((d.name for d in content.deciders), "actor")
        self.options: dict[int, str] = {}
        for actor, decider in zip(self.actors, content.deciders, strict=True):
            verbs = ids_from((content.options[k][0] for k in decider.options), "option")
            named = zip(decider.options, verbs, strict=True)
            self.options |= {k: f"{actor}.{verb}" for k, verb in named}
        self.states = content.states().tolist()

    def text(self) -> str:
        """Return the text of the case."""
        sections: dict[str, Any] = {
            "format": "dispute-case/1",
            "case": {
                "id": ids_from([self.name], "conflict")[0],
                "title": self.name,
                "question": f"Which states of {self.name} hold?",
                "note": " ".join(self.notes()),
            },
            "actors": dict(zip(self.actors, map(self.actor, self.content.deciders), strict=True)),
            "options": {self.options[k]: self.option(k) for k in self.content.order},
            "rules": [str(negate(self.all(c))) for c in self.impossible()],
            "outcomes": self.outcomes(),
            "status_quo": {o: _Word("yes") for o in self.taken(self.states[0])},
            "preferences": dict(self.preferences()),
            "perceptions": dict(self.perceptions()),
        }
        return "\n".join(_dumped({k: v}) for k, v in sections.items() if v or k == "status_quo")

    def actor(self, decider: Decider) -> dict[str, str]:
        named = {"name": decider.name}
        return _Line(named if decider.options else named | {"role": "audience"})

    def option(self, k: int) -> dict[str, str]:
        label, turn = self.content.options[k]
        said = _Word(turn) if turn == "no" else turn
        return _Line({"label": label} | ({"reversible": said} if turn != "yes" else {}))

    def impossible(self) -> Iterator[Sequence[tuple[int, bool]]]:
        return (case for cases in self.content.infeasible for case in cases)

    def all(self, case: Iterable[tuple[int, bool]]) -> Formula:
        """Return the condition that a case stands for."""
        literals = [Name(self.options[k]) if y else Not(Name(self.options[k])) for k, y in case]
        return _joined("and", literals)

    def any(self, cases: Cases) -> Formula:
        return _joined("or", [self.all(case) for case in cases])

    def taken(self, state: int) -> list[str]:
        return [self.options[k] for j, k in enumerate(self.content.order) if state >> j & 1]

    def outcomes(self) -> dict[str, dict[str, str]]:
        """Return the states by the numbers that the tool gives them."""
        if not self.content.ranked and len(self.states) > MOST_NAMED:
            return {}
        found: dict[str, dict[str, str]] = {}
        for number, state in enumerate(self.states, 1):
            bits = [(k, bool(state >> j & 1)) for j, k in enumerate(self.content.order)]
            pattern = "".join("Y" if taken else "N" for _, taken in bits)
            label = f"State {number} ({pattern})"
            found[f"s{number}"] = _Line({"label": label, "when": str(self.all(bits))})
        return found

    def preferences(self) -> Iterator[tuple[str, Any]]:
        for actor, decider in zip(self.actors, self.content.deciders, strict=True):
            order = [str(self.any(cases)) for cases in decider.statements]
            ranking = [_Places(f"s{n}" for n in place) for place in decider.ranking if place]
            if not decider.options:
                continue
            if not self.content.ranked:
                yield actor, order or ["true"]
                continue
            ranked = {"label": "Ranking set by hand", "ranking": [_alone(p) for p in ranking]}
            unused = {"label": "Statements that the file does not use", "order": order}
            yield actor, {"readings": {"ranked": ranked} | ({"stated": unused} if order else {})}

    def perceptions(self) -> Iterator[tuple[str, dict[str, list[str]]]]:
        for actor, decider in zip(self.actors, self.content.deciders, strict=True):
            unknown = [self.options[k] for k in self.unaware(decider) or ()]
            if unknown:
                yield actor, _Line({"unaware": _Places(unknown)})

    def unaware(self, decider: Decider) -> list[int] | None:
        """Return the options of others that it does not know of; None where it misperceives more.

        It does not know of an option if it takes all states for infeasible where that option is
        other than in the first state.
        """
        today = {k: bool(self.states[0] >> j & 1) for j, k in enumerate(self.content.order)}
        cases = [case for cases in decider.misperceived for case in cases]
        plain = [case[0] for case in cases if len(case) == 1]
        found = [k for k, y in plain if today[k] != y and k not in decider.options]
        return list(dict.fromkeys(found)) if len(found) == len(cases) and decider.options else None

    def notes(self) -> Iterator[str]:
        """Yield what was filled in, and what is not carried over."""
        yield "Read from a file of GMCR+."
        yield "It names no status quo; the first feasible state is taken."
        for decider in self.content.deciders:
            if not decider.options:
                yield f"{decider.name} has no options and so no say; it is an audience here."
            if decider.misperceived and self.unaware(decider) is None:
                yield f"Not carried over: the states that {decider.name} takes for infeasible."
            if not self.content.ranked and not decider.statements and decider.options:
                yield f"{decider.name} wants nothing in particular: all states are alike to it."
        for members in self.content.coalitions:
            joined = ",".join(self.actors[k] for k in members)
            yield f"The file joins a coalition; ask for it with `--coalition {joined}`."


def _joined(operator: Any, parts: Sequence[Formula]) -> Formula:
    """Return parts joined by an operator: true where all of none are asked for, false for one of none."""
    if not parts:
        return Constant(operator == "and")
    return reduce(lambda left, right: Binary(operator, left, right), parts)


def _dumped(section: dict[str, Any]) -> str:
    text = yaml.dump(section, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return str(text)


class _Line(dict[str, Any]):
    """A map on one line."""


class _Places(list[str]):
    """A list on one line."""


class _Word(str):
    """`yes` or `no`, which need no quotes in a case file though YAML has a meaning for them."""


def _alone(place: _Places) -> str | _Places:
    return place[0] if len(place) == 1 else place


class _Dumper(yaml.SafeDumper):
    """Writes text as a case file has it."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out where it stands."""
        return True


_Dumper.add_representer(_Line, lambda d, v: d.represent_mapping("tag:yaml.org,2002:map", v, True))
_Dumper.add_representer(
    _Places, lambda d, v: d.represent_sequence("tag:yaml.org,2002:seq", v, True)
)
_Dumper.add_representer(_Word, lambda d, v: d.represent_scalar("tag:yaml.org,2002:bool", str(v)))
