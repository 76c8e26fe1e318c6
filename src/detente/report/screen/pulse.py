"""What `pulse` prints: which way everything goes, how surely, and the paths behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.errors import UsageError
from detente.influence.linear import AtRest
from detente.influence.network import Link, Network
from detente.influence.pulse import Pulse, Response, direction_of
from detente.influence.sensitivity import Flip
from detente.influence.walks import Path, Paths
from detente.report.names import capital
from detente.report.screen.lines import plural, wrap

__all__ = ["chain", "flips_text", "focus_text", "opinion_text", "pulse_text", "pushed_text"]

WAYS = {
    "up": "rises",
    "down": "falls",
    "ambiguous": "is pulled both ways",
    "none": "is not reached",
}


CHANGES = {"dropped": "dropped", "reversed": "turned round"}


def pulse_text(found: Pulse) -> str:
    """Return the response of every node that is reached, the sure ones first.

    >>> from detente.case import open_case
    >>> from detente.influence import Scope, build_network, pulse
    >>> case = open_case("japan-russia")
    >>> network = build_network(case, Scope(documents=("003",)))
    >>> print(pulse_text(pulse(network, {"RUCH": 1})).splitlines()[0])
    Push: Closeness of Russia and China [RUCH] up.
    """
    parts = [pushed_text(found)]
    groups = (("up", "Robustly up"), ("down", "Robustly down"), ("ambiguous", "Ambiguous"))
    for way, title in groups:
        some = [r for r in found.responses.values() if r.direction == way]
        if some:
            parts.append("\n".join([f"{title}:", *_lines(found, some)]))
    reached = [r for r in found.responses.values() if r.direction != "none"]
    parts.append(_foot(found, len(found.responses) - len(reached)))
    return "\n\n".join(parts)


def pushed_text(found: Pulse) -> str:
    """Return what is pushed, and which mechanisms count."""
    pushes = (
        f"{named(found.network, n)} {'up' if v > 0 else 'down'}{_level(v)}"
        for n, v in found.pushed.items()
    )
    text = wrap(f"Push: {'; '.join(pushes)}.")
    scope = _scope(found.network)
    return f"{text}\n{wrap(scope)}" if scope else text


def _level(value: float) -> str:
    return "" if abs(value) == 1 else f" (to {value:g})"


def _scope(network: Network) -> str:
    scope = network.scope
    said = []
    if scope.documents:
        said.append(f"only what {', '.join(scope.documents)} states")
    if scope.only:
        said.append(f"only mechanisms that are {', '.join(scope.only)}")
    if scope.without:
        said.append(f"without {', '.join(scope.without)}")
    if scope.reversed:
        said.append(f"{', '.join(scope.reversed)} turned round")
    if scope.bridges:
        said.append("with the modeller's bridges")
    return f"Network: {'; '.join(said)}." if said else ""


def named(network: Network, node: str) -> str:
    """Return a node by name, its id in brackets."""
    return f"{capital(network.names[network.nodes.index(node)])} [{node}]"


def _lines(found: Pulse, some: Sequence[Response]) -> Iterator[str]:
    for response in some:
        name = named(found.network, response.node)
        rises = f"rises {in_draws(response.share or 0.0)}"
        if response.direction == "ambiguous":
            yield wrap(f"{name}: {rises}", "  ", "    ")
            paths = _both(found, response.node)
            for sign, path in (("raised", paths.raising), ("lowered", paths.lowering)):
                if path is not None:
                    yield wrap(f"{sign} by {chain(found.network, path.links)}", "    ", "      ")
        elif response.sureness == "determined":
            yield wrap(f"{name} (determined: no strengths could turn it)", "  ", "    ")
        else:
            yield wrap(f"{name} ({rises})", "  ", "    ")


def _both(found: Pulse, node: str) -> Paths:
    """Return the opposing paths to a node, longer ones where a short search finds one side only."""
    paths = found.paths(node)
    if found.responses[node].direction == "ambiguous" and not (paths.raising and paths.lowering):
        paths = found.paths(node, longest=found.steps)
    return paths


def in_draws(share: float) -> str:
    """Return a share of draws in words; what is rounded is never told as none or all.

    >>> [in_draws(s) for s in (0.0, 0.00004, 0.004, 0.5)]
    ['in no draw', 'in less than 0.1 % of draws', 'in 0.4 % of draws', 'in 50 % of draws']
    """
    if share in (0.0, 1.0):
        return "in every draw" if share else "in no draw"
    if share < 0.001:
        return "in less than 0.1 % of draws"
    if share > 0.999:
        return "in more than 99.9 % of draws"
    return f"in {100 * share:.{0 if 0.01 <= share <= 0.99 else 1}f} % of draws"


def chain(network: Network, links: Sequence[Link]) -> str:
    """Return mechanisms as a chain of nodes with the mechanisms between them.

    Each arrow names its mechanism and whether it raises (+) or lowers (-).
    """
    text = network.nodes[links[0].cause]
    for link in links:
        text += f" →{'+' if link.sign > 0 else '−'}({link.id}) {network.nodes[link.effect]}"
    return text


def _foot(found: Pulse, unreached: int) -> str:
    said = [
        f"Not reached: {plural(unreached, 'node')}.",
        f"Shares are of {plural(found.draws, 'draw')} of strengths that nobody knows (seed "
        f"{found.seed}); they describe this network and are no probabilities of the world.",
    ]
    near = [r.node for r in found.responses.values() if r.direction != "none" and r.near]
    if near:
        said.append(f"More draws could move {', '.join(near)} across a bound.")
    idle = found.network.idle
    if idle:
        said.append(
            f"Without a push, because the sources deny one or leave it open: {', '.join(idle)}."
        )
    return "\n".join(wrap(s) for s in said)


def focus_text(found: Pulse, node: str) -> str:
    """Return one node's response with its bounds, and the strongest paths in both directions."""
    network = found.network
    response = _asked(found, node)
    lines = [f"{named(network, response.node)} {WAYS[response.direction]}."]
    if response.sureness == "open":
        lines.append(
            f"It rises {in_draws(response.share or 0.0)} (of {found.draws:,}); with endless draws "
            f"the share would lie between {100 * response.low:.1f} and {100 * response.high:.1f} % "
            "(95 % interval)."
        )
    if response.sureness == "determined":
        lines.append("Every chain of pushes acts in this direction: no strengths could turn it.")
    parts = [pushed_text(found), "\n".join(wrap(line) for line in lines)]
    paths = _both(found, response.node)
    for title, path in (("raises", paths.raising), ("lowers", paths.lowering)):
        if path is not None:
            parts.append("\n".join(_told(network, title, path)))
        elif response.sureness == "open":
            parts.append(f"No path of up to {paths.longest} mechanisms {title} it.")
    return "\n\n".join(parts)


def _asked(found: Pulse, node: str) -> Response:
    name = found.network.nodes[found.network.node(node)]
    if name not in found.responses:
        hint = "ask about a node that is not pushed"
        raise UsageError(f"`{name}` is pushed itself, and held there", hint=hint)
    return found.responses[name]


def _told(network: Network, title: str, path: Path) -> Iterator[str]:
    yield f"The strongest path that {title} it:"
    for link in path.links:
        cause, effect = network.names[link.cause], network.names[link.effect]
        does = "raises" if link.sign > 0 else "lowers"
        where = ", ".join(str(r) for r in link.edge.because)
        yield wrap(f"{link.id}: {capital(cause)} {does} {effect} ({where})", "  ", "    ")
        if link.edge.text:
            yield wrap(f"{link.edge.text}.".replace("..", "."), "    ", "    ")


def flips_text(found: Sequence[Flip], node: str) -> str:
    """Return which single mechanisms carry the answer."""
    if not found:
        return wrap(f"No single mechanism, dropped or turned round, changes the answer for {node}.")
    lines = [f"What would change the answer for {node}:"]
    for flip in found:
        rising = "" if flip.share is None else f", rising {in_draws(flip.share)}"
        lines.append(f"  {flip.mechanism} {CHANGES[flip.change]}: it {WAYS[flip.after]}{rising}")
    return "\n".join(lines)


def opinion_text(found: Pulse, rest: AtRest) -> str:
    """Return where a linear network at rest would answer otherwise."""
    head = (
        f"Second opinion, a linear network at rest ({rest.settled:,} of {rest.draws:,} draws "
        "come to rest):"
    )
    if not rest.settled:
        return wrap(f"{head} no draw does, so it says nothing.")
    differ = [
        f"  {named(found.network, r.node)}: {r.direction} by steps, {other} at rest "
        f"({100 * rest.shares[r.node]:.0f} %)"
        for r in found.responses.values()
        if r.share is not None
        and rest.shares[r.node] == rest.shares[r.node]
        and (other := direction_of(rest.shares[r.node])) != r.direction
    ]
    return "\n".join([wrap(head), *(differ or ["  it agrees on every node."])])
