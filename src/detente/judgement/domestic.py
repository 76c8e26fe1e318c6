"""Ratification as a move: the home of a party becomes a decision maker that can block a deal.

What the leaders sign and what their homes let pass are two things, so that a deal which is signed
and then refused (an involuntary defection, Putnam 1988) shows as a state of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.bargaining.positions import Numbers
from detente.case import Case, Formula, Statement
from detente.case.formula import parse
from detente.case.ledgers import Domestic
from detente.case.model import Actor, OptionModel, OptionUse, Preference, Proposition, Reading
from detente.errors import UnknownName, UsageError
from detente.forecast.uncertain import Draws
from detente.judgement.win_sets import chamber_of, faction_weights
from detente.stability.analysis import Analysis
from detente.stability.graph import State, build_graph

__all__ = ["Ratification", "compare_ratification", "with_home"]


@dataclass(frozen=True)
class Ratification:
    """The equilibria of a model with its deal, before and after a home may block it.

    `alone` are equilibria with the deal if no home can block, `chances` the share of draws of the
    factions' weights in which each would pass; `ratified` those in which it is
    signed and let pass, `refused` those in which it is signed and blocked. `equilibria` counts all
    of the model with the home.
    """

    actor: str
    home: str
    deal: str
    passes_if: Formula
    alone: tuple[State, ...]
    chances: tuple[float, ...]
    ratified: tuple[State, ...]
    refused: tuple[State, ...]
    equilibria: int


def compare_ratification(
    case: Case,
    model: str,
    actor: str,
    deal: str,
    concept: str = "nash",
    draws: int = 400,
    seed: int = 0,
) -> Ratification:
    """Return what ratification at the home of one actor does to the equilibria with a deal.

    The equilibria are those of the best estimates; only `chances` are of draws.

    Raises what `with_home` does, and `UnknownName` for an unknown concept.
    """
    extended = with_home(case, model, actor, deal)
    home = _home_of(actor)
    without, with_it = (Analysis(build_graph(c, model)) for c in (case, extended))
    alone = _where(without, deal, concept)
    factions = case.domestic[actor]
    weights = faction_weights(factions, actor, tuple(factions.factions), Draws(seed), draws)
    return Ratification(
        actor,
        home,
        deal,
        extended.model(model).propositions[f"{home}-ratifies"].when,
        alone,
        tuple(_chance(without, factions, weights, model, s) for s in alone),
        _where(with_it, deal, concept),
        _where(with_it, f"{deal}-refused", concept),
        len(with_it.equilibria(concept)),
    )


def _where(analysis: Analysis, name: str, concept: str) -> tuple[State, ...]:
    """Return the equilibria in which something named is true."""
    true = analysis.graph.where(name)
    return tuple(e.state for e in analysis.equilibria(concept) if true[e.state.code])


def _chance(
    analysis: Analysis, home: Domestic, weights: Numbers, model: str, state: State
) -> float:
    """Return in which share of draws of weights a state would pass at home."""
    accepts = (f.accepts.get(model) for f in home.factions.values())
    votes = [a is None or bool(analysis.graph.where(a)[state.code]) for a in accepts]
    chambers = (
        chamber_of(home, dict(zip(home.factions, w, strict=True))) for w in weights.tolist()
    )
    return float(np.mean([bool(c.passes(votes)) for c in chambers]))


def with_home(case: Case, model: str, actor: str, deal: str) -> Case:
    """Return a case in which the home of an actor can block a deal of one model.

    `deal` is a proposition or an outcome of the model. It then means: signed, and not blocked;
    `DEAL-signed` and `DEAL-refused` are added, and `ACTOR-home.block` is an option of the new
    decision maker. The home blocks what its factions would not let pass (`accepts` of each, weights,
    quota and vetoes of `domestic`, by best estimates; a faction that says nothing of this model
    lets everything pass), and otherwise rather does nothing. The statements of the parties count
    as they stand: those that name the deal then speak of the ratified one, those that name single
    options of what is signed.

    Raises `UnknownName` for an unknown model, deal, or an actor without factions, `UsageError` for
    a model in graph form or names that are taken.
    """
    before = case.option_form(model)
    if actor not in case.domestic:
        raise UnknownName("actor with factions at home", actor, case.domestic)
    section = next((s for s in ("propositions", "outcomes") if deal in getattr(before, s)), "")
    if not section:
        known = (*before.propositions, *before.outcomes)
        raise UnknownName("proposition or outcome of the model", deal, known)
    home = _home_of(actor)
    _refuse_taken(case, before, home, deal)
    name = case.actor_name(actor)
    extended = _extended(before, section, deal, home, _passes(case.domestic[actor], model))
    added = Actor(name=f"{name} at home", long=f"Factions that ratify in {name}")
    return case.model_copy(
        update={
            "actors": {**case.actors, home: added},
            "models": {**case.models, model: extended},
        }
    )


def _home_of(actor: str) -> str:
    return f"{actor}-home"


def _refuse_taken(case: Case, model: OptionModel, home: str, deal: str) -> None:
    added = {f"{deal}-signed", f"{deal}-refused", f"{home}-ratifies", f"{home}.block"}
    taken = sorted(added & {*model.names(), *case.options})
    if taken or home in case.actors:
        found = ", ".join(taken) or home
        raise UsageError("a name that ratification needs is taken", found=found)


def _passes(home: Domestic, model: str) -> str:
    """Return when an agreement passes: some smallest winning coalition accepts it."""
    chamber = chamber_of(home, {k: f.weight.best for k, f in home.factions.items()})
    said = {k: f.accepts[model] for k, f in home.factions.items() if model in f.accepts}
    ways = [
        " and ".join(f"({said[k]})" for k in coalition if k in said) or "true"
        for coalition in chamber.smallest_winning()
    ]
    return " or ".join(f"({w})" for w in ways) if ways else "false"


def _extended(model: OptionModel, section: str, deal: str, home: str, passes: str) -> OptionModel:
    block, signed, ratifies = f"{home}.block", f"{deal}-signed", f"{home}-ratifies"
    old = getattr(model, section)[deal]
    meant = old.model_copy(update={"when": parse(f"{signed} and not {block}")})
    wants = (
        Statement(
            want=parse(f"{ratifies} if {deal}"), label="Let nothing pass that has no majority"
        ),
        Statement(want=parse(f"not {block}"), label="Stand in nobody's way without a reason"),
    )
    refused = Proposition(
        label=f"Signed and refused: {old.label or deal}", when=parse(f"{signed} and {block}")
    )
    propositions = {
        **model.propositions,
        signed: Proposition(label=f"Signed: {old.label or deal}", when=old.when),
        ratifies: Proposition(label="Would pass at home", when=parse(passes)),
    }
    outcomes = {**model.outcomes, f"{deal}-refused": refused}
    (propositions if section == "propositions" else outcomes)[deal] = meant
    reading = Reading(label="The balance of the factions", order=wants)
    use = OptionUse(label="Refuse to ratify")
    return model.model_copy(
        update={
            "options": {**model.options, block: use},
            "propositions": propositions,
            "outcomes": outcomes,
            "preferences": {**model.preferences, home: Preference(readings={"stated": reading})},
        }
    )
