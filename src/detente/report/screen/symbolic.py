"""What `stability --engine symbolic` prints."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import Case
from detente.report.screen.lines import by_actor, plural, wrap
from detente.report.words import Words
from detente.stability.symbolic.answers import Backbone, Equilibria, Nearest, Overview, Stays
from detente.stability.symbolic.game import Game

__all__ = ["symbolic_text"]


def symbolic_text(case: Case, game: Game, known: Sequence[Overview]) -> str:
    """Return what is known of one model under some concepts, and how surely."""
    lines = [f"{game.model}: {game.option_model.title}"]
    size = plural(len(game.options), "option")
    lines.append(f"{size}, {plural(len(game.deciders), 'decision maker')}; engine: SAT.")
    lines += ["Today:", by_actor(case, game, game.status_quo)]
    for overview in known:
        lines += _under_one_concept(case, game, overview)
    return "\n".join(lines)


def _under_one_concept(case: Case, game: Game, known: Overview) -> list[str]:
    near, number = known.near, _number(known.found, known.near)
    lines = [wrap(f"{known.concept.name}: {number}.", "", "  ")]
    lines += [wrap(said, "  ", "    ") for said in _today(Words(case), game, known.today)]
    if near.state is not None and near.changes:
        lines += [wrap(_near(near), "", "  "), by_actor(case, game, near.state)]
    return lines + _alike(known.shared)


def _today(words: Words, game: Game, today: Sequence[Stays]) -> list[str]:
    """Return who stays in the status quo, who leaves it and how, and what is open."""
    if all(s.stable for s in today):
        said = ["The status quo is one of them."]
    else:
        staying = [s.actor for s in today if s.stable]
        said = [f"The status quo is stable for {words.actors(staying) or 'nobody'}."]
    return said + [line for s in today if (line := _verdict(words, game, s))]


def _verdict(words: Words, game: Game, verdict: Stays) -> str:
    """Return why somebody leaves or stays; empty where it could not better itself."""
    who, now, leaves = words.actor(verdict.actor, start=True), game.status_quo, verdict.leaves
    change = f" by {words.change(game, now, leaves)}" if leaves else ""
    if verdict.stable is False:
        answer = "" if verdict.concept == "nash" else ", and nothing answers that"
        return f"{who} {words.verb(verdict.actor, 'leaves', 'leave')} it{change}{answer}."
    if verdict.stable is None:
        return f"Whether {words.actor(verdict.actor)} would leave it{change} is open: {verdict}."
    if verdict.answered is None:
        return ""
    better = verdict.answered.improvement
    answer = words.path(game, better, verdict.answered.sanction)
    return f"{who} could gain by {words.change(game, now, better)}, but for an answer: {answer}."


def _alike(shared: Backbone) -> list[str]:
    if shared.exists and not shared.obtained.complete:
        return ["What all have in common was not settled in time."]
    if shared.exists and shared.free:
        values = [f"{o} {'taken' if on else 'not taken'}" for o, on in shared.fixed.items()]
        return [wrap(f"Alike in every one: {', '.join(values) or 'nothing'}.", "", "  ")]
    return []


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
