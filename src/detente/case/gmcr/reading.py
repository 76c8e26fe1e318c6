"""Read a `.gmcr` file, with every problem of one that is damaged at its place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import normalize

from detente.case.formula import LONGEST
from detente.case.gmcr.content import MOST_OPTIONS, Cases, Content, Decider
from detente.case.places import Places
from detente.case.tree import tree_of
from detente.errors import Problem

__all__ = ["read_content"]

MOST_RANKED = 4096
"""So many states may be ranked by hand: each of them is given a name."""
MOST_INFEASIBLE = 2000
"""So many infeasible conditions may there be; each is tried on every state."""
MOST_PROBLEMS = 200
"""After so many problems the rest of a file is not looked at."""

Path = tuple[str | int, ...]
_TURNS = {"both": "yes", "fwd": "no", "back": "only-off"}


def read_content(text: str, shown: str) -> Content | list[Problem]:
    """Read a `.gmcr` file, or return every problem of it, at most 200.

    `shown` is its name in messages.

    >>> for problem in read_content('{"options": [{"name": "Yield"}],\\n "infeasibles": 3}', "a.gmcr"):
    ...     print(problem)
    a.gmcr:1:1: `decisionMakers`: found nothing, expected a list of decision makers
    a.gmcr:2:17: `infeasibles`: found 3, expected a list of conditions
    a.gmcr:1:14: `options[0]` belongs to nobody (name it under `options` of just one of them)
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg}"
        return [Problem(shown, error.lineno, error.colno, message, "save the file anew")]
    except (RecursionError, ValueError):  # a number of thousands of digits is a ValueError
        return [Problem(shown, 1, 1, "this is no file of GMCR+", "save the file anew")]
    reader = _Reader(text, shown)
    try:
        content = reader.content(data)
    except _Enough:
        return reader.problems
    return reader.problems or content


class _Enough(Exception):
    """So many problems were found that the rest is not looked at."""


class _Reader:
    """Reads JSON values one by one, noting what is wrong with each."""

    def __init__(self, text: str, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        tree, _ = tree_of(text, shown)  # JSON is YAML, and this tree remembers places
        self.places = Places(tree) if tree is not None else None
        self.count = 0

    def wrong(self, path: Path, found: Any, expected: str, hint: str = "") -> None:
        """Note that a value is not what it should be."""
        message = f"`{_written(path)}`: found {_shown(found)}, expected {expected}"
        self.say(path, message, hint)

    def say(self, path: Path, message: str, hint: str = "") -> None:
        """Note a problem at the place of a value."""
        if self.places is None:
            self.problems.append(Problem(self.shown, 0, 0, message, hint))
        else:
            self.problems.append(self.places.of(path).problem(message, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough

    def content(self, data: Any) -> Content:
        """Return what the file says, as far as it is sound."""
        if not isinstance(data, dict):
            self.say((), f"found {_shown(data)}, expected a map with `options`, `decisionMakers`")
            data = {"options": [], "decisionMakers": [], "infeasibles": []}
        given = self.entries(data, ("options",), "options")
        self.count = len(given)
        if not 0 < self.count <= MOST_OPTIONS and not self.problems:
            self.wrong(("options",), f"{self.count} options", f"1 to {MOST_OPTIONS}")
            raise _Enough  # nothing can be said of conditions without their options
        options = tuple(self.option(value, path) for path, value in given)
        ranked = self.ranked(data)
        makers = self.entries(data, ("decisionMakers",), "decision makers")
        deciders = tuple(self.decider(value, path, ranked) for path, value in makers)
        infeasible = self.conditions(data, ("infeasibles",))
        if len(infeasible) > MOST_INFEASIBLE:
            most = f"{MOST_INFEASIBLE:,} at most"
            self.wrong(("infeasibles",), f"{len(infeasible):,} conditions", most)
        self.owners([d.options for d in deciders])
        joined = self.coalitions(data, len(deciders))
        content = Content(options, deciders, infeasible, ranked, joined)
        if not self.problems:
            self.numbers(content)
        return content

    def entries(
        self, table: dict[str, Any], path: Path, what: str, otherwise: Any = None
    ) -> list[tuple[Path, Any]]:
        """Return the entries of a list with their paths; `otherwise` stands in for a missing one."""
        value = table.get(str(path[-1]), otherwise)
        if isinstance(value, list):
            return [((*path, i), entry) for i, entry in enumerate(value)]
        self.wrong(path, value, f"a list of {what}")
        return []

    def table(self, value: Any, path: Path, what: str) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self.wrong(path, value, f"a map: {what}")
        raise _Skip

    def option(self, value: Any, path: Path) -> tuple[str, str]:
        try:
            table = self.table(value, path, "an option with its `name` and `permittedDirection`")
        except _Skip:
            return "", "yes"
        turn = table.get("permittedDirection", "both")
        if not isinstance(turn, str) or turn not in _TURNS:
            self.wrong((*path, "permittedDirection"), turn, "`both`, `fwd` or `back`")
        return self.name(table, path), _TURNS.get(str(turn), "yes")

    def name(self, table: dict[str, Any], path: Path) -> str:
        value = table.get("name")
        name = normalize("NFC", " ".join(value.split())) if isinstance(value, str) else ""
        if not name or not name.isprintable():
            self.wrong((*path, "name"), value, "a name of letters on one line")
        return name

    def ranked(self, data: dict[str, Any]) -> bool:
        old, new = "useManualPreferenceVectors", "useManualPreferenceRanking"
        key = new if new in data else old
        value = data.get(key, False)
        if not isinstance(value, bool):
            self.wrong((key,), value, "`true` or `false`")
        return value is True

    def decider(self, value: Any, path: Path, ranked: bool) -> Decider:
        try:
            table = self.table(value, path, "a decision maker with its `name` and `options`")
        except _Skip:
            return Decider("")
        own = self.entries(table, (*path, "options"), "numbers of options")
        return Decider(
            self.name(table, path),
            tuple(k for at, v in own if (k := self.number(v, at, self.count)) is not None),
            self.conditions(table, (*path, "preferences"), []),
            self.ranking(table, path) if ranked else (),
            self.conditions(table, (*path, "misperceptions"), []),
        )

    def number(self, value: Any, path: Path, count: int, what: str = "option") -> int | None:
        if type(value) is int and 0 <= value < count:
            return value
        self.wrong(path, value, f"the number of an {what}, 0 to {count - 1}")
        return None

    def conditions(
        self, table: dict[str, Any], path: Path, otherwise: Any = None
    ) -> tuple[Cases, ...]:
        given = self.entries(table, path, "conditions", otherwise)
        return tuple(self.condition(value, at) for at, value in given)

    def condition(self, value: Any, path: Path) -> Cases:
        members: Iterable[tuple[Path, Any]] = [(path, value)]
        if isinstance(value, dict):
            members = self.entries(value, (*path, "members"), "members")
        cases = tuple(self.case(entry, at) for at, entry in members)
        words = sum(3 * len(case) + 1 for case in cases)
        if words > LONGEST:
            self.say(path, f"`{_written(path)}`: a condition of {words} words", "split it")
        return cases

    def case(self, value: Any, path: Path) -> tuple[tuple[int, bool], ...]:
        if not isinstance(value, list):
            self.wrong(path, value, 'a list such as `[[0, "Y"], [2, "N"]]`')
            return ()
        found = []
        for i, pair in enumerate(value):
            at = (*path, i)
            if not isinstance(pair, list) or len(pair) != 2 or pair[1] not in ("Y", "N"):
                self.wrong(at, pair, 'an option and `"Y"` or `"N"`, such as `[0, "Y"]`')
            elif (k := self.number(pair[0], (*at, 0), self.count)) is not None:
                found.append((k, pair[1] == "Y"))
        return tuple(found)

    def ranking(self, table: dict[str, Any], path: Path) -> tuple[tuple[int, ...], ...]:
        key = "preferenceRanking" if "preferenceRanking" in table else "preferenceVector"
        places = []
        for at, value in self.entries(table, (*path, key), "states"):
            tier = value if isinstance(value, list) else [value]
            for state in (s for s in tier if type(s) is not int):
                self.wrong(at, state, "the number of a state, or a list of them")
            places.append(tuple(s for s in tier if type(s) is int))
        return tuple(places)

    def owners(self, owned: Sequence[Sequence[int]]) -> None:
        """Note options that nobody owns, or more than one decision maker."""
        everyone = [k for own in owned for k in own]
        for k in range(self.count):
            if everyone.count(k) != 1:
                many = "nobody" if k not in everyone else "more than one decision maker"
                message = f"`options[{k}]` belongs to {many}"
                self.say(("options", k), message, "name it under `options` of just one of them")

    def coalitions(self, data: dict[str, Any], count: int) -> tuple[tuple[int, ...], ...]:
        found = []
        for path, value in self.entries(data, ("coalitions",), "coalitions", []):
            members = value if isinstance(value, list) else [value]
            known = [self.number(m, path, count, "actor") for m in members]
            if len(known) > 1 and None not in known:
                found.append(tuple(k for k in known if k is not None))
        return tuple(found)

    def numbers(self, content: Content) -> None:
        """Note what is wrong between states: none at all, or a ranking that does not fit them."""
        count = len(content.states())
        if not count:
            self.say(("infeasibles",), "these conditions leave no feasible state", "remove one")
        elif content.ranked and count > MOST_RANKED:
            hint = "save it with statements in place of rankings"
            self.say((), f"{count:,} states ranked by hand, {MOST_RANKED:,} is the limit", hint)
        elif content.ranked:
            for i, decider in enumerate(content.deciders):
                self.ranks(("decisionMakers", i, "preferenceRanking"), decider, count)

    def ranks(self, path: Path, decider: Decider, count: int) -> None:
        """Note what is wrong with a ranking of states 1 to `count`."""
        given = Counter(s for place in decider.ranking for s in place)
        unknown = [s for s in given if not 1 <= s <= count]
        twice = [s for s in given if given[s] > 1]
        missing = [s for s in range(1, count + 1) if s not in given]
        kinds = {"do not exist": unknown, "stand twice": twice, "are missing": missing}
        for said, states in kinds.items():
            if states:
                listed = ", ".join(map(str, sorted(states)[:8])) + ", …" * (len(states) > 8)
                message = f"`{_written(path)}`: states that {said}: {listed}"
                self.say(path, message, f"name each of the feasible states, 1 to {count}, once")


class _Skip(Exception):
    """A value is nothing that could be looked into; this has been noted."""


def _written(path: Path) -> str:
    """Return a path as JSON people write it.

    >>> _written(("decisionMakers", 1, "options"))
    'decisionMakers[1].options'
    """
    text = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)
    return text.removeprefix(".")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a map" if isinstance(value, dict) else "a list"
    if isinstance(value, str) and value:
        return f"`{value[:40]}…`" if len(value) > 40 else f"`{value}`"
    return "nothing" if value in (None, "") else json.dumps(value)[:40]
