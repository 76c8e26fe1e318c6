"""What `stability --engine sat` prints."""

from __future__ import annotations

from detente.case import Case
from detente.report.screen.lines import by_actor, plural, wrap
from detente.stability.symbolic.answers import Backbone, Equilibria, Nearest
from detente.stability.symbolic.game import Game

__all__ = ["nash_text"]


def nash_text(case: Case, game: Game, found: Equilibria, near: Nearest, shared: Backbone) -> str:
    """Return what is known of the Nash equilibria of one model, and how surely."""
    lines = [f"{game.model}: {game.option_model.title}"]
    size = plural(len(game.options), "option")
    lines.append(f"{size}, {plural(len(game.deciders), 'decision maker')}; engine: SAT.")
    lines += ["Today:", by_actor(case, game, game.status_quo)]
    lines.append(wrap(f"Nash stability: {_number(found, near)}.", "", "  "))
    if near.state is not None and near.changes:
        lines += [wrap(_near(near), "", "  "), by_actor(case, game, near.state)]
    elif near.state is not None:
        lines.append("The status quo is one of them.")
    if shared.exists and not shared.obtained.complete:
        lines.append("What all have in common was not settled in time.")
    elif shared.exists and shared.free:
        values = [f"{o} {'taken' if on else 'not taken'}" for o, on in shared.fixed.items()]
        lines.append(wrap(f"Alike in every one: {', '.join(values) or 'nothing'}.", "", "  "))
    return "\n".join(lines)


def _near(near: Nearest) -> str:
    changed = f"{plural(len(near.changes), 'option')} changed ({', '.join(near.changes)})"
    if near.obtained.complete:
        return f"Nearest to today, {changed}:"
    return f"Nearest to today of those seen, {changed}; every one changes at least {near.at_least}:"


def _number(found: Equilibria, near: Nearest) -> str:
    count = plural(len(found.states), "equilibrium", "equilibria")
    if found.proven_none:
        return "no equilibrium, by proof"
    if found.ended == "all":
        return f"{count}, by proof no other"
    if found.ended == "limit":
        return f"more than {count}"
    if found.states or near.exists:
        return f"at least {count if found.states else '1 equilibrium'}; the time was up"
    return "none found in time, which proves nothing"
