"""What one party would have to want for a target to be stable for it, and how far that is from today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.kernels.reorder import Fewest
from detente.stability.game import Game
from detente.stability.inverse.conditions import Conditions, conditions_of
from detente.stability.inverse.raising import Rise, rise_of
from detente.stability.inverse.reach import AnyConcept
from detente.stability.inverse.shares import Share, share_of

__all__ = ["Part", "parts_of"]


@dataclass(frozen=True)
class Part:
    """What one party would have to want for the target to be stable for it (or its coalition).

    `met` says whether it does today; `rise` how far the target must rise in its ranking, `share`
    what share of all rankings would do. `swaps`, in option form, is the smallest change of the
    order of its statements. All of it while the others want what they want today, where the
    conditions are coupled.
    """

    actor: str
    conditions: Conditions
    share: Share
    rise: Rise
    swaps: Fewest | None = None

    @property
    def met(self) -> bool:
        """Whether the party's ranking as it stands meets the conditions."""
        return not self.rise.levels


def parts_of(
    game: Game,
    target: int,
    concept: AnyConcept,
    actors: Sequence[int] = (),
    group: Sequence[int] = (),
) -> tuple[Part, ...]:
    """Return what each of some decision makers would have to want, in any game in graph form.

    All of them are asked about, or all members of the coalition, unless `actors` are named. Raises
    `UsageError` where an actor's preferences are not ranks.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.game import game_of
    >>> game = game_of(build_graph(open_case("syria-iraq-1975"), "main"))
    >>> [(p.actor, p.met, p.share.rankings) for p in parts_of(game, 1, CONCEPTS["nash"])]
    [('syria', False, 240), ('iraq', True, 360)]
    """
    found = []
    for i in actors or group or range(len(game.deciders)):
        conditions = conditions_of(game, target, i, concept, group)
        found.append(Part(game.deciders[i], conditions, share_of(conditions), rise_of(conditions)))
    return tuple(found)
