"""What `stability --engine diagrams` prints."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from detente.case import Case
from detente.report.screen.lines import by_actor, plural, wrap
from detente.report.words import Words
from detente.stability.diagrams.answers import DiagramSets, StateSet
from detente.stability.symbolic.game import Game

__all__ = ["amount", "diagrams_text", "share"]

SHOWN = 12
_EXACT = 10**6
_OFTEN, _RARELY = Fraction(95, 100), Fraction(5, 100)


def diagrams_text(case: Case, game: Game, known: Sequence[DiagramSets]) -> str:
    """Return how much of one model is stable under some concepts, for whom, and how today stands."""
    lines = [f"{game.model}: {game.option_model.title}"]
    size = f"{plural(len(game.options), 'option')}, {plural(len(game.deciders), 'decision maker')}"
    feasible = next((sets.feasible for sets in known if sets.feasible), None)
    states = f", {amount(feasible)} feasible states" if feasible else ""
    lines.append(f"{size}{states}; engine: decision diagrams.")
    lines += ["Today:", by_actor(case, game, game.status_quo)]
    for sets in known:
        lines += _under_one_concept(case, game, sets)
    return "\n".join(lines)


def _under_one_concept(case: Case, game: Game, sets: DiagramSets) -> list[str]:
    words, found = Words(case), sets.equilibria
    said = [_today(words, sets), _each(words, sets)]
    lines = [_wrap(f"{sets.concept.name}: {_number(sets)}.")]
    lines += [_wrap(sentence, "  ") for sentence in said if sentence]
    if found is None or not found.count:
        return lines
    near = found.nearest()
    if near is not None and near.changes:
        changed = f"{plural(len(near.changes), 'option')} changed ({', '.join(near.changes)})"
        lines += [
            _wrap(f"Nearest to today, {changed}:"),
            by_actor(case, game, near.state),
        ]
    return lines + _alike(found)


def _wrap(text: str, indent: str = "") -> str:
    """Wrap a text, the lines after the first two deeper; a per cent sign stays with its number."""
    return wrap(text.replace(" %", "\u00a0%"), indent, indent + "  ").replace("\u00a0", " ")


def amount(number: int) -> str:
    """Return a number that a reader can take in: exact below a million, else two digits of it.

    >>> amount(2304), amount(1_234_567_890)
    ('2,304', '1.2e9')
    """
    if number < _EXACT:
        return f"{number:,}"
    return f"{Decimal(number):.1e}".replace("e+", "e")


def share(part: Fraction) -> str:
    """Return a share in per cent, or as one in so many where it is small; never 0 or 100 if it is not.

    >>> print(*(share(Fraction(p)) for p in ("1/8", "1/3000000", "99999/100000", "1", "0")), sep="; ")
    12 %; 1 in 3.0e6; more than 99.9 %; 100 %; 0 %
    """
    if 0 < part < Fraction(1, 1000):
        return f"1 in {amount(round(1 / part))}"
    if Fraction(999, 1000) < part < 1:
        return "more than 99.9 %"
    digits = 3 if part > Fraction(99, 100) else 2
    return f"{float(100 * part):.{digits}g} %"


def _number(sets: DiagramSets) -> str:
    found = sets.equilibria
    if found is None:
        return str(sets)
    if not found.count:
        return "no equilibrium, by proof"
    number = f"{amount(found.count)} of {amount(found.feasible)} feasible states"
    if found.count == 1:
        return f"{number} is an equilibrium, by proof no other"
    return f"{number} are equilibria ({share(found.fraction)}), by proof no others"


def _today(words: Words, sets: DiagramSets) -> str:
    """Return for whom the status quo is stable, for whom not, and for whom that is open."""
    today, deciders = sets.game.status_quo, sets.game.deciders
    stays = {actor: found.holds(today) for actor, found in sets.stable.items()}
    if len(stays) == len(deciders) and all(stays.values()):
        return "The status quo is one of them."
    parts = [("stable for", [a for a in stays if stays[a]])]
    parts += [("not stable for", [a for a in stays if not stays[a]])]
    parts += [("open for", [a for a in deciders if a not in stays])]
    said = [f"{how} {words.actors(who)}" for how, who in parts if who]
    return f"The status quo is {'; '.join(said)}."


def _each(words: Words, sets: DiagramSets) -> str:
    """Return what share of the states is stable for each decision maker."""
    said = [f"{words.actor(a)} {share(found.fraction)}" for a, found in sets.stable.items()]
    return (
        f"Share of the feasible states that is stable for each: {', '.join(said)}." if said else ""
    )


def _alike(found: StateSet) -> list[str]:
    """Return what all equilibria have in common, and what nearly all have."""
    if found.count == 1:
        return []
    fixed = [f"{o} {'taken' if on else 'not taken'}" for o, on in found.fixed.items()]
    often = [o for o, part in found.shares.items() if _OFTEN <= part < 1]
    rarely = [o for o, part in found.shares.items() if 0 < part <= _RARELY]
    lines = [f"Alike in every one: {_listed(fixed) or 'nothing'}."]
    lines += [f"Taken in 95 % of them or more: {_listed(often)}."] if often else []
    lines += [f"Taken in 5 % of them or fewer: {_listed(rarely)}."] if rarely else []
    return [_wrap(line) for line in lines]


def _listed(names: Sequence[str]) -> str:
    more = [f"and {len(names) - SHOWN} more (use --json for all)"] if len(names) > SHOWN else []
    return ", ".join([*names[:SHOWN], *more])
