"""The signed causal network: what pushes what, which way, how surely; and the loops in it."""

from detente.influence.network import Network, Scope, build_network
from detente.influence.pulse import Pulse, Response, pulse

__all__ = ["Network", "Pulse", "Response", "Scope", "build_network", "pulse"]
