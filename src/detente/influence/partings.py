"""Where accounts part: many contradictions follow from one, and are told with it.

Two accounts that contradict one another on a node move it by two chains of mechanisms. What the
chains share at the beginning and at the end is agreed; what lies between is where they part. A
contradiction whose chains run through those of a nearer one follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from detente.influence.accounts import Contrast
from detente.influence.network import Link

__all__ = ["Parting", "partings"]

Chain = tuple[Link, ...]


@dataclass(frozen=True, eq=False)
class Parting:
    """Two chains of mechanisms from `cause` to `effect`, one raising it and one lowering it.

    `raised_by` and `lowered_by` are the sources whose accounts take each chain, `contrasts` the
    contradictions that come of it. A chain is empty where an account moves the node only by ways
    that visit a node twice, or by more than ten mechanisms.
    """

    cause: str
    effect: str
    raising: Chain
    lowering: Chain
    raised_by: tuple[str, ...]
    lowered_by: tuple[str, ...]
    contrasts: tuple[Contrast, ...]


@dataclass(frozen=True, eq=False)
class _Clash:
    """One contradiction between two accounts, cut down to where their chains part."""

    contrast: Contrast
    raising: Chain
    lowering: Chain
    raised_by: str
    lowered_by: str

    def follows(self, other: _Clash) -> bool:
        """Whether the chains run through those of another clash, in the same accounts or not."""
        if not (other.raising and other.lowering):
            return False
        mine, theirs = (self.raising, self.lowering), (other.raising, other.lowering)
        return any(
            all(_within(_ids(part), _ids(whole)) for part, whole in zip(theirs, some, strict=True))
            for some in (mine, mine[::-1])
        )


def partings(contrasts: Sequence[Contrast]) -> tuple[Parting, ...]:
    """Return where the accounts part, the shortest chains first.

    Every contradiction is in at least one parting; it is in several where several pairs of accounts
    contradict one another on it for different reasons.

    >>> from detente.case import open_case
    >>> from detente.influence.accounts import contrasts
    >>> found = partings(contrasts(open_case("japan-russia"), draws=50))
    >>> most = max(found, key=lambda parting: len(parting.contrasts))
    >>> [link.id for link in most.raising], [link.id for link in most.lowering]
    (['M83', 'M84'], ['M106', 'M62', 'M63'])
    """
    clashes = sorted(
        (clash for contrast in contrasts for clash in _clashes(contrast)),
        key=lambda clash: len(clash.raising) + len(clash.lowering),
    )
    groups: list[list[_Clash]] = []
    for clash in clashes:
        home = next((group for group in groups if clash.follows(group[0])), None)
        if home is None:
            groups.append([clash])
        else:
            home.append(clash)
    return tuple(_parting(group) for group in groups)


def _clashes(contrast: Contrast) -> Iterator[_Clash]:
    for up in contrast.up:
        for down in contrast.down:
            raising, lowering = _apart(contrast.chain(up), contrast.chain(down))
            if prod(link.sign for link in raising) < 0:
                yield _Clash(contrast, lowering, raising, down, up)
            else:
                yield _Clash(contrast, raising, lowering, up, down)


def _apart(one: Chain, other: Chain) -> tuple[Chain, Chain]:
    """Return two chains without what they share at the beginning and at the end."""
    while one and other and one[0].id == other[0].id:
        one, other = one[1:], other[1:]
    while one and other and one[-1].id == other[-1].id:
        one, other = one[:-1], other[:-1]
    return one, other


def _ids(chain: Chain) -> tuple[str, ...]:
    return tuple(link.id for link in chain)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(whole[k : k + len(part)] == part for k in range(len(whole) - len(part) + 1))


def _parting(group: Sequence[_Clash]) -> Parting:
    first = group[0]
    cause, effect = first.contrast.pushed, first.contrast.node
    if first.raising and first.lowering:
        nodes = first.contrast.accounts[first.raised_by].pulse.network.nodes
        cause, effect = nodes[first.raising[0].cause], nodes[first.raising[-1].effect]
    taking = [
        (clash.raised_by, clash.lowered_by)
        if _within(_ids(first.raising), _ids(clash.raising))
        else (clash.lowered_by, clash.raised_by)
        for clash in group
    ]
    return Parting(
        cause,
        effect,
        first.raising,
        first.lowering,
        tuple(s for s in first.contrast.accounts if s in {raised for raised, _ in taking}),
        tuple(s for s in first.contrast.accounts if s in {lowered for _, lowered in taking}),
        tuple(dict.fromkeys(clash.contrast for clash in group)),
    )
