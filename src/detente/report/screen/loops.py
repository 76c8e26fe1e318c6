"""What `loops` prints: the feedback loops of a network in words."""

from __future__ import annotations

from detente.influence.loops import Loop, Loops
from detente.influence.network import Network
from detente.report.names import capital
from detente.report.screen.lines import plural, wrap

__all__ = ["loops_text"]


def loops_text(network: Network, loops: Loops) -> str:
    """Return every loop with its mechanisms, those that reinforce first.

    >>> from detente.case import open_case
    >>> from detente.influence import build_network
    >>> from detente.influence.loops import find_loops
    >>> network = build_network(open_case("japan-russia"))
    >>> print(loops_text(network, find_loops(network)).splitlines()[0])
    12 loops of up to 5 mechanisms; 9 reinforce and 3 balance.
    """
    balancing = len(loops.found) - loops.reinforcing
    head = f"{plural(len(loops.found), 'loop')} of up to {plural(loops.longest, 'mechanism')}"
    if loops.found:
        head += f"; {_do(loops.reinforcing, 'reinforce')} and {_do(balancing, 'balance')}"
    head += "."
    parts = [head] if loops.complete else [f"{head} There are more; these are the first found."]
    for title, reinforcing in (("Reinforcing", True), ("Balancing", False)):
        some = [loop for loop in loops.found if loop.reinforcing is reinforcing]
        if some:
            parts.append("\n".join([f"{title}:", *(_line(network, loop) for loop in some)]))
    return "\n\n".join(parts)


def _do(count: int, verb: str) -> str:
    return f"{count:,} {verb}{'s' if count == 1 else ''}"


def _line(network: Network, loop: Loop) -> str:
    text = capital(network.names[loop.links[0].cause])
    for link in loop.links:
        does = "raises" if link.sign > 0 else "lowers"
        text += f", which {does} ({link.id}) {network.names[link.effect]}"
    return wrap(text.replace(", which", "", 1) + ".", "  ", "    ")
