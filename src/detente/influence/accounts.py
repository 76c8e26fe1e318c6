"""The accounts compared: push one thing in each source's own network, and see who contradicts whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.case import Case
from detente.errors import UsageError
from detente.influence.network import Link, Scope, build_network
from detente.influence.pulse import Direction, Pulse, pulse

__all__ = ["Account", "Contrast", "accounts_of", "compare_accounts", "contrasts"]


@dataclass(frozen=True, eq=False)
class Account:
    """What follows from a push in the network that one source describes."""

    source: str
    pulse: Pulse

    def direction(self, node: str) -> Direction:
        """Return which way a node goes in this account."""
        return self.pulse.responses[node].direction


@dataclass(frozen=True, eq=False)
class Contrast:
    """A push and a node on which accounts agree or contradict one another.

    Only robust directions count.
    """

    pushed: str
    node: str
    up: tuple[str, ...]
    down: tuple[str, ...]
    accounts: Mapping[str, Account]

    @property
    def contradicts(self) -> bool:
        """Whether one account has the node rise where another has it fall."""
        return bool(self.up and self.down)

    @cached_property
    def _chains(self) -> Mapping[str, tuple[Link, ...]]:
        found = {}
        for source in (*self.up, *self.down):
            paths = self.accounts[source].pulse.paths(self.node, longest=10)
            path = paths.raising if source in self.up else paths.lowering
            found[source] = path.links if path else ()
        return found

    def chain(self, source: str) -> tuple[Link, ...]:
        """Return the strongest path by which an account moves the node; empty where none is found."""
        return self._chains[source]

    def mechanisms(self, source: str) -> tuple[str, ...]:
        """Return the mechanisms on that path."""
        return tuple(link.id for link in self.chain(source))


def accounts_of(case: Case) -> tuple[str, ...]:
    """Return the sources that state at least one mechanism, in the order of the case."""
    stating = {r.source for e in case.influences.edges.values() for r in e.because}
    return tuple(s for s in case.sources if s in stating)


def compare_accounts(
    case: Case,
    pushed: Mapping[str, float],
    *,
    sources: Sequence[str] = (),
    scope: Scope | None = None,
    draws: int = 400,
    seed: int = 0,
) -> tuple[Account, ...]:
    """Push nodes in the network of each source alone.

    Raises `UnknownName` for an unknown node or source, `UsageError` where no source states a
    mechanism.

    >>> from detente.case import open_case
    >>> found = compare_accounts(open_case("japan-russia"), {"JEAG": 1}, draws=50)
    >>> [(a.source, a.direction("HARD")) for a in found][:3]
    [('000', 'up'), ('001', 'down'), ('002', 'up')]
    """
    scope = scope or Scope()
    sources = sources or accounts_of(case)
    if not sources:
        hint = "give mechanisms `because` with a source of the case"
        raise UsageError("no source of this case states a mechanism", hint=hint)
    return tuple(
        Account(
            source,
            pulse(
                build_network(case, replace(scope, documents=(source,))),
                pushed,
                draws=draws,
                seed=seed,
            ),
        )
        for source in sources
    )


def contrasts(case: Case, *, draws: int = 200, seed: int = 0) -> tuple[Contrast, ...]:
    """Push every node up, one at a time, in every account; return where two accounts speak.

    Contradictions first, then agreements of most accounts; each in the order of the case. A pair
    of which only one account says anything robust is left out. Raises what `compare_accounts` raises.
    """
    if not case.influences.nodes:
        build_network(case)
    found = [
        contrast
        for node in case.influences.nodes
        for contrast in _contrasts(node, compare_accounts(case, {node: 1}, draws=draws, seed=seed))
    ]
    return tuple(sorted(found, key=lambda c: (not c.contradicts, -len(c.up) - len(c.down))))


def _contrasts(pushed: str, accounts: Sequence[Account]) -> Iterator[Contrast]:
    by_source = {a.source: a for a in accounts}
    for node in accounts[0].pulse.responses if accounts else ():
        said = {a.source: a.direction(node) for a in accounts}
        up = tuple(s for s, way in said.items() if way == "up")
        down = tuple(s for s, way in said.items() if way == "down")
        if len(up) + len(down) > 1:
            yield Contrast(pushed, node, up, down, by_source)
