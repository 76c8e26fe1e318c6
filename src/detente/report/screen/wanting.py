"""What `inverse` prints about one party: what it would have to want, and how far that is from today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from detente.kernels.reorder import Fewest
from detente.report.names import capital
from detente.report.screen.compared import Compared
from detente.report.screen.lines import plural, wrap
from detente.stability.inverse.parts import Part
from detente.stability.inverse.raising import ranks_of
from detente.stability.inverse.shares import Share

__all__ = ["one_ranking_in", "part_lines", "share_in_words"]

SHOWN = 4
MOST_LISTED = 3
READABLE = 10
INDENT = ("  ", "  ")
Ways = list[int]
"""For one condition, the states that the target must not rank below: one of them is enough."""


def part_lines(names: Compared, part: Part) -> Iterator[str]:
    """Yield what one party would have to want for the state to be stable for it."""
    words, actor, many = names.words, part.actor, len(part.conditions.clauses)
    name, holds = words.actor(actor, start=True), words.verb(actor, "holds", "hold")
    how = f"{plural(many, 'condition')}, met by {share_in_words(part.share)}"
    if not many:
        wants = words.verb(actor, "it wants", "they want")
        yield wrap(f"{name} {holds} to it whatever {wants}: {_nothing(part)}.")
    elif part.met:
        yield wrap(f"{name} {holds} to it as it is ({how}).")
    else:
        yield wrap(f"{name} would leave it ({how}).")
        yield from _unmet(names, part)
        yield from _smallest(part)


def _nothing(part: Part) -> str:
    """Return why the conditions are empty."""
    alone = len(part.conditions.group) == 1
    if not len(part.conditions.moves):
        return (
            "there is no move to make" if alone else "the other members gain by nothing they can do"
        )
    if alone:
        return "every move can be answered by a return"
    return "every move can be answered so that another member does not gain"


def share_in_words(share: Share) -> str:
    """Return a share of rankings as people say it.

    >>> share_in_words(Share(Fraction(1, 3), 6)), share_in_words(Share(Fraction(1, 24), 2304))
    ('240 of the 720 rankings of the states', 'one in 24 rankings of the states')
    >>> share_in_words(Share(Fraction(1, 4), 50, 0.03))
    '22 to 28 % of all rankings of the states (estimated)'
    """
    if share.error is not None:
        low, high = (float(share.share) + e for e in (-share.error, share.error))
        between = f"{max(0, 100 * low):.0f} to {min(100, 100 * high):.0f} %"
        return f"{between} of all rankings of the states (estimated)"
    if share.states <= READABLE and share.rankings:
        every = int(share.rankings / share.share)
        return f"{share.rankings:,} of the {every:,} rankings of the states"
    return one_ranking_in(share.share)


def one_ranking_in(share: Fraction, rankings: str = "rankings of the states") -> str:
    """Return an exact share as people say it.

    >>> one_ranking_in(Fraction(19, 20)), one_ranking_in(Fraction(3, 10_000), "sets of rankings")
    ('95 in 100 rankings of the states', 'one in 3,333 sets of rankings')
    >>> one_ranking_in(Fraction(999, 1000))
    'more than 99 in 100 rankings of the states'
    """
    if 3 * share <= 1:
        return f"one in {round(1 / share):,} {rankings}"
    if share < 1 and 200 * share > 199:
        return f"more than 99 in 100 {rankings}"
    return f"{100 * float(share):.0f} in 100 {rankings}"


def _unmet(names: Compared, part: Part) -> Iterator[str]:
    """Yield what is not met, by the priority of the party that stands against it."""
    groups: dict[tuple[int, str], list[Ways]] = {}
    for ways in _against(names, part):
        groups.setdefault(names.against(part.conditions.actor, ways[0]), []).append(ways)
    for n, ((_, why), conditions) in enumerate(sorted(groups.items())):
        if n == SHOWN:
            more = plural(len(groups) - SHOWN, "more priority", "more priorities")
            yield f"  … and against {more} (use --json for all)"
            return
        yield wrap(f"{_needed(names, part, conditions)} {why}", *INDENT)


def _against(names: Compared, part: Part) -> Iterator[Ways]:
    """Yield for each condition that is not met the ways to meet it, the least demanding first.

    Of ways that the same priority stands against, the one that is most like the target.
    """
    ranks, i = ranks_of(part.conditions.game, part.conditions.actor), part.conditions.actor
    for clause in part.conditions.clauses:
        ways = {max(a, key=lambda s: (ranks[s], s)) for a in clause}
        if all(ranks[s] > ranks[part.conditions.target] for s in ways):
            yield sorted(ways, key=lambda s: (-names.against(i, s)[0], names.far(s), ranks[s], s))


def _needed(names: Compared, part: Part, conditions: Sequence[Ways]) -> str:
    """Return what the target must not rank below: all of it if it is short, or an example."""
    it = names.words.verb(part.actor, "it", "they")
    what = f"{it} would have to rank this state no lower than"
    ways = min(conditions, key=lambda ways: (names.far(ways[0]), ways))
    every = [names.other(s) for s in ways[:MOST_LISTED]]
    more = ", and no lower than what it could make of that" if part.conditions.counter else ""
    if len(conditions) == 1 and len(ways) <= MOST_LISTED:
        either = "either " if len(every) > 1 else ""
        return f"{capital(what)} {either}{', or '.join(every)}{more}."
    if part.conditions.concept.replies == "none":
        return f"{capital(what)} {len(conditions):,} others within its reach, such as {every[0]}."
    moves = plural(len(conditions), "move pays", "moves pay")
    return (
        f"{moves} whatever the others would answer. For each {what} some state that the move can "
        f"end in, such as {every[0]}{more}."
    )


def _smallest(part: Part) -> Iterator[str]:
    """Yield how far the target must rise, and how the statements would have to be put in order."""
    rise = part.rise
    yield wrap(
        f"In the ranking this state stands on level {rise.place:,} of {rise.of:,}; it would have to "
        f"rise by {plural(rise.levels, 'level')}, past {plural(rise.passed, 'other state')}.",
        *INDENT,
    )
    if part.swaps is not None:
        yield wrap(_order(part.swaps), *INDENT)


def _order(swaps: Fewest) -> str:
    least = plural(swaps.swaps, "swap")
    if swaps.order is not None:
        order = ", ".join(str(level + 1) for level in swaps.order)
        return f"Another order of the priorities does it: {order} ({least} of neighbours)."
    if swaps.complete:
        return "No other order of the priorities does it (proven)."
    return f"No other order of the priorities was found; it takes {least} of neighbours at least."
