"""What `network` prints: what a causal network holds, node by node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.case import Case
from detente.influence.network import Network
from detente.report.names import capital
from detente.report.screen.lines import plural, wrap

__all__ = ["network_text"]

KINDS = {"force": "Forces from outside", "state": "States of affairs", "outcome": "Outcomes"}


def network_text(case: Case, network: Network) -> str:
    """Return the nodes by kind, each with what acts on it.

    >>> from detente.case import open_case
    >>> from detente.influence import build_network
    >>> case = open_case("japan-russia")
    >>> print(network_text(case, build_network(case)).splitlines()[0])
    62 nodes, 106 mechanisms that push, 4 that do not.
    """
    pushes, idle = len(network.links), len(network.idle)
    head = f"{plural(len(network.nodes), 'node')}, {plural(pushes, 'mechanism')} that push, "
    head += f"{idle} that do not."
    status = Counter(link.edge.status for link in network.links)
    said = ", ".join(f"{count} {name}" for name, count in status.most_common())
    parts = [wrap(f"{head}") + (f"\n{wrap(f'By status: {said}.')}" if said else "")]
    for kind, title in KINDS.items():
        lines = list(_nodes(network, kind))
        if lines:
            parts.append("\n".join([f"{title}:", *lines]))
    contested = [
        wrap(f"{', '.join(c.edges)}: {c.matter}", "  ", "    ") for c in case.influences.contested
    ]
    if contested:
        parts.append("\n".join(["Contested:", *contested]))
    return "\n\n".join(parts)


def _nodes(network: Network, kind: str) -> Iterator[str]:
    for k, node in enumerate(network.nodes):
        if network.kinds[k] != kind:
            continue
        acts = " ".join(
            f"{'+' if link.sign > 0 else '−'}{network.nodes[link.cause]}"
            for link in network.links
            if link.effect == k
        )
        yield wrap(
            f"{capital(network.names[k])} [{node}]{': ' if acts else ''}{acts}", "  ", "    "
        )
