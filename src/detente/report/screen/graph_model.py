"""What `show` prints of a model in graph form as it stands in the case file."""

from __future__ import annotations

from detente.case import Case
from detente.report.screen.lines import wrap

__all__ = ["graph_model_text"]

_HARD = "\u00a0"


def graph_model_text(case: Case, id: str) -> str:
    """Return the states, moves and rankings of a model in graph form.

    >>> from detente.case import open_case
    >>> print(graph_model_text(open_case("elmira-1991"), "literature").splitlines()[0])
    literature: The nine states of the literature
    """
    model = case.graphs[id]
    lines = [f"{id}: {model.title}" + (f" (as of {model.as_of})" if model.as_of else "")]
    if model.note:
        lines.append(wrap(model.note))
    lines += ["", "States (* today)"]
    for name, state in model.states.items():
        mark = "*" if name == model.status_quo else " "
        said = f"{mark} {name}: {state.label}" if state.label else f"{mark} {name}"
        lines.append(wrap(said, "  ", "      "))
    lines += ["", "Moves"]
    for actor, steps in model.moves.items():
        said = ", ".join(_unbroken(str(step)) for step in steps) or "none"
        lines.append(wrap(f"{case.actor_name(actor)}: {said}", "  ", "    "))
    lines += ["", "Rankings, best first; = between states that are alike"]
    for actor, tiers in model.ranking.items():
        order = " > ".join(_unbroken(" = ".join(tier)) for tier in tiers)
        lines.append(wrap(f"{case.actor_name(actor)}: {order}", "  ", "    "))
    ends = {name for steps in model.moves.values() for s in steps for name in (s.start, s.end)}
    apart = [name for name in model.states if name not in ends]
    if apart:
        lines += ["", wrap(f"No move enters or leaves {', '.join(apart)}.")]
    return "\n".join(lines).replace(_HARD, " ")


def _unbroken(text: str) -> str:
    """Return a text that is not broken between two lines, until its spaces are put back."""
    return text.replace(" ", _HARD)
