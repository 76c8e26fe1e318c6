"""The causal network and what was computed on it as plain data."""

from __future__ import annotations

import math
from typing import Any

from detente.influence import Pulse, Response
from detente.influence.accounts import Account, Contrast
from detente.influence.linear import AtRest
from detente.influence.loops import Loop
from detente.influence.network import Link
from detente.influence.partings import Parting
from detente.influence.sensitivity import Flip
from detente.influence.walks import Path

__all__ = [
    "account_shape",
    "contrast_shape",
    "flip_shape",
    "link_shape",
    "loop_shape",
    "parting_shape",
    "paths_shape",
    "pulse_shape",
    "rest_shape",
]


def pulse_shape(found: Pulse) -> dict[str, Any]:
    """Return what a pulse does to every node."""
    return {
        "pushed": dict(found.pushed),
        "draws": found.draws,
        "seed": found.seed,
        "steps": found.steps,
        "without_a_push": list(found.network.idle),
        "responses": {n: _response_shape(r) for n, r in found.responses.items()},
    }


def _response_shape(response: Response) -> dict[str, Any]:
    reached = response.share is not None
    return {
        "direction": response.direction,
        "share_up": response.share,
        "low": response.low if reached else None,
        "high": response.high if reached else None,
        "sureness": response.sureness,
    }


def paths_shape(found: Pulse, node: str) -> dict[str, Any]:
    """Return the strongest opposing paths to a node."""
    paths = found.paths(node)
    return {
        "node": node,
        "longest": paths.longest,
        "raising": _path_shape(paths.raising),
        "lowering": _path_shape(paths.lowering),
    }


def _path_shape(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    return {"mechanisms": [link.id for link in path.links], "strength": path.strength}


def flip_shape(flip: Flip) -> dict[str, Any]:
    """Return a mechanism whose change turns an answer."""
    return {
        "mechanism": flip.mechanism,
        "change": flip.change,
        "before": flip.before,
        "after": flip.after,
        "share_up": flip.share,
    }


def rest_shape(rest: AtRest) -> dict[str, Any]:
    """Return the linear second opinion; null where no draw comes to rest."""
    shares = {n: None if math.isnan(s) else s for n, s in rest.shares.items()}
    return {"settled": rest.settled, "draws": rest.draws, "share_up": shares}


def loop_shape(nodes: tuple[str, ...], loop: Loop) -> dict[str, Any]:
    """Return a feedback loop with its sign."""
    return {
        "sign": "+" if loop.reinforcing else "-",
        "mechanisms": [link.id for link in loop.links],
        "nodes": [nodes[link.cause] for link in loop.links],
    }


def account_shape(account: Account) -> dict[str, Any]:
    """Return what a pulse does in one source's own network."""
    return {"source": account.source} | pulse_shape(account.pulse)


def parting_shape(parting: Parting) -> dict[str, Any]:
    """Return a push that sources see in opposite signs, and what it leads to."""
    return {
        "cause": parting.cause,
        "effect": parting.effect,
        "raised_by": list(parting.raised_by),
        "raising": [link.id for link in parting.raising],
        "lowered_by": list(parting.lowered_by),
        "lowering": [link.id for link in parting.lowering],
        "effects": [{"pushed": c.pushed, "node": c.node} for c in parting.contrasts],
    }


def contrast_shape(contrast: Contrast) -> dict[str, Any]:
    """Return a node that sources see going opposite ways."""
    sources = (*contrast.up, *contrast.down)
    return {
        "pushed": contrast.pushed,
        "node": contrast.node,
        "up": list(contrast.up),
        "down": list(contrast.down),
        "mechanisms": {s: list(contrast.mechanisms(s)) for s in sources},
    }


def link_shape(nodes: tuple[str, ...], link: Link) -> dict[str, Any]:
    """Return a mechanism of the network."""
    return {
        "cause": nodes[link.cause],
        "effect": nodes[link.effect],
        "sign": "+" if link.sign > 0 else "-",
        "status": link.edge.status,
        "low": link.low,
        "high": link.high,
        "because": [str(r) for r in link.edge.because],
    }
